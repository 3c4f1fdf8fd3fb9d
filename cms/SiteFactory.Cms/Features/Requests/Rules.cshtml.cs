using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SiteFactory.Cms.Access;
using SiteFactory.Cms.Citizens;
using SiteFactory.Content.Model;
using SiteFactory.Portal.Dispatch;
using SiteFactory.Portal.Forms;
using SiteFactory.Portal.Territory;

namespace SiteFactory.Cms.Features.Requests;

/// <summary>The referential: which body handles what. A commune changes the rules about itself, the métropole all of them.</summary>
[SiteAccess(SiteRight.Manage)]
public sealed class RulesModel(Referential referential, AgentsOfSite agents, CurrentSite site, FormCatalog catalog, IPortalTerritory territory) : PageModel
{
    [BindProperty]
    public string? Category { get; set; }

    [BindProperty]
    public string? Commune { get; set; }

    [BindProperty]
    public string? Place { get; set; }

    [BindProperty]
    public string? Body { get; set; }

    public ImmutableArray<DispatchRule> Rules { get; private set; } = [];

    public PortalTerritory Now { get; private set; } = null!;

    public IEnumerable<(string Key, string Label)> Categories => RequestCategories.All(catalog);

    /// <summary>Whether this is the métropole's screen.</summary>
    public bool IsMetropole => site.Record!.Kind == SiteKind.Metropole;

    /// <summary>Whether this person may take the rule away here.</summary>
    public bool MayRemove(DispatchRule rule) => Referential.MayChange(agents.Current, rule.Commune, Now);

    public string CategoryName(string? key) => key is null ? RequestWords.Texts["AnyCategory"] : Categories.FirstOrDefault(c => c.Key == key).Label ?? key;

    /// <summary>Who handles a category when no rule fits.</summary>
    public string Otherwise(Handler handler) => handler == Handler.Metropole ? Now.Metropole?.Name ?? "" : RequestWords.Texts["ItsCommune"];

    /// <summary>Every category with its own handler.</summary>
    public IEnumerable<(string Label, Handler Handler)> Defaults => catalog.Forms.SelectMany(f => f.DispatchField is { } name && f.Field(name) is { } asked
        ? asked.Options.Select(o => ($"{f.Title} – {o.Label}", o.Handler ?? f.Handler))
        : [(f.Title, f.Handler)]);

    public Task OnGetAsync(CancellationToken cancellation) => LoadAsync(cancellation);

    /// <summary>Adds a rule.</summary>
    public async Task<IActionResult> OnPostAddAsync(CancellationToken cancellation)
    {
        var rule = new DispatchRule(0, Empty(Category), IsMetropole ? Empty(Commune) : site.Key, Empty(Place), Body ?? "");
        if (await referential.AddAsync(agents.Current, rule, cancellation))
        {
            TempData["Done"] = RequestWords.Texts["RuleAdded"];
            return Redirect($"/s/{site.Key}/demandes/repartition");
        }
        ModelState.AddModelError(nameof(Body), RequestWords.Texts["RuleRefused"]);
        await LoadAsync(cancellation);
        return Page();
    }

    /// <summary>Takes a rule away.</summary>
    public async Task<IActionResult> OnPostRemoveAsync(long rule, CancellationToken cancellation)
    {
        if (!await referential.RemoveAsync(agents.Current, rule, cancellation))
            return NotFound();
        TempData["Done"] = RequestWords.Texts["RuleRemoved"];
        return Redirect($"/s/{site.Key}/demandes/repartition");
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        Now = await territory.CurrentAsync(cancellation);
        var all = await referential.AllAsync(cancellation);
        Rules = IsMetropole ? all : [.. all.Where(r => r.Commune is null || r.Commune == site.Key)];
    }

    private static string? Empty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
