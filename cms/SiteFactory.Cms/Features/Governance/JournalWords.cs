using SiteFactory.Cms.Data.Audit;

namespace SiteFactory.Cms.Features.Governance;

/// <summary>The journal's entries as people say them.</summary>
public static class JournalWords
{
    /// <summary><c>a publié « La fête »</c>; an action that has no words yet is told by its name.</summary>
    public static string Of(AuditEntry entry)
    {
        var name = "Did." + entry.Action;
        return GovernanceTexts.T.Has(name) ? GovernanceTexts.T.Format(name, entry.Target) : $"{entry.Action} {entry.Target}";
    }
}
