namespace SiteFactory.Content.Faults;

/// <summary>How grave a fault is: an error keeps the site from being published, a warning does not.</summary>
public enum FaultSeverity
{
    Warning,
    Error,
}

/// <summary>
/// Something wrong in the content: where it stands, what is wrong, and how to mend it.
/// Message and cure are French sentences, for the person who writes the content.
/// </summary>
/// <param name="Code">Stable, kebab-case, for machines and tests: <c>unknown-key</c>, <c>dead-link</c>.</param>
/// <param name="Site">The key of the site it belongs to, or null for the whole territory.</param>
/// <param name="File">Path from the content folder's root, with forward slashes.</param>
/// <param name="Line">1-based line in the file, or null when the file as a whole is meant.</param>
/// <param name="Key">The front-matter or YAML key, or null.</param>
public sealed record Fault(
    string Code,
    FaultSeverity Severity,
    string? Site,
    string File,
    int? Line,
    string? Key,
    string Message,
    string Cure)
{
    /// <summary>An error at a place.</summary>
    public static Fault Error(string code, string? site, string file, int? line, string? key, string message, string cure) =>
        new(code, FaultSeverity.Error, site, file, line, key, message, cure);

    /// <summary>A warning at a place.</summary>
    public static Fault Warning(string code, string? site, string file, int? line, string? key, string message, string cure) =>
        new(code, FaultSeverity.Warning, site, file, line, key, message, cure);
}
