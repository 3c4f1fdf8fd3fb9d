namespace SiteFactory.Search.Index;

/// <summary>
/// The files that hold what is shown of documents, how many documents each, and their names; where they are very many,
/// the files that list them.
/// </summary>
internal sealed record ChunkDirectory(IReadOnlyList<int> Sizes, IReadOnlyList<string> Names, bool IsOfLists = false);

/// <summary>Writes titles and texts in small files, so that ten results cost ten small files and not all texts.</summary>
internal static class ExcerptChunks
{
    private const int Small = 1_200;
    private const int Large = 2_600;

    /// <summary>More files than these are listed in files of their own, so that the entry stays small.</summary>
    private const int MostInEntry = 400;
    private const int ShortestList = 40;
    private const int LongestList = 160;

    public static ChunkDirectory Write(IReadOnlyList<AnalyzedDocument> documents, IndexFiles files)
    {
        List<int> sizes = [];
        List<string> names = [];
        using var buffer = new MemoryStream(2 * Large);
        var (count, bytes) = (0, 0);
        foreach (var document in documents)
        {
            var length = document.ExcerptLength;
            if (bytes > 0 && (bytes + length > Large || (bytes > Small && IndexFiles.Hash(document.Url) % 2 == 0)))
                Flush();
            buffer.Write(count == 0 ? "["u8 : ",\n"u8);
            document.WriteExcerpt(buffer);
            count++;
            bytes += length;
        }

        if (count > 0)
            Flush();
        return names.Count > MostInEntry ? Lists(sizes, names, files) : new ChunkDirectory(sizes, names);

        void Flush()
        {
            buffer.WriteByte((byte)']');
            names.Add(files.Add("d", "json", buffer.ToArray()));
            sizes.Add(count);
            buffer.SetLength(0);
            (count, bytes) = (0, 0);
        }
    }

    private static ChunkDirectory Lists(List<int> sizes, List<string> names, IndexFiles files)
    {
        List<int> listSizes = [];
        List<string> listNames = [];
        for (var start = 0; start < names.Count;)
        {
            var end = start + 1;
            while (end < names.Count && end - start < LongestList && (end - start < ShortestList || IndexFiles.Hash(names[end]) % 32 != 0))
                end++;
            var text = IndexEntry.Numbers(sizes[start..end]) + "\n" + string.Concat(names[start..end]);
            listNames.Add(files.Add("c", "txt", text));
            listSizes.Add(sizes[start..end].Sum());
            start = end;
        }

        return new ChunkDirectory(listSizes, listNames, IsOfLists: true);
    }
}
