namespace SiteFactory.Content.Model;

/// <summary>What a site decided about somebody else's item.</summary>
public enum OverlayDecision
{
    Accepted,
    Refused,
}

/// <summary>What a site keeps about somebody else's item, and never a copy of it (<c>overlays.yaml</c>).</summary>
/// <param name="Item">The item's id.</param>
/// <param name="Decision">Null: the rules decide, the overlay only adds words.</param>
public sealed record Overlay(
    Guid Item,
    OverlayDecision? Decision,
    bool Pinned,
    string? Title,
    string? Image,
    string? Note);
