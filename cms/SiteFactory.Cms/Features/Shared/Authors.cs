using NodaTime;
using SiteFactory.Cms.Features.Everyday;
using SiteFactory.Cms.Features.Items;
using SiteFactory.Cms.French;
using SiteFactory.Cms.Import;
using SiteFactory.Theming.French;

namespace SiteFactory.Cms.Features.Shared;

/// <summary>Who wrote something, in the words of a screen. What an import brought has no person behind it.</summary>
public static class Authors
{
    /// <summary>"par Camille", "contenu de départ".</summary>
    public static string By(string author) =>
        IsImport(author) ? SharedTexts.T["StartingContent"] : SharedTexts.T.Format("By", author);

    /// <summary>"5 nov., par Camille"; the day alone for an import.</summary>
    public static string Updated(Instant at, string author, DateTimeZone zone) =>
        IsImport(author) ? FrenchTimes.Short(at, zone) : ItemTexts.T.Format("UpdatedBy", FrenchTimes.Short(at, zone), author);

    /// <summary>"enregistré le 5 novembre à 10 h par Camille", "en place depuis le 5 novembre à 10 h".</summary>
    public static string Saved(Instant at, string author, DateTimeZone zone) =>
        ItemTexts.T.Format(IsImport(author) ? "InPlaceSince" : "SavedBy", FrenchTimes.Moment(at, zone), author);

    /// <summary>"Dernière modification le 5 novembre à 10 h par Camille", "En place depuis le 5 novembre à 10 h".</summary>
    public static string Changed(Instant at, string author, DateTimeZone zone) =>
        IsImport(author) ? FrenchText.Capitalize(Saved(at, author, zone)) : EverydayTexts.T.Format("LastChange", FrenchTimes.Moment(at, zone), author);

    /// <summary>"5 novembre à 10 h, Camille"; the moment alone for an import.</summary>
    public static string Version(Instant at, string author, DateTimeZone zone) =>
        IsImport(author) ? FrenchTimes.Moment(at, zone) : ItemTexts.T.Format("VersionLine", FrenchTimes.Moment(at, zone), author);

    /// <summary>Within a sentence.</summary>
    public static string Named(string author) => IsImport(author) ? SharedTexts.T["TechnicalTeam"] : author;

    /// <summary>At the beginning of a sentence.</summary>
    public static string Starting(string author) => IsImport(author) ? SharedTexts.T["TechnicalTeamStarting"] : author;

    private static bool IsImport(string author) => author == ImportRun.Author;
}
