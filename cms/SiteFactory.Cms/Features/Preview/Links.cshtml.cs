using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using NodaTime;
using NodaTime.Text;
using SiteFactory.Cms.Access;
using SiteFactory.Cms.Data.Content;
using SiteFactory.Cms.Editing;
using SiteFactory.Cms.Features.Shared;
using SiteFactory.Cms.Hosting;

namespace SiteFactory.Cms.Features.Preview;

/// <summary>The preview links of one item: made, listed, revoked.</summary>
[SiteAccess(SiteRight.Write)]
public sealed class LinksModel(PreviewLinks links, ItemStore items, TerritoryTime time, IOptions<CmsOptions> options) : PageModel
{
    private static readonly int[] Choices = [1, 7, 30];
    private static readonly LocalDateTimePattern Until = LocalDateTimePattern.Create("d MMMM yyyy 'à' HH'\u00a0h\u00a0'mm", SharedTexts.French);

    /// <summary>How many days a new link works.</summary>
    [BindProperty]
    public int Days { get; set; } = 7;

    /// <summary>The durations to choose from.</summary>
    public static IReadOnlyList<int> Durations => Choices;

    /// <summary>The item.</summary>
    public ItemRecord Item { get; private set; } = null!;

    /// <summary>Those that work.</summary>
    public IReadOnlyList<PreviewLink> Links { get; private set; } = [];

    /// <summary>The link that was made just now: it is shown once.</summary>
    public string? Fresh { get; private set; }

    /// <summary>Lists them.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation))
            return NotFound();
        Fresh = TempData["PreviewLink"] as string;
        return Page();
    }

    /// <summary>Makes one.</summary>
    public async Task<IActionResult> OnPostCreateAsync(Guid id, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation))
            return NotFound();
        var days = Choices.Contains(Days) ? Days : Choices[0];
        var secret = await links.CreateAsync(Item, Duration.FromDays(days), cancellation);
        TempData["PreviewLink"] = $"{options.Value.Address.TrimEnd('/')}/apercu/{secret}";
        return Redirect(AddressOf(Item));
    }

    /// <summary>Ends one.</summary>
    public async Task<IActionResult> OnPostRevokeAsync(Guid id, Guid lien, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation))
            return NotFound();
        await links.RevokeAsync(id, lien, cancellation);
        TempData["Done"] = PreviewTexts.T["Revoked"];
        return Redirect(AddressOf(Item));
    }

    /// <summary>When a link ends, for people.</summary>
    public string Ends(PreviewLink link) => Until.Format(link.ExpiresAt.InZone(_zone).LocalDateTime);

    private DateTimeZone _zone = DateTimeZone.Utc;

    private static string AddressOf(ItemRecord item) => $"/s/{item.SiteKey}/apercu-liens/{item.Id}";

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellation)
    {
        if (await items.FindAsync(id, cancellation) is not { } item)
            return false;
        _zone = await time.ZoneAsync(cancellation);
        Item = item;
        Links = await links.OfAsync(id, cancellation);
        return true;
    }
}
