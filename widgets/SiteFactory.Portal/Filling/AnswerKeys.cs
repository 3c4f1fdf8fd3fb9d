namespace SiteFactory.Portal.Filling;

/// <summary>Names of inputs besides the fields' own.</summary>
public static class AnswerKeys
{
    /// <summary>The signed token that says when the page was made.</summary>
    public const string Token = "_jeton";

    /// <summary>A field that only robots fill in.</summary>
    public const string Trap = "site_internet";

    /// <summary>The fields that the page showed.</summary>
    public const string Shown = "_visibles";

    /// <summary>Which button was pressed.</summary>
    public const string Action = "_action";

    /// <summary>Files to take away again.</summary>
    public const string Remove = "_retirer";

    /// <summary>Field names that no form may use.</summary>
    public static IReadOnlySet<string> Reserved { get; } = new HashSet<string>(StringComparer.Ordinal) { Trap, "code" };

    public static string Latitude(string field) => field + "__lat";

    public static string Longitude(string field) => field + "__lon";
}
