using NodaTime;
using SiteFactory.Cms.Access;
using SiteFactory.Cms.Checking;
using SiteFactory.Cms.Editing;
using SiteFactory.Cms.Editing.Differences;
using SiteFactory.Cms.Features.Doubles;

namespace SiteFactory.Cms.Features.Items;

/// <summary>What the editors of all kinds work with.</summary>
public sealed record EditorServices(ItemStore Items, TerritoryTime Time, EditContexts Contexts, CurrentSite Site, CurrentPerson Person, TerritoryCheck Check, TerritoryReading Reading, PublicAddresses Addresses, LikelyDoubles Doubles, IClock Clock)
{
    /// <summary>Fields in words, for comparing.</summary>
    public async Task<ReadableFields> ReadableAsync(CancellationToken cancellation)
    {
        var context = await Contexts.GetAsync(cancellation);
        return new(context.Territory, context.Zone);
    }
}
