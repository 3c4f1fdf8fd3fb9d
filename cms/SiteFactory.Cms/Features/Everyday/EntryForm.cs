using SiteFactory.Cms.Editing.Differences;
using SiteFactory.Cms.Features.Items;

namespace SiteFactory.Cms.Features.Everyday;

/// <summary>The form of one entry of a file: works on a road, a job offer, a room, a sector.</summary>
public abstract class EntryForm<TEntry>
    where TEntry : class
{
    /// <summary>Fills the form.</summary>
    public abstract void Show(TEntry entry);

    /// <summary>Gives the form of a new entry its first values.</summary>
    public virtual void Start(EditContext context)
    {
        // Empty fields are right for most.
    }

    /// <summary>The entry as the form says. What is wrong is told beside its field.</summary>
    /// <param name="before">The entry that is changed; null: a new one. What the form does not show stays.</param>
    public abstract TEntry Read(TEntry? before, EditContext context, FormErrors errors);

    /// <summary>Every field in plain words, for two people's forms to be compared.</summary>
    public abstract IEnumerable<ReadableField> Readable();
}
