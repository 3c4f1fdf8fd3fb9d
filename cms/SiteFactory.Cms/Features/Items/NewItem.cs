using NodaTime;
using SiteFactory.Cms.Features.Shared;
using SiteFactory.Content.Model;

namespace SiteFactory.Cms.Features.Items;

/// <summary>Where an item is written that does not exist yet.</summary>
public static class NewItem
{
    /// <summary>The editor at an identity of its own.</summary>
    /// <param name="copy">The item to start from; null: nothing.</param>
    public static string Address(IClock clock, string site, ContentKind kind, Guid? copy) =>
        $"/s/{site}/{ItemAddresses.Segment(kind)}/{Guid.CreateVersion7(clock.GetCurrentInstant().ToDateTimeOffset())}?nouveau=true{(copy is { } id ? $"&copie={id}" : "")}";
}
