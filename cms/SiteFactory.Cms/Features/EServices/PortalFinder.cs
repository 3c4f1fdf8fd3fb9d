using SiteFactory.Content.Model;
using SiteFactory.EServices.Catalogue;

namespace SiteFactory.Cms.Features.EServices;

/// <summary>What was found at an address that somebody typed.</summary>
/// <param name="Address">The address as it will be kept; null: it is none.</param>
/// <param name="Known">The portal of the territory that has this address already.</param>
/// <param name="Found">What the portal answered; null: nobody was asked.</param>
public sealed record PortalLook(string? Address, PortalDeclaration? Known, PortalFound? Found)
{
    /// <summary>Whether it can be added.</summary>
    public bool IsPortal => Found?.Kind is not null;

    /// <summary>What is wrong, in French; null: nothing.</summary>
    public string? Problem => (Address, Known, Found) switch
    {
        (null, _, _) => EServiceTexts.T["AddressWrong"],
        (_, _, { Problem: { } problem }) => EServiceTexts.T["Look" + problem],
        _ => null,
    };
}

/// <summary>Looks at an address as people type it: without <c>https://</c>, with a page's path behind it.</summary>
public sealed class PortalFinder(PortalDiscovery discovery)
{
    /// <summary>Asks what stands there. A private address is asked only where the territory's own settings name it.</summary>
    public async Task<PortalLook> LookAsync(string? typed, Territory territory, CancellationToken cancellation)
    {
        if (AddressOf(typed) is not { } address)
            return new(null, null, null);
        if (territory.Portals.FirstOrDefault(p => p.Url is not null && string.Equals(p.Url.TrimEnd('/'), address, StringComparison.OrdinalIgnoreCase)) is { } known)
            return new(address, known, null);
        return new(address, null, await discovery.LookAsync(new("verification", "publik", address, null), cancellation));
    }

    /// <summary>The portal's address; null: nothing of the sort was typed.</summary>
    public static string? AddressOf(string? typed)
    {
        var text = (typed ?? "").Trim();
        if (text.Length is 0 or > 300)
            return null;
        if (!text.Contains("://", StringComparison.Ordinal))
            text = "https://" + text;
        return Uri.TryCreate(text, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
            && uri.UserInfo.Length == 0 && (uri.Host.Contains('.', StringComparison.Ordinal) || uri.Host == "localhost")
            ? uri.GetLeftPart(UriPartial.Path).TrimEnd('/')
            : null;
    }
}
