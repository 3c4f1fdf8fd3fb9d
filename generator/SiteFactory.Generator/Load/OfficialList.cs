using System.IO.Compression;
using SiteFactory.Content.Starter;

namespace SiteFactory.Generator.Load;

/// <summary>The official list of communes that comes with the program.</summary>
public static class OfficialList
{
    /// <summary>Throws <see cref="IOException"/> when the file is missing.</summary>
    public static async Task<OfficialCommunes> ReadAsync(string path, CancellationToken cancellation)
    {
        var file = File.OpenRead(path);
        await using (file.ConfigureAwait(false))
        {
            var json = new GZipStream(file, CompressionMode.Decompress);
            await using (json.ConfigureAwait(false))
                return await OfficialCommunes.ReadAsync(json, cancellation).ConfigureAwait(false);
        }
    }
}
