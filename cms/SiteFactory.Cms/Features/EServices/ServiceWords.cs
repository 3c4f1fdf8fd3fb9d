using SiteFactory.Cms.Catalogues;
using SiteFactory.Cms.Data.EServices;
using SiteFactory.Content.Model;
using SiteFactory.EServices.Routing;

namespace SiteFactory.Cms.Features.EServices;

/// <summary>What the screens say of a service.</summary>
public static class ServiceWords
{
    /// <summary>The state of a line: a word of the texts that starts with <c>State</c>, and its colour.</summary>
    public static (string Name, string Css) State(RoutedService? service) => service switch
    {
        null => ("StateGone", "state-failed"),
        { IsOpen: false } => ("StateClosed", "state-scheduled"),
        { Access: EServiceAccess.Paper } => ("StatePaper", "state-paper"),
        { Access: EServiceAccess.SignIn } => ("StateSignIn", "state-live"),
        _ => ("StateOpen", "state-live"),
    };

    /// <summary>What the last look at a declared link found; null: nothing wrong, or no look yet.</summary>
    public static LinkRecord? Broken(RoutedService? service, ServicePicture picture) =>
        service is { Portal: null } && DeclaredLinks.Address(service.Words) is { } address && picture.Links.TryGetValue(address, out var link) && link.Problem is not null ? link : null;

    /// <summary>Whether the site itself declares it, and so may change or remove it.</summary>
    public static bool IsOwn(RoutedService? service) => service?.Reason == RouteReason.OwnLink;
}
