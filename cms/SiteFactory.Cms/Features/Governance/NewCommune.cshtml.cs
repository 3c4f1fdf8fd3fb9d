using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SiteFactory.Cms.Access;
using SiteFactory.Cms.Checking;
using SiteFactory.Cms.Data;
using SiteFactory.Cms.Data.People;
using SiteFactory.Cms.Editing;
using SiteFactory.Cms.Features.Items;
using SiteFactory.Cms.Import;
using SiteFactory.Content.FolderFormat;
using SiteFactory.Content.Model;
using SiteFactory.Content.Starter;
using SiteFactory.Generator.Load;

namespace SiteFactory.Cms.Features.Governance;

/// <summary>A commune's site from its INSEE code: name, addresses, legal pages and contents to start from.</summary>
[TerritoryAccess(TerritoryRole.Administrator)]
public sealed class NewCommuneModel(TerritoryReading reading, FolderImport import, ChangeLog log, CmsDbContext database) : PageModel
{
    private static readonly string ListPath = Path.Combine(AppContext.BaseDirectory, "official", "communes.json.gz");

    [BindProperty]
    public string? Insee { get; set; }

    [BindProperty]
    public string? Domain { get; set; }

    /// <summary>Shows the form.</summary>
    public void OnGet()
    {
        // The form alone.
    }

    /// <summary>Makes the site; the first publication follows by itself.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var errors = new FormErrors(ModelState);
        var insee = errors.Required(nameof(Insee), Insee, GovernanceTexts.T["InseeMissing"]);
        if (!errors.None || (await reading.NowAsync(cancellation)).Snapshot is not { } snapshot)
            return Page();
        var official = await OfficialList.ReadAsync(ListPath, cancellation);
        var plan = NewCommune.Plan(official, insee, Typed.Line(Domain), centre: null, snapshot, database.Sites.Select(s => s.Key).ToList());
        if (plan.Facts is not { } facts)
        {
            Refuse(plan, insee);
            return Page();
        }
        var files = new StarterFiles(StarterSet.Expand(facts), facts.Key, FormatText.WriteTerritory(snapshot.Territory));
        await import.RunAsync(files.Files, files, overwrite: false, cancellation);
        log.Journal("site-made", facts.Key, facts.Name.Name);
        await database.SaveChangesAsync(cancellation);
        TempData["Done"] = GovernanceTexts.T.Format("Made", facts.Name.Name);
        return Redirect($"/s/{facts.Key}/");
    }

    private void Refuse(NewCommune plan, string insee)
    {
        var near = string.Join(", ", plan.Near.Select(c => $"{c.Insee} {c.Name}"));
        var (field, message) = plan.Refusal switch
        {
            NewCommuneRefusal.UnknownCode when near.Length > 0 => (nameof(Insee), GovernanceTexts.T.Format("InseeNear", insee, near)),
            NewCommuneRefusal.UnknownCode => (nameof(Insee), GovernanceTexts.T.Format("InseeUnknown", insee)),
            NewCommuneRefusal.AlreadyThere => (nameof(Insee), GovernanceTexts.T["AlreadyThere"]),
            NewCommuneRefusal.DomainTaken => (nameof(Domain), GovernanceTexts.T["DomainTaken"]),
            _ => (nameof(Domain), GovernanceTexts.T["DomainWrong"]),
        };
        ModelState.AddModelError(field, message);
    }
}

/// <summary>What a new commune starts from, as a content folder in memory.</summary>
internal sealed class StarterFiles : IMediaStore
{
    public StarterFiles(IEnumerable<StarterFile> files, string siteKey, string territory)
    {
        Files.Set("territory.yaml", territory);
        foreach (var file in files)
            Files.Set($"{siteKey}/{file.Path}", file.Bytes.ToArray());
    }

    public MemoryContentFiles Files { get; } = new();

    public Stream OpenRead(MediaItem item)
    {
        var buffer = new ContentBuffer();
        Files.Read($"{item.SiteKey}/{item.Path}", buffer);
        return new MemoryStream(buffer.Bytes.ToArray());
    }

    public string? LocalPath(MediaItem item) => null;
}
