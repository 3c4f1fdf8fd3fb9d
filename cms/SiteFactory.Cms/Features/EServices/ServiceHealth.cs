using SiteFactory.Cms.Access;
using SiteFactory.Cms.Catalogues;
using SiteFactory.Cms.Editing;
using SiteFactory.Cms.Features.Health;
using SiteFactory.Cms.French;
using SiteFactory.Content.Faults;
using SiteFactory.Content.Model;
using SiteFactory.EServices.Routing;

namespace SiteFactory.Cms.Features.EServices;

/// <summary>What is wrong with the site's démarches: vanished and closed services, portals that do not answer, declared links that lead nowhere.</summary>
public sealed class ServiceHealth(ServicePictures pictures, CurrentSite site, TerritoryTime time)
{
    private string Screen => $"/s/{site.Key}/demarches";

    /// <summary>Whether a build's warning is one that this tells more freshly.</summary>
    public static bool IsToldHere(Fault fault) =>
        fault.Severity == FaultSeverity.Warning && (fault.Key?.StartsWith("eServices", StringComparison.Ordinal) == true || fault.Code.StartsWith("portal-", StringComparison.Ordinal));

    /// <summary>All of it.</summary>
    public async Task<IReadOnlyList<HealthLine>> LinesAsync(CancellationToken cancellation)
    {
        var picture = await pictures.LookAsync(cancellation);
        var zone = await time.ZoneAsync(cancellation);
        return [.. picture.Shown.Notices.Select(Notice), .. Portals(picture, zone), .. Links(picture, zone)];
    }

    private HealthLine Notice(ServiceNotice notice)
    {
        var texts = EServiceTexts.T;
        return notice.Kind == ServiceNoticeKind.NoPortal
            ? Mend(texts["HealthWhere"], texts["HealthNoPortal"], texts["HealthNoPortalCure"], Screen + "/portail")
            : Mend(texts["HealthWhere"], notice.Message, texts[$"Health{notice.Kind}Cure"], Screen);
    }

    private IEnumerable<HealthLine> Portals(ServicePicture picture, NodaTime.DateTimeZone zone)
    {
        var texts = EServiceTexts.T;
        foreach (var portal in picture.Portals)
        {
            if (picture.Readings.GetValueOrDefault(portal.Key) is { Problem: { } problem, ProblemSince: { } since })
                yield return Mend(texts["HealthWhere"], $"{texts.Format("HealthPortal", ServicePicture.NameOf(portal), texts["Problem" + problem])} {texts.Format("ProblemSince", FrenchTimes.Moment(since, zone))}", texts["HealthPortalCure"], Screen);
        }
    }

    private IEnumerable<HealthLine> Links(ServicePicture picture, NodaTime.DateTimeZone zone)
    {
        var texts = EServiceTexts.T;
        foreach (var entry in picture.Site.EServices.Services.Where(e => e.Kind != EServiceKind.Portal))
        {
            if (DeclaredLinks.Address(entry) is { } address && picture.Links.GetValueOrDefault(address) is { Problem: { } problem, ProblemSince: { } since })
                yield return Mend(entry.Title ?? entry.Key, $"{texts["Broken." + problem]} {texts.Format("ProblemSince", FrenchTimes.Moment(since, zone))}", texts["HealthLinkCure"], $"{Screen}/lien/{entry.Key}");
        }
    }

    private static HealthLine Mend(string where, string text, string cure, string address) => new(HealthLevel.Mend, where, text, cure, address);
}
