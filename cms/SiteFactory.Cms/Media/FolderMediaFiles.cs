using System.Security.Cryptography;

namespace SiteFactory.Cms.Media;

/// <summary>Media in a folder: <c>ab/abcdef…</c>. A file is written beside its place and renamed, so that it is whole or absent.</summary>
public sealed class FolderMediaFiles(string root) : IMediaFiles
{
    /// <inheritdoc/>
    public async Task<string> AddAsync(Stream content, CancellationToken cancellation)
    {
        Directory.CreateDirectory(root);
        var temporary = Path.Combine(root, Path.GetRandomFileName());
        try
        {
            var hash = await WriteAsync(temporary, content, cancellation);
            var path = PathOf(hash);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.Move(temporary, path, overwrite: true);
            return hash;
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <inheritdoc/>
    public Stream OpenRead(string hash) => File.OpenRead(PathOf(hash));

    /// <inheritdoc/>
    public string? LocalPath(string hash) => PathOf(hash);

    private static async Task<string> WriteAsync(string path, Stream content, CancellationToken cancellation)
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        var buffer = new byte[81920];
        int read;
        while ((read = await content.ReadAsync(buffer, cancellation)) > 0)
        {
            sha.AppendData(buffer, 0, read);
            await file.WriteAsync(buffer.AsMemory(0, read), cancellation);
        }
        file.Flush(flushToDisk: true);
        return Convert.ToHexStringLower(sha.GetHashAndReset());
    }

    private string PathOf(string hash)
    {
        if (hash.Length != 64 || !hash.All(char.IsAsciiHexDigitLower))
            throw new IOException($"'{hash}' is not the name of a media file.");
        return Path.Combine(root, hash[..2], hash);
    }
}
