using System.Collections.Immutable;
using System.Text;
using SiteFactory.Generator.Release;

namespace SiteFactory.Generator.Write.ServerConfiguration;

/// <summary>Keeps the example configurations of an output folder up to date, in <c>.server/</c>, where no site is served from.</summary>
public static class ServerConfigurationFiles
{
    /// <summary>Writes what changed: from all the sites that are built, not only those of this run.</summary>
    public static void Write(string outputFolder)
    {
        using var turn = OutputLock.TakeServer(outputFolder);
        WriteInTurn(outputFolder);
    }

    /// <summary>The same for who has the turn already.</summary>
    internal static void WriteInTurn(string outputFolder)
    {
        ImmutableArray<ReleaseCard> cards = [.. new BuiltSites(outputFolder).All().Select(s => s.Card)];
        var layout = new ServerLayout(Path.GetFullPath(outputFolder), cards) { Moved = MovedDomains.Of(outputFolder, cards) };
        var folder = Directory.CreateDirectory(Path.Combine(outputFolder, ".server")).FullName;
        Replace(Path.Combine(folder, "nginx.conf"), NginxConfiguration.For(layout));
        Replace(Path.Combine(folder, "Caddyfile"), CaddyConfiguration.For(layout));
    }

    private static void Replace(string path, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        if (File.Exists(path) && File.ReadAllBytes(path).AsSpan().SequenceEqual(bytes))
            return;
        var temporary = path + ".tmp";
        File.WriteAllBytes(temporary, bytes);
        File.Move(temporary, path, overwrite: true);
    }
}
