using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;
using SiteFactory.Cms.Access;
using SiteFactory.Cms.Data.Content;
using SiteFactory.Cms.Media;

namespace SiteFactory.Cms.Features.Library;

/// <summary>One file of the library: what is said of it, where it is shown, other bytes for it.</summary>
[SiteAccess(SiteRight.See)]
[HandlerAccess("Replace", SiteRight.Publish)]
[HandlerAccess("Rename", SiteRight.Publish)]
[HandlerAccess("Delete", SiteRight.Publish)]
[RequestSizeLimit(UploadCheck.LargestDocument + (1 << 20))]
[RequestFormLimits(MultipartBodyLengthLimit = UploadCheck.LargestDocument + (1 << 20))]
public sealed class FileModel(MediaLibrary library, MediaUses uses, CurrentSite current) : PageModel
{
    [BindProperty]
    public string? Alt { get; set; }

    [BindProperty]
    public bool Decorative { get; set; }

    [BindProperty]
    public string? Credit { get; set; }

    [BindProperty]
    public string? Licence { get; set; }

    /// <summary><c>2027-01-31</c>.</summary>
    [BindProperty]
    public string? LicenceUntil { get; set; }

    [BindProperty]
    public string? Consent { get; set; }

    /// <summary>Percent from the left.</summary>
    [BindProperty]
    public int FocusX { get; set; } = 50;

    /// <summary>Percent from the top.</summary>
    [BindProperty]
    public int FocusY { get; set; } = 50;

    [BindProperty]
    public bool Shared { get; set; }

    /// <summary>The name without folder and ending.</summary>
    [BindProperty]
    public string? Name { get; set; }

    /// <summary>The file.</summary>
    public MediaRecord Stored { get; private set; } = null!;

    /// <summary>Where it is shown.</summary>
    public IReadOnlyList<MediaUse> Uses { get; private set; } = [];

    /// <summary>Whether it is a picture.</summary>
    public bool IsPicture => Stored.ContentType.StartsWith("image/", StringComparison.Ordinal);

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation))
            return NotFound();
        Fill();
        return Page();
    }

    /// <summary>Keeps what is said of it.</summary>
    public async Task<IActionResult> OnPostSaveAsync(Guid id, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation))
            return NotFound();
        if (IsPicture && !Decorative && string.IsNullOrWhiteSpace(Alt))
            ModelState.AddModelError(nameof(Alt), LibraryTexts.T["AltMissing"]);
        var until = string.IsNullOrWhiteSpace(LicenceUntil) ? null : LocalDatePattern.Iso.Parse(LicenceUntil.Trim());
        if (until is { Success: false })
            ModelState.AddModelError(nameof(LicenceUntil), LibraryTexts.T["DateBad"]);
        if (!ModelState.IsValid)
            return Page();
        Say(until?.Value);
        await library.DescribeAsync(Stored, cancellation);
        TempData["Done"] = LibraryTexts.T["Saved"];
        return Redirect(Address(Stored));
    }

    /// <summary>Other bytes under the same name.</summary>
    public Task<IActionResult> OnPostReplaceAsync(Guid id, IFormFile? fichier, CancellationToken cancellation) =>
        ChangeAsync(id, "fichier", "Replaced", async () =>
        {
            if (fichier is null)
                throw new UploadRefusedException(LibraryTexts.T["NoFile"]);
            await using var content = fichier.OpenReadStream();
            await library.ReplaceAsync(Stored, content, cancellation);
        }, cancellation);

    /// <summary>Another name, which everything of the site that shows the file follows; refused while another site shows it.</summary>
    public Task<IActionResult> OnPostRenameAsync(Guid id, CancellationToken cancellation) =>
        ChangeAsync(id, nameof(Name), "Renamed", () => Uses.Any(u => u.Address is null) ? throw new UploadRefusedException(MediaTexts.T["NameUsed"]) : library.RenameAsync(Stored, Name ?? "", cancellation), cancellation);

    /// <summary>To the trash, unless something shows it.</summary>
    public async Task<IActionResult> OnPostDeleteAsync(Guid id, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation))
            return NotFound();
        if (Uses.Count > 0)
        {
            TempData["Warning"] = LibraryTexts.T["DeleteUsed"];
            return Redirect(Address(Stored));
        }
        await library.SetDeletedAsync(Stored, deleted: true, cancellation);
        TempData["Done"] = LibraryTexts.T["Deleted"];
        return Redirect($"/s/{current.Key}/phototheque");
    }

    private async Task<IActionResult> ChangeAsync(Guid id, string field, string done, Func<Task> change, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation))
            return NotFound();
        try
        {
            await change();
        }
        catch (UploadRefusedException e)
        {
            var name = Name;
            Fill();
            Name = name ?? Name;
            ModelState.Clear();
            ModelState.AddModelError(field, e.Message);
            return Page();
        }
        TempData["Done"] = LibraryTexts.T[done];
        return Redirect(Address(Stored));
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellation)
    {
        if (await library.Files.FirstOrDefaultAsync(m => m.Id == id, cancellation) is not { } file)
            return false;
        Stored = file;
        Uses = await uses.OfAsync(file, cancellation);
        return true;
    }

    private void Fill()
    {
        (Alt, Decorative, Credit, Licence, Consent, Shared) = (Stored.Alt, Stored.Decorative, Stored.Credit, Stored.Licence, Stored.Consent, Stored.Shared);
        LicenceUntil = Stored.LicenceUntil is { } until ? LocalDatePattern.Iso.Format(until) : null;
        FocusX = Percent(Stored.FocusX);
        FocusY = Percent(Stored.FocusY);
        var name = LibraryText.NameOf(Stored.Path);
        Name = name[..name.LastIndexOf('.')];
    }

    private void Say(LocalDate? until)
    {
        (Stored.Alt, Stored.Decorative) = (Decorative ? null : Trimmed(Alt), Decorative);
        (Stored.Credit, Stored.Licence, Stored.Consent, Stored.LicenceUntil, Stored.Shared) = (Trimmed(Credit), Trimmed(Licence), Trimmed(Consent), until, Shared);
        var isMiddle = FocusX == 50 && FocusY == 50;
        Stored.FocusX = isMiddle ? null : Math.Clamp(FocusX, 0, 100) / 100.0;
        Stored.FocusY = isMiddle ? null : Math.Clamp(FocusY, 0, 100) / 100.0;
    }

    private static int Percent(double? part) => (int)Math.Round((part ?? 0.5) * 100);

    private static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static string Address(MediaRecord file) => $"/s/{file.SiteKey}/phototheque/{file.Id}";
}
