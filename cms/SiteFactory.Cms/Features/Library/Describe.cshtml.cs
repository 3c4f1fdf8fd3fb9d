using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SiteFactory.Cms.Access;
using SiteFactory.Cms.Data.Content;
using SiteFactory.Cms.Media;

namespace SiteFactory.Cms.Features.Library;

/// <summary>What the pictures that were just sent show, asked at once.</summary>
[SiteAccess(SiteRight.Write)]
public sealed class DescribeModel(MediaLibrary library, CurrentSite current) : PageModel
{
    private const int Most = 50;

    /// <summary>Ids of the files, commas between.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Ids { get; set; }

    /// <summary>Words, in the order of the files.</summary>
    [BindProperty]
    public List<Words> Said { get; set; } = [];

    /// <summary>The files.</summary>
    public IReadOnlyList<MediaRecord> Files { get; private set; } = [];

    /// <summary>Asks.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        Said = [.. Files.Select(f => new Words { Id = f.Id, Alt = f.Alt, Decorative = f.Decorative })];
        return Files.Count == 0 ? Redirect($"/s/{current.Key}/phototheque") : Page();
    }

    /// <summary>Keeps the answers; a picture without any is asked for again.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        for (var i = 0; i < Said.Count; i++)
        {
            if (Files.FirstOrDefault(f => f.Id == Said[i].Id) is not { } file)
                continue;
            if (!Said[i].Decorative && string.IsNullOrWhiteSpace(Said[i].Alt))
            {
                ModelState.AddModelError($"Said[{i}].Alt", LibraryTexts.T["AltMissing"]);
                continue;
            }
            (file.Alt, file.Decorative) = (Said[i].Decorative ? null : Said[i].Alt!.Trim(), Said[i].Decorative);
            await library.DescribeAsync(file, cancellation);
        }
        if (!ModelState.IsValid)
            return Page();
        TempData["Done"] = LibraryTexts.T["Described"];
        return Redirect($"/s/{current.Key}/phototheque");
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        var ids = (Ids ?? "").Split(',').Select(i => Guid.TryParse(i, out var id) ? id : Guid.Empty).Where(i => i != Guid.Empty).Take(Most).ToList();
        var files = await library.Files.Where(m => ids.Contains(m.Id)).ToListAsync(cancellation);
        Files = [.. files.Where(f => f.ContentType.StartsWith("image/", StringComparison.Ordinal)).OrderBy(f => ids.IndexOf(f.Id))];
    }

    /// <summary>What is said of one picture.</summary>
    public sealed class Words
    {
        public Guid Id { get; set; }

        public string? Alt { get; set; }

        public bool Decorative { get; set; }
    }
}
