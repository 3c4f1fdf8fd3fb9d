using System.Collections.Immutable;
using SiteFactory.Content.Fingerprints;
using SiteFactory.Content.Sheets;
using SiteFactory.Theming.Pages;
using SiteFactory.Theming.Shell;

namespace SiteFactory.Theming.Bodies;

/// <summary>A sheet of service-public.fr as one site shows it.</summary>
/// <param name="Href">Its page on the site.</param>
/// <param name="Pages">Where the site shows the sheets that this one may link to, by id.</param>
/// <param name="TownHall">Whom "mairie" means here; null on a site that has none.</param>
/// <param name="VerifiedOn">When the State last checked it.</param>
/// <param name="IsOld">That was more than a year ago.</param>
/// <param name="Inputs">Stands for all of it.</param>
public sealed record SheetModel(
    Sheet Sheet,
    string Href,
    ImmutableSortedDictionary<string, string> Pages,
    ContactModel? TownHall,
    DateStamp? VerifiedOn,
    bool IsOld,
    Fingerprint Inputs);
