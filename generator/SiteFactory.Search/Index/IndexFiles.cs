using System.IO.Hashing;
using System.Text;

namespace SiteFactory.Search.Index;

/// <summary>The files of an index under names made from their bytes: what does not change keeps its name.</summary>
internal sealed class IndexFiles
{
    public const int NameLength = 8;
    private const string Letters = "0123456789abcdefghjkmnpqrstvwxyz";

    private readonly SortedDictionary<string, SearchFile> _files = new(StringComparer.Ordinal);

    public IReadOnlyList<SearchFile> All => [.. _files.Values];

    /// <summary>Adds a file to a folder and returns its name there.</summary>
    public string Add(string folder, string extension, string text) => Add(folder, extension, Encoding.UTF8.GetBytes(text));

    /// <inheritdoc cref="Add(string, string, string)"/>
    public string Add(string folder, string extension, byte[] content)
    {
        var hash = XxHash3.HashToUInt64(content);
        Span<char> name = stackalloc char[NameLength];
        for (var i = 0; i < NameLength; i++)
            name[i] = Letters[(int)(hash >> (5 * i)) & 31];
        var path = $"{folder}/{name}.{extension}";
        if (_files.TryGetValue(path, out var other) && !other.Content.AsSpan().SequenceEqual(content))
            throw new InvalidOperationException($"Two files of one index have the same name: {path}");
        _files[path] = new SearchFile(path, content);
        return name.ToString();
    }

    public void AddEntry(string path, byte[] content) => _files[path] = new SearchFile(path, content);

    /// <summary>A number that depends on the text alone, to cut lists at places that insertions do not move.</summary>
    public static uint Hash(string text) => (uint)XxHash3.HashToUInt64(Encoding.UTF8.GetBytes(text));
}
