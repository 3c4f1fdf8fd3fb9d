using SiteFactory.Content.Faults;

namespace SiteFactory.Generator.Plan;

/// <summary>Alerts stand around every page, where no scan looks: their links are followed while planning.</summary>
internal static class AlertLinks
{
    public static IEnumerable<Fault> Faults(SiteScope site, IReadOnlyDictionary<string, PlannedOutput> outputs, IReadOnlyDictionary<string, string> redirects)
    {
        foreach (var alert in site.Alerts.Where(a => a.IsOwn))
        {
            if (alert.Item.Link is not ['/', ..] link || LeadsSomewhere(link.Split('#', '?')[0]))
                continue;
            var file = alert.Item.Source?.File ?? $"{site.Site.Key}/alerts/{alert.Item.Key}.md";
            yield return Fault.Error("dead-link", site.Site.Key, file, null, "link", GeneratorTexts.Format("FaultDeadLink", link), GeneratorTexts.Get("FaultDeadLinkCure"));
        }

        bool LeadsSomewhere(string path) =>
            outputs.ContainsKey(Addresses.File(path)) || outputs.ContainsKey(Addresses.File(path + "/")) || redirects.ContainsKey(path);
    }
}
