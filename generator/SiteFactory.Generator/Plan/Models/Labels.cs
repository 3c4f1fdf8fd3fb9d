using SiteFactory.Content.Model;

namespace SiteFactory.Generator.Plan.Models;

/// <summary>French words for closed sets, and the keys that themes know them by.</summary>
internal static class Labels
{
    private static readonly Dictionary<DirectoryEntryType, string> Entries =
        Enum.GetValues<DirectoryEntryType>().ToDictionary(t => t, t => GeneratorTexts.Get("Entry" + t));

    private static readonly Dictionary<DocumentType, string> DocumentTypes =
        Enum.GetValues<DocumentType>().ToDictionary(t => t, t => GeneratorTexts.Get("Document" + t));

    public static string Of(DirectoryEntryType type) => Entries[type];

    public static string Of(DocumentType type) => DocumentTypes[type];

    public static string TypeKey(DirectoryEntryType type) => type switch
    {
        DirectoryEntryType.Service => "service",
        DirectoryEntryType.Facility => "facility",
        DirectoryEntryType.Association => "association",
        DirectoryEntryType.Business => "business",
        _ => "person",
    };

    public static string TypeKey(DocumentType type) => type switch
    {
        DocumentType.Deliberation => "deliberation",
        DocumentType.DeliberationsList => "deliberations-list",
        DocumentType.Minutes => "minutes",
        DocumentType.Order => "order",
        DocumentType.Budget => "budget",
        DocumentType.Bulletin => "bulletin",
        _ => "other",
    };

    public static string Severity(AlertSeverity severity) => severity switch
    {
        AlertSeverity.Danger => "danger",
        AlertSeverity.Warning => "warning",
        _ => "info",
    };

    /// <summary>The address that the words are, if they are one and may be followed; null otherwise.</summary>
    public static string? AddressIn(string? words)
    {
        if (words is null)
            return null;
        if (Uri.TryCreate(words, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" or "mailto" or "tel")
            return words;
        return words.Contains('@') && !words.Contains(' ') ? "mailto:" + words : null;
    }

    /// <summary>The host of an address, as a link's words.</summary>
    public static string Host(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri))
            return url;
        return uri.Host.StartsWith("www.", StringComparison.Ordinal) ? uri.Host[4..] : uri.Host;
    }
}
