using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using SiteFactory.Cms.Access;
using SiteFactory.Cms.Citizens;
using SiteFactory.Cms.Editing;
using SiteFactory.Portal.Data;
using SiteFactory.Portal.Forms;
using SiteFactory.Portal.Requests;
using SiteFactory.Portal.Territory;

namespace SiteFactory.Cms.Features.Requests;

/// <summary>The requests that this body handles. Who only reads the site's content does not see what citizens write.</summary>
[SiteAccess(SiteRight.Write)]
public sealed class IndexModel(AgentDesk desk, DeskReports reports, AgentsOfSite agents, FormCatalog catalog, IPortalTerritory territory, TerritoryTime time) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "texte")]
    public string? Text { get; set; }

    [BindProperty(SupportsGet = true, Name = "etat")]
    public string? State { get; set; }

    [BindProperty(SupportsGet = true, Name = "categorie")]
    public string? Category { get; set; }

    [BindProperty(SupportsGet = true, Name = "commune")]
    public string? Commune { get; set; }

    [BindProperty(SupportsGet = true, Name = "miennes")]
    public bool Own { get; set; }

    [BindProperty(SupportsGet = true, Name = "page")]
    public int Number { get; set; } = 1;

    /// <summary>What was found.</summary>
    public DeskPage Found { get; private set; } = new([], 0, 1, 1);

    /// <summary>Services and their categories.</summary>
    public IEnumerable<(string Key, string Label)> Categories => RequestCategories.All(catalog);

    /// <summary>The communes that a request may be about.</summary>
    public IReadOnlyList<PortalBody> Communes { get; private set; } = [];

    public DateTimeZone Zone { get; private set; } = DateTimeZone.Utc;

    /// <summary>Shows the list.</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Found = await desk.ListAsync(agents.Current, Filter(), cancellation);
        Communes = [.. (await territory.CurrentAsync(cancellation)).Communes];
        Zone = await time.ZoneAsync(cancellation);
    }

    /// <summary>The same list as a table for spreadsheets.</summary>
    public async Task<IActionResult> OnGetTableAsync(CancellationToken cancellation) =>
        File(Encoding.UTF8.GetBytes(await reports.CsvAsync(agents.Current, Filter(), cancellation)), "text/csv; charset=utf-8", "demandes.csv");

    /// <summary>The address of another page of the list.</summary>
    public string PageAddress(int page) => QueryString.Create(
        new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["texte"] = Text,
            ["etat"] = State,
            ["categorie"] = Category,
            ["commune"] = Commune,
            ["miennes"] = Own ? "true" : null,
            ["page"] = page.ToString(System.Globalization.CultureInfo.InvariantCulture),
        }.Where(p => !string.IsNullOrEmpty(p.Value))).ToString();

    // Without a choice, what is still open is shown: that is the day's work.
    private DeskFilter Filter() => new(
        Commune: Commune, Category: Category, Status: Enum.TryParse<RequestStatus>(State, out var status) && Enum.IsDefined(status) ? status : null,
        Open: string.IsNullOrEmpty(State), AssignedTo: Own ? agents.Current.Id : null, Text: Text, Page: Number)
    {
        // Answers to a consultation are counted on a screen of their own; nobody has to handle them.
        Without = catalog.Consultations,
    };
}

/// <summary>Every category that a request can have.</summary>
public static class RequestCategories
{
    public static IEnumerable<(string Key, string Label)> All(FormCatalog catalog) =>
        catalog.Forms.SelectMany(f => Of(f).Prepend((Key: f.Slug, Label: f.Title)).DistinctBy(c => c.Key));

    /// <summary>Those of one form.</summary>
    public static IEnumerable<(string Key, string Label)> Of(FormDefinition form) => form.DispatchField is { } name && form.Field(name) is { } field
        ? field.Options.Select(o => (form.Slug + "/" + o.Value, $"{form.Title} – {o.Label}"))
        : [(form.Slug, form.Title)];
}
