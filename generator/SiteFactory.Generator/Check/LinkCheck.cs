using SiteFactory.Content.Faults;
using SiteFactory.Generator.Plan;

namespace SiteFactory.Generator.Check;

/// <summary>
/// Follows every link inside a site, those of pages that were not rendered again included: a page that goes away breaks
/// links of pages that did not change.
/// </summary>
/// <param name="known">What the check before found right: it is followed again only where it may have become wrong.</param>
internal sealed class LinkCheck(SitePlan plan, IReadOnlyDictionary<string, PageFacts> facts, CheckedLinks known)
{
    private readonly IReadOnlySet<string> _addresses = known.AddressesOf(plan);

    public IEnumerable<Fault> Faults()
    {
        foreach (var page in plan.Outputs.OfType<PageOutput>())
        {
            if (!facts.TryGetValue(page.Path, out var found))
                continue;
            var wrong = Wrong(page, found);
            if (wrong.Count == 0)
                known.Right(page.Path, found);
            foreach (var fault in wrong)
                yield return fault;
        }
    }

    private List<Fault> Wrong(PageOutput page, PageFacts found)
    {
        var wasRight = known.WasRight(page.Path, found);
        var wrong = new List<Fault>();
        HashSet<string>? told = null;
        foreach (var link in found.Links)
        {
            // Another page's anchors may have changed.
            if (wasRight && !link.Contains('#'))
                continue;
            if (Problem(page, link) is { } fault && (told ??= []).Add(link))
                wrong.Add(fault);
        }
        return wrong;
    }

    private Fault? Problem(PageOutput page, string link)
    {
        var hash = link.IndexOf('#');
        var path = hash < 0 ? link : link[..hash];
        var query = path.IndexOf('?');
        if (query >= 0)
            path = path[..query];
        var target = path.Length == 0 ? Address(page) : Uri.UnescapeDataString(path);
        if (!_addresses.Contains(target) && !_addresses.Contains(target + "/") && !plan.Redirects.ContainsKey(target))
            return Describe(page, "dead-link", link, GeneratorTexts.Format("FaultDeadLink", link), Suggestion(target));
        if (hash < 0 || hash == link.Length - 1)
            return null;
        var anchor = Uri.UnescapeDataString(link[(hash + 1)..]);
        return facts.TryGetValue(Addresses.File(target), out var there) && !there.Anchors.Contains(anchor) && !IsOfTheShell(anchor)
            ? Describe(page, "dead-anchor", link, GeneratorTexts.Format("FaultDeadAnchor", link), GeneratorTexts.Get("FaultDeadAnchorCure"))
            : null;
    }

    // Ids that header and footer bring; the scan reads main parts only.
    private static bool IsOfTheShell(string anchor) => anchor is "contenu" or "menu" or "pied" or "recherche" or "haut" or "navigation";

    private Fault Describe(PageOutput page, string code, string link, string message, string cure)
    {
        var source = page.Source;
        return Fault.Error(code, plan.Site.Key, source?.File ?? "/" + page.Path, Line(source, link), null, message, cure);
    }

    private static int? Line(PageSource? source, string link)
    {
        if (source is null)
            return null;
        for (var at = source.Body.IndexOf(link, StringComparison.Ordinal); at >= 0; at = source.Body.IndexOf(link, at + 1, StringComparison.Ordinal))
        {
            if (EndsAt(source.Body, at + link.Length))
                return source.BodyLine + source.Body.AsSpan(0, at).Count('\n');
        }
        return null;
    }

    // "/mairie" is not the link in "/mairie-annexe/".
    private static bool EndsAt(string body, int end) =>
        end == body.Length || body[end] is ')' or ' ' or '"' or '}' or '>' or '\n' or '\r' or '\t';

    private string Suggestion(string target)
    {
        var name = target.TrimEnd('/');
        name = name[(name.LastIndexOf('/') + 1)..];
        var near = _addresses.Where(a => name.Length > 2 && a.EndsWith($"/{name}/", StringComparison.Ordinal))
            .OrderByDescending(a => CommonLetters(a, target.TrimEnd('/') + "/"))
            .ThenBy(a => a, StringComparer.Ordinal)
            .FirstOrDefault();
        return near is null ? GeneratorTexts.Get("FaultDeadLinkCure") : GeneratorTexts.Format("FaultDeadLinkSuggestion", near);
    }

    // From the end: a page that moved kept its last names.
    private static int CommonLetters(string a, string b)
    {
        var count = 0;
        while (count < a.Length && count < b.Length && a[^(count + 1)] == b[^(count + 1)])
            count++;
        return count;
    }

    private static string Address(PlannedOutput output) => CheckedLinks.Address(output.Path);
}
