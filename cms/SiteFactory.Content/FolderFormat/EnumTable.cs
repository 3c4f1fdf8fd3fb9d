namespace SiteFactory.Content.FolderFormat;

/// <summary>The words of the content format for the values of an enumeration, both ways.</summary>
internal sealed class EnumTable<T>(params (string Text, T Value)[] entries)
    where T : struct, Enum
{
    /// <summary>Every word, in the order in which the documentation lists them.</summary>
    public IEnumerable<string> Words => entries.Select(e => e.Text);

    public T? Find(string text)
    {
        foreach (var entry in entries)
        {
            if (string.Equals(entry.Text, text, StringComparison.Ordinal))
                return entry.Value;
        }
        return null;
    }

    public string Text(T value) => entries.First(e => EqualityComparer<T>.Default.Equals(e.Value, value)).Text;
}
