using System.Security.Cryptography;
using System.Text;
using SiteFactory.Content.Model;

namespace SiteFactory.Content.FolderFormat;

/// <summary>
/// The identity of an item whose file has no <c>id</c>: a version 8 UUID (RFC 9562) made of the first 128 bits of the
/// SHA-256 of <c>site/kind/path</c>, the path being the file's own inside its kind's folder, in Unicode form C. The same
/// file at the same place has the same id on every machine; a file that moves gets another one unless its id is written.
/// </summary>
public static class ItemId
{
    /// <summary>The id of a file without one.</summary>
    /// <param name="path">The path inside the kind's folder: <c>vie-municipale/index.md</c>.</param>
    public static Guid FromPath(string site, ContentKind kind, string path)
    {
        var name = $"{site}/{Vocabulary.Kinds.Text(kind)}/{path}";
        Span<byte> utf8 = stackalloc byte[Encoding.UTF8.GetMaxByteCount(name.Length)];
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(utf8[..Encoding.UTF8.GetBytes(name, utf8)], hash);
        hash[6] = (byte)(hash[6] & 0x0F | 0x80);
        hash[8] = (byte)(hash[8] & 0x3F | 0x80);
        return new(hash[..16], bigEndian: true);
    }
}
