using SiteFactory.Cms.Features.Shared;
using SiteFactory.Content.Texts;

namespace SiteFactory.Cms.Features.Rooms;

/// <summary>The feature's words.</summary>
public static class RoomTexts
{
    /// <summary>By name.</summary>
    public static TextResource T { get; } = SharedTexts.Of("Rooms.RoomTexts");
}
