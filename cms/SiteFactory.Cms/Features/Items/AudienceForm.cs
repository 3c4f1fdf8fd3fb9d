using SiteFactory.Content.Model;

namespace SiteFactory.Cms.Features.Items;

/// <summary>"Qui peut l’afficher ?"</summary>
public sealed class AudienceForm
{
    /// <summary>Only the site itself.</summary>
    public const string Own = "site";

    /// <summary>Every site.</summary>
    public const string All = "toutes";

    /// <summary>Chosen zones and sites.</summary>
    public const string Chosen = "choix";

    /// <summary>One of the three.</summary>
    public string Who { get; set; } = Own;

    /// <summary>Keys of zones.</summary>
    public List<string> Zones { get; set; } = [];

    /// <summary>Keys of sites.</summary>
    public List<string> Sites { get; set; } = [];

    /// <summary>What the audience says.</summary>
    public static AudienceForm Of(Audience audience) => new()
    {
        Who = audience.All ? All : audience.IsNone ? Own : Chosen,
        Zones = [.. audience.Zones],
        Sites = [.. audience.Sites],
    };

    /// <summary>The audience, or what is written today when it says the same.</summary>
    /// <param name="written">What the item's text says; null: its kind's default.</param>
    /// <param name="effective">What that means.</param>
    public Audience? Audience(Audience? written, Audience effective, EditContext context)
    {
        var chosen = Who switch
        {
            All => Content.Model.Audience.Everyone,
            Chosen => new(false, [.. context.Territory.Zones.Select(z => z.Key).Where(Zones.Contains)], [.. context.Sites.Select(s => s.Key).Where(Sites.Contains)]),
            _ => Content.Model.Audience.None,
        };
        return Same(chosen, effective) ? written : chosen;
    }

    private static bool Same(Audience one, Audience other) =>
        one.All == other.All && one.Zones.ToHashSet().SetEquals(other.Zones) && one.Sites.ToHashSet().SetEquals(other.Sites);
}
