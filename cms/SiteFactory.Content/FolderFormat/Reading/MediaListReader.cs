using System.Collections.Immutable;
using NodaTime;
using SiteFactory.Content.Faults;
using SiteFactory.Content.Model;

namespace SiteFactory.Content.FolderFormat.Reading;

/// <summary>What <c>media.yaml</c> says about one file.</summary>
internal sealed record MediaDescription(
    string File, int Line, string? Alt, bool Decorative, string? Credit, string? Licence, LocalDate? LicenceUntil,
    string? Consent, FocalPoint? Focus, bool Shared)
{
    public MediaItem Describe(MediaItem media) => media with
    {
        Alt = Alt,
        Decorative = Decorative,
        Credit = Credit,
        Licence = Licence,
        LicenceUntil = LicenceUntil,
        Consent = Consent,
        Focus = Focus,
        Shared = Shared,
    };
}

/// <summary>Reads <c>media/media.yaml</c>: a list, one entry a file.</summary>
internal static class MediaListReader
{
    public static ImmutableArray<MediaDescription> Read(IEnumerable<MappingReader> maps)
    {
        var descriptions = ImmutableArray.CreateBuilder<MediaDescription>();
        var files = new HashSet<string>(StringComparer.Ordinal);
        foreach (var map in maps)
        {
            if (One(map) is not { } description)
                continue;
            if (files.Add(description.File))
                descriptions.Add(description);
            else
                map.Scope.Error(FaultCodes.DuplicateEntry, description.Line, "file", description.File);
        }
        return descriptions.DrainToImmutable();
    }

    private static MediaDescription? One(MappingReader map)
    {
        var file = map.RequiredText("file");
        var description = new MediaDescription(
            file ?? "",
            map.Line,
            map.Text("alt"),
            map.Flag("decorative") ?? false,
            map.Text("credit"),
            map.Text("licence"),
            map.Day("licenceUntil"),
            map.Text("consent"),
            Focus(map),
            map.Flag("shared") ?? false);
        map.Done();
        return file is null ? null : description;
    }

    private static FocalPoint? Focus(MappingReader map)
    {
        if (map.Node("focus") is not { } node)
            return null;
        var focus = Syntax.Focus(node);
        if (focus is null)
            map.Scope.Error(FaultCodes.BadFocus, node.Line, "focus");
        return focus;
    }
}
