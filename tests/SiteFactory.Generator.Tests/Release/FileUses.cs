using SiteFactory.Generator.Release;

namespace SiteFactory.Generator.Tests.Release;

/// <summary>Makes the kernel say that a file was used after others.</summary>
internal static class FileUses
{
    /// <summary>Gives the file a second name and takes it away, as a release does, until the kernel's clock has gone on.</summary>
    public static void UseAfter(string file, IEnumerable<string> others)
    {
        var last = others.Max(f => Posix.UseOf(f).LastLinked);
        while (Posix.UseOf(file).LastLinked <= last)
        {
            Assert.True(Posix.TryLink(file, file + ".second"));
            File.Delete(file + ".second");
        }
    }
}
