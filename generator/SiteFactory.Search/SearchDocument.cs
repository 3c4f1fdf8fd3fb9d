namespace SiteFactory.Search;

/// <summary>One thing that a search can find.</summary>
/// <param name="Url">Its address: absolute in an index over several sites.</param>
/// <param name="Title">Its title.</param>
/// <param name="Kind">One of <see cref="SearchKinds.All"/>.</param>
/// <param name="Summary">Its introduction, shown when no better excerpt is found.</param>
/// <param name="Text">The plain text of its body.</param>
/// <param name="Date">Its local date in ISO form: old news count less, events to come more.</param>
/// <param name="Origin">Its owner’s name when another site publishes it.</param>
/// <param name="Headings">The headings of its body.</param>
/// <param name="Keywords">Other words people look for it with: topics, categories.</param>
public sealed record SearchDocument(
    string Url,
    string Title,
    string Kind,
    string? Summary,
    string Text,
    string? Date = null,
    string? Origin = null,
    string? Headings = null,
    string? Keywords = null);

/// <summary>The kinds of things that a search can find.</summary>
public static class SearchKinds
{
    public const string Page = "page";
    public const string Service = "service";
    public const string Document = "document";
    public const string Directory = "directory";
    public const string Event = "event";
    public const string News = "news";

    /// <summary>All of them, in the order in which an index numbers its documents.</summary>
    public static IReadOnlyList<string> All { get; } = [Page, Service, Directory, Document, Event, News];

    internal static int IndexOf(string kind)
    {
        for (var i = 0; i < All.Count; i++)
        {
            if (string.Equals(All[i], kind, StringComparison.Ordinal))
                return i;
        }

        throw new ArgumentException($"Unknown kind of search document: {kind}", nameof(kind));
    }
}

/// <summary>One file of an index.</summary>
/// <param name="Path">Where it lies, relative to the index’s folder.</param>
/// <param name="Content">Its bytes; every file is text and compresses well.</param>
public sealed record SearchFile(string Path, byte[] Content);
