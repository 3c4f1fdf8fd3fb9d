namespace SiteFactory.Search.Index;

/// <summary>The files that hold what is shown of documents: how many documents each, and their names.</summary>
internal sealed record ChunkDirectory(IReadOnlyList<int> Sizes, IReadOnlyList<string> Names);

/// <summary>Writes titles and texts in small files, so that ten results cost ten small files and not all texts.</summary>
internal static class ExcerptChunks
{
    private const int Small = 1_500;
    private const int Large = 3_500;

    public static ChunkDirectory Write(IReadOnlyList<AnalyzedDocument> documents, IndexFiles files)
    {
        List<int> sizes = [];
        List<string> names = [];
        using var buffer = new MemoryStream(2 * Large);
        var (count, bytes) = (0, 0);
        foreach (var document in documents)
        {
            var length = document.Excerpt.Length;
            if (bytes > 0 && (bytes + length > Large || (bytes > Small && IndexFiles.Hash(document.Url) % 2 == 0)))
                Flush();
            buffer.Write(count == 0 ? "["u8 : ",\n"u8);
            buffer.Write(document.Excerpt);
            count++;
            bytes += length;
        }

        if (count > 0)
            Flush();
        return new ChunkDirectory(sizes, names);

        void Flush()
        {
            buffer.WriteByte((byte)']');
            names.Add(files.Add("d", "json", buffer.ToArray()));
            sizes.Add(count);
            buffer.SetLength(0);
            (count, bytes) = (0, 0);
        }
    }
}
