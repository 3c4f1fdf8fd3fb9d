using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using SiteFactory.Cms.Access;
using SiteFactory.Cms.Checking;
using SiteFactory.Cms.Data.Content;
using SiteFactory.Cms.Editing;
using SiteFactory.Cms.Media;
using SiteFactory.Content.Model;
using SiteFactory.Content.Slugs;

namespace SiteFactory.Cms.Features.Library;

/// <summary>The site's pictures and files, and those that others share.</summary>
[SiteAccess(SiteRight.See)]
[HandlerAccess("Restore", SiteRight.Publish)]
[RequestSizeLimit(LargestRequest)]
[RequestFormLimits(MultipartBodyLengthLimit = LargestRequest)]
public sealed class IndexModel(MediaLibrary library, MediaUses uses, TerritoryReading territory, TerritoryTime time, CurrentSite current) : PageModel
{
    private const long LargestRequest = 400L << 20;
    private const int EndingDays = 60;

    /// <summary>The lists that can be asked for, by the word in the address.</summary>
    public static IReadOnlyList<string> Filters { get; } = ["tout", "images", "documents", "sans-texte", "inutilises", "licence", "consentement", "partages", "corbeille"];

    /// <summary>Words to look for.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    /// <summary>One of <see cref="Filters"/>.</summary>
    [BindProperty(SupportsGet = true)]
    public string Filtre { get; set; } = "tout";

    /// <summary>What is found of the site's own.</summary>
    public IReadOnlyList<MediaRecord> Files { get; private set; } = [];

    /// <summary>What is found of other sites'.</summary>
    public IReadOnlyList<MediaItem> Shared { get; private set; } = [];

    /// <summary>Lists them.</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        if (!Filters.Contains(Filtre))
            Filtre = Filters[0];
        if (Filtre == "partages")
        {
            var now = await territory.NowAsync(cancellation);
            Shared = [.. LibraryText.Shared(now.Snapshot, current.Key).Where(m => Fits(m.Path, m.Alt, m.Credit))];
            return;
        }
        var source = Filtre == "corbeille" ? library.Trash : library.Files;
        var all = await source.AsNoTracking().OrderByDescending(m => m.UpdatedAt).ThenBy(m => m.Path).ToListAsync(cancellation);
        var today = time.Now.InZone(await time.ZoneAsync(cancellation)).Date;
        var unused = Filtre == "inutilises" ? await uses.UnusedAsync(all, cancellation) : [];
        Files = [.. all.Where(m => Fits(m.Path, m.Alt, m.Credit) && Belongs(m, today, unused))];
    }

    /// <summary>Takes the files that a plain form sends; what is refused is told by name, the others are kept.</summary>
    public async Task<IActionResult> OnPostUploadAsync(List<IFormFile> fichiers, CancellationToken cancellation)
    {
        var added = new List<Guid>();
        var refused = new List<string>();
        foreach (var file in fichiers)
        {
            try
            {
                await using var content = file.OpenReadStream();
                added.Add((await library.AddAsync(file.FileName, content, cancellation)).Id);
            }
            catch (UploadRefusedException e)
            {
                refused.Add($"{LibraryText.NameOf(file.FileName)} : {e.Message}");
            }
        }
        if (fichiers.Count == 0)
            refused.Add(LibraryTexts.T["NoFile"]);
        if (refused.Count > 0)
            TempData["Warning"] = string.Join(' ', refused);
        return added.Count > 0 ? Redirect($"/s/{current.Key}/phototheque/decrire?ids={string.Join(',', added)}") : Redirect($"/s/{current.Key}/phototheque");
    }

    /// <summary>Takes a file out of the trash.</summary>
    public async Task<IActionResult> OnPostRestoreAsync(Guid id, CancellationToken cancellation)
    {
        if (await library.Trash.FirstOrDefaultAsync(m => m.Id == id, cancellation) is not { } file)
            return NotFound();
        try
        {
            await library.SetDeletedAsync(file, deleted: false, cancellation);
            TempData["Done"] = LibraryTexts.T["Restored"];
        }
        catch (UploadRefusedException e)
        {
            TempData["Warning"] = e.Message;
        }
        return Redirect($"/s/{current.Key}/phototheque/{file.Id}");
    }

    private bool Belongs(MediaRecord file, LocalDate today, HashSet<string> unused) => Filtre switch
    {
        "images" => IsPicture(file),
        "documents" => !IsPicture(file),
        "sans-texte" => IsPicture(file) && !file.Decorative && string.IsNullOrWhiteSpace(file.Alt),
        "inutilises" => unused.Contains(file.Path),
        "licence" => file.LicenceUntil is { } until && until <= today.PlusDays(EndingDays),
        "consentement" => !string.IsNullOrWhiteSpace(file.Consent),
        _ => true,
    };

    private static bool IsPicture(MediaRecord file) => file.ContentType.StartsWith("image/", StringComparison.Ordinal);

    private bool Fits(params string?[] texts)
    {
        var asked = Slug.From(Q ?? "");
        var all = Slug.From(string.Join(' ', texts));
        return asked.Length == 0 || asked.Split('-').All(word => all.Contains(word, StringComparison.Ordinal));
    }
}
