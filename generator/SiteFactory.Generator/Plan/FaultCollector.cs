using SiteFactory.Content.Faults;
using SiteFactory.Content.Model;

namespace SiteFactory.Generator.Plan;

/// <summary>Gathers what is wrong while a site is planned.</summary>
internal sealed class FaultCollector(List<Fault> faults)
{
    /// <summary>A body's faults, at the lines of its file.</summary>
    public void Bodies(ContentItem item, PlannedBody body)
    {
        foreach (var fault in body.Faults)
        {
            faults.Add(new(
                fault.Code,
                fault.IsError ? FaultSeverity.Error : FaultSeverity.Warning,
                item.SiteKey,
                item.Source?.File ?? $"{item.SiteKey}/{item.Key}",
                item.Source is { } source ? source.BodyLine + fault.Line - 1 : null,
                null,
                fault.Message,
                fault.Cure));
        }
    }
}
