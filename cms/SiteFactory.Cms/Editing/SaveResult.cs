using System.Collections.Immutable;
using SiteFactory.Cms.Data.Content;
using SiteFactory.Content.Faults;

namespace SiteFactory.Cms.Editing;

/// <summary>What became of a save.</summary>
public abstract record SaveResult
{
    private SaveResult()
    {
    }

    /// <summary>It is in the database.</summary>
    public sealed record Saved(ItemRecord Item) : SaveResult;

    /// <summary>Somebody saved since: nothing was written, and both texts are there to be compared.</summary>
    public sealed record Conflict(ItemRecord Theirs) : SaveResult;

    /// <summary>The text has faults: nothing was written.</summary>
    public sealed record Refused(ImmutableArray<Fault> Faults) : SaveResult;

    /// <summary>Another item has that address: nothing was written.</summary>
    public sealed record AddressTaken(string Key) : SaveResult;

    /// <summary>The law forbids it for now: nothing was written.</summary>
    /// <param name="Reason">Why, and until when: a French sentence.</param>
    public sealed record Forbidden(string Reason) : SaveResult;

    /// <summary>There is no such item, or it is in the trash.</summary>
    public sealed record Missing : SaveResult;
}
