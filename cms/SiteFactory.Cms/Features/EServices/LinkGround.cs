using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc.Rendering;
using SiteFactory.Content.Model;
using SiteFactory.EServices.Routing;

namespace SiteFactory.Cms.Features.EServices;

/// <summary>What the form of a service stands on: the settings that it changes, and what is known around them.</summary>
/// <param name="Version">The version of the settings.</param>
/// <param name="Entries">What the settings say already.</param>
/// <param name="Offered">Every service that is known here.</param>
/// <param name="Plain">The same without the words of these settings.</param>
/// <param name="Taken">Keys that a new service cannot have.</param>
/// <param name="Offices">Entries of the directory where one goes or calls.</param>
public sealed record LinkGround(
    long Version,
    ImmutableArray<EServiceEntry> Entries,
    IReadOnlyList<RoutedService> Offered,
    IReadOnlyList<RoutedService> Plain,
    IReadOnlySet<string> Taken,
    IReadOnlyList<SelectListItem> Offices)
{
    /// <summary>The entries with one added, or changed where it stands.</summary>
    public static ImmutableArray<EServiceEntry> With(ImmutableArray<EServiceEntry> entries, EServiceEntry entry)
    {
        var at = entries.ToList().FindIndex(e => e.Key == entry.Key);
        return at < 0 ? entries.Add(entry) : entries.SetItem(at, entry);
    }

    /// <summary>The entries without the one of that key.</summary>
    public static ImmutableArray<EServiceEntry> Without(ImmutableArray<EServiceEntry> entries, string key) => entries.RemoveAll(e => e.Key == key);
}
