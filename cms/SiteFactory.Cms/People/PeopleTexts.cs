using SiteFactory.Content.Texts;

namespace SiteFactory.Cms.People;

/// <summary>What accounts and passwords are refused with, in French.</summary>
internal static class PeopleTexts
{
    /// <summary>By name.</summary>
    public static TextResource T { get; } = new("SiteFactory.Cms.People.PeopleTexts", typeof(PeopleTexts).Assembly);
}
