using SiteFactory.Cms.Data.Content;
using SiteFactory.Cms.Editing.Differences;
using SiteFactory.Content.Texts;

namespace SiteFactory.Cms.Features.Everyday;

/// <summary>What the view of an entry shows, whatever the entry is.</summary>
public interface IEntryPage
{
    /// <summary>The feature's words: <c>Title</c>, <c>NewTitle</c>, <c>EditTitle</c>, <c>Remove</c>.</summary>
    TextResource Words { get; }

    /// <summary>How the form is sent: <c>multipart/form-data</c> for one that takes a file; null: as browsers do.</summary>
    string? Encoding { get; }

    /// <summary>The screen that lists the entries.</summary>
    string ListAddress { get; }

    /// <summary>The feature's own fields; its model is <see cref="FormValue"/>.</summary>
    string FieldsView { get; }

    /// <summary>Whether what is saved is public at once, and not a proposal.</summary>
    bool MayPublish { get; }

    /// <summary>The form.</summary>
    object FormValue { get; }

    /// <summary>What the entry was when its author opened it; empty: a new one.</summary>
    EntryMark Mark { get; }

    /// <summary>Two people changed the same entry; null: nobody else did.</summary>
    EntryConflict? Conflict { get; }

    /// <summary>One's own proposal that was sent back and is taken up again; null: none.</summary>
    DataFileProposal? Returned { get; }
}

/// <summary>Recognises an entry again among those of its file.</summary>
public sealed class EntryMark
{
    /// <summary>Its fingerprint; empty for a new entry.</summary>
    public string? Print { get; set; }

    /// <summary>Its title.</summary>
    public string? Title { get; set; }

    /// <summary>How many entries there were.</summary>
    public int Count { get; set; }
}

/// <summary>What somebody else made of the entry meanwhile.</summary>
/// <param name="Print">Its fingerprint now; empty: it was removed.</param>
public sealed record EntryConflict(string By, string Print, IReadOnlyList<FieldDifference> Differences);
