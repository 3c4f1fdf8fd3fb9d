using System.Collections.Immutable;
using SiteFactory.Content.Model;
using SiteFactory.EServices.Http;

namespace SiteFactory.EServices.Catalogue;

/// <summary>One portal of the territory, whatever it speaks.</summary>
public interface IPortal
{
    /// <summary>What the territory declares of it.</summary>
    PortalDeclaration Declaration { get; }

    /// <summary>
    /// Asks what it offers. Null: this kind of portal tells nothing, its services are declared in content. Throws
    /// <see cref="PortalException"/> for anything but a good answer.
    /// </summary>
    Task<ImmutableArray<PortalService>?> ReadAsync(IPortalTransport transport, CancellationToken cancellation);

    /// <summary>Where a service starts that only content knows of; null when the kind makes no address of a key.</summary>
    string? AddressOf(string key);

    /// <summary>Where a citizen follows a request; null when the portal has no such place.</summary>
    TrackingDoor? Tracking { get; }

    /// <summary>Names of what an address may fill in: the commune's parameter.</summary>
    ImmutableArray<string> Prefills { get; }
}

/// <summary>How to open the page of a request.</summary>
/// <param name="Method"><c>post</c> or <c>get</c> for a form with one field; <c>link</c> for a page that asks by itself.</param>
/// <param name="Address">The form's action or the page's address.</param>
/// <param name="Field">The field's name; empty for a link.</param>
public sealed record TrackingDoor(string Method, string Address, string Field)
{
    /// <summary>
    /// The door that an address with a place for the code makes: a form when the code is a parameter, otherwise a link to what
    /// stands before it.
    /// </summary>
    public static TrackingDoor? Of(string? template)
    {
        const string Hole = "{code}";
        if (template is null)
            return null;
        var at = template.IndexOf(Hole, StringComparison.Ordinal);
        if (at < 0)
            return new("link", template, "");
        var question = template.IndexOf('?', StringComparison.Ordinal);
        return question >= 0 && template.EndsWith("=" + Hole, StringComparison.Ordinal) && !template.Contains('&', StringComparison.Ordinal)
            ? new("get", template[..question], template[(question + 1)..^(Hole.Length + 1)])
            : new("link", template[..at], "");
    }
}
