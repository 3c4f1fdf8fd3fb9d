using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using SiteFactory.Cms.Data;
using SiteFactory.Cms.Data.Content;
using SiteFactory.Cms.Editing;
using SiteFactory.Content.Model;

namespace SiteFactory.Cms.Features.Everyday;

/// <summary>What forms can choose from: places of the directory, files of the library.</summary>
public sealed class EverydayChoices(ItemStore items, CmsDbContext database)
{
    /// <summary>The site's live entries of the directory, by name.</summary>
    /// <param name="none">The words for none.</param>
    /// <param name="chosen">Stays a choice, whatever became of it.</param>
    public async Task<IReadOnlyList<SelectListItem>> PlacesAsync(string none, string? chosen, CancellationToken cancellation)
    {
        var places = await items.Items.AsNoTracking().Where(i => i.Kind == ContentKind.Directory && i.LiveText != null).OrderBy(i => i.Title).Select(i => new { i.Key, i.Title }).ToListAsync(cancellation);
        return WithChosen(places.Select(p => new SelectListItem(p.Title, p.Key)), none, chosen);
    }

    /// <summary>Entry of the directory by its key; null: the site shows none.</summary>
    public Task<ItemRecord?> PlaceAsync(string key, CancellationToken cancellation) =>
        items.Items.AsNoTracking().FirstOrDefaultAsync(i => i.Kind == ContentKind.Directory && i.Key == key && i.LiveText != null, cancellation);

    /// <summary>Documents of the library, by name.</summary>
    /// <param name="none">The words for none.</param>
    /// <param name="chosen">Stays a choice, whatever became of it.</param>
    public async Task<IReadOnlyList<SelectListItem>> FilesAsync(string none, string? chosen, CancellationToken cancellation)
    {
        var files = await database.Media.AsNoTracking().Where(m => m.DeletedAt == null && !m.ContentType.StartsWith("image/")).OrderBy(m => m.Path).Select(m => m.Path).ToListAsync(cancellation);
        return WithChosen(files.Select(f => new SelectListItem(f.Replace("media/", "", StringComparison.Ordinal), f)), none, chosen);
    }

    /// <summary>Whether it is one of the choices; a choice is never made up by hand.</summary>
    public static bool Holds(IReadOnlyList<SelectListItem> choices, string? chosen) => string.IsNullOrEmpty(chosen) || choices.Any(c => c.Value == chosen);

    private static List<SelectListItem> WithChosen(IEnumerable<SelectListItem> choices, string none, string? chosen)
    {
        var all = choices.Prepend(new SelectListItem(none, "")).ToList();
        if (chosen is { Length: > 0 } && all.TrueForAll(c => c.Value != chosen))
            all.Add(new SelectListItem(chosen, chosen));
        return all;
    }
}
