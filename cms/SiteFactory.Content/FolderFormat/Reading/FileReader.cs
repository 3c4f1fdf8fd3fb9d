using System.Globalization;
using System.Text;
using System.Text.Json;
using NodaTime;
using SiteFactory.Content.Faults;
using SiteFactory.Content.Fingerprints;
using SiteFactory.Content.FolderFormat.Faults;
using SiteFactory.Content.Media;
using SiteFactory.Content.Model;
using SiteFactory.Content.Sheets;
using SiteFactory.Content.Yaml;

namespace SiteFactory.Content.FolderFormat.Reading;

/// <summary>Reads single files. Whatever is wrong becomes a fault of the file; nothing throws for what an author typed.</summary>
internal sealed class FileReader(IContentFiles files, DateTimeZone zone)
{
    /// <summary>No page is so long, and what reads Markdown takes more than its share of time for a longer one.</summary>
    private const int MostBytes = 1_000_000;

    /// <summary>Reads the file.</summary>
    public ParsedFile Read(ContentPath path, ContentBuffer buffer)
    {
        var scope = new FileScope(path.Site, path.Path);
        if (path.Role is FileRole.Unknown or FileRole.Ignored)
            return NotRead(path, scope);
        FileIdentity identity;
        try
        {
            identity = files.Read(path.Path, buffer);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            scope.Error(FaultCodes.UnreadableFile, null, null, e.Message);
            return new(path, default, null, scope.Faults, []);
        }
        var value = Value(path, buffer.Bytes, scope);
        return new(path, identity, value, scope.Faults, scope.References);
    }

    private object? Value(ContentPath path, ReadOnlySpan<byte> bytes, FileScope scope)
    {
        if (path.Role == FileRole.Media)
            return Media(path, bytes, scope);
        if (bytes.Length > MostBytes && path.Role == FileRole.Item)
        {
            scope.Error(FaultCodes.FileTooLarge, null, null, (bytes.Length / 1_000_000d).ToString("0.#", CultureInfo.GetCultureInfo("fr-FR")), MostBytes / 1_000_000);
            return null;
        }
        if (SourceText.IsUtf16(bytes))
        {
            scope.Error(FaultCodes.NotUtf8, 1, null);
            return null;
        }
        try
        {
            return path.Role switch
            {
                FileRole.Item => Item(path, bytes, scope),
                FileRole.Sheet => Sheet(path, bytes, scope),
                _ => Structured(path, bytes, scope),
            };
        }
        catch (NotUtf8Exception e)
        {
            scope.Error(FaultCodes.NotUtf8, e.Line, null);
            return null;
        }
        catch (YamlProblemException e)
        {
            var code = e.Problem == YamlProblem.Syntax ? FaultCodes.BadYaml : FaultCodes.UnsupportedYaml;
            scope.Error(code, e.Line, null, e.Message);
            return null;
        }
    }

    /// <summary>A file with no place in the format is told, and left alone.</summary>
    private ParsedFile NotRead(ContentPath path, FileScope scope)
    {
        if (path.Role == FileRole.Unknown)
        {
            var looksLikeContent = path.Site is not null && (path.Path.EndsWith(".md", StringComparison.Ordinal) || path.Path.EndsWith(".yaml", StringComparison.Ordinal));
            if (looksLikeContent)
                scope.Error(FaultCodes.UnknownFile, null, null, path.FolderSuggestion());
            else
                scope.Warning(FaultCodes.UnknownFile, null, null, path.FolderSuggestion());
        }
        return new(path, files.Find(path.Path) ?? default, null, scope.Faults, []);
    }

    private static MediaItem Media(ContentPath path, ReadOnlySpan<byte> bytes, FileScope scope)
    {
        if (!path.Path.IsNormalized(NormalizationForm.FormC) || !Syntax.IsMediaPath(path.Relative))
            scope.Error(FaultCodes.BadFileName, null, null);
        var size = PictureSize.Of(bytes);
        return new MediaItem
        {
            SiteKey = path.Site!,
            Path = path.Relative,
            Length = bytes.Length,
            ContentFingerprint = Fingerprint.Of(bytes),
            Width = size?.Width,
            Height = size?.Height,
        };
    }

    private ContentItem? Item(ContentPath path, ReadOnlySpan<byte> bytes, FileScope scope)
    {
        bytes = SourceText.WithoutMark(bytes);
        if (!FrontMatter.IsPresent(bytes))
        {
            scope.Error(FaultCodes.MissingFrontMatter, 1, null);
            return null;
        }
        if (FrontMatter.Split(bytes) is not { } parts)
        {
            scope.Error(FaultCodes.UnclosedFrontMatter, 1, null);
            return null;
        }
        var map = Mapping(YamlTree.Read(parts.Yaml, parts.YamlLine), scope);
        if (map is null)
            return null;
        var item = ItemReader.Read(new(path, map, parts, zone));
        return HasAddress(path, scope) && IsFree(item as Page, scope) ? item : null;
    }

    /// <summary>Every part of the file name must leave something to make an address of.</summary>
    private static bool HasAddress(ContentPath path, FileScope scope)
    {
        if (path.Relative == "pages/index.md" || path.Key.Split('/').All(part => part.Length > 0))
            return true;
        scope.Error(FaultCodes.BadFileName, null, null);
        return false;
    }

    private static bool IsFree(Page? page, FileScope scope)
    {
        if (page is null)
            return true;
        var taken = SiteAddresses.IsReserved(page.Path) ? page.Path : SiteAddresses.IsReserved(page.MountedPath) ? page.MountedPath : null;
        if (taken is not null)
            scope.Error(FaultCodes.ReservedAddress, null, taken == page.Path ? null : "mount", taken);
        return taken is null;
    }

    private static Sheet? Sheet(ContentPath path, ReadOnlySpan<byte> bytes, FileScope scope)
    {
        try
        {
            var sheet = SheetJson.Read(SourceText.WithoutMark(bytes));
            if (sheet.Id == ContentPath.SheetId(path.Path))
                return sheet;
            scope.Warning(FaultCodes.BadSheet, null, null);
        }
        catch (JsonException e)
        {
            scope.Warning(FaultCodes.BadSheet, (int?)e.LineNumber + 1, null);
        }
        return null;
    }

    private static object? Structured(ContentPath path, ReadOnlySpan<byte> bytes, FileScope scope)
    {
        var root = YamlTree.Read(SourceText.Decode(SourceText.WithoutMark(bytes), 1), 1);
        return path.Role switch
        {
            FileRole.Territory => Mapping(root, scope) is { } map ? TerritoryReader.Read(map) : null,
            FileRole.Site => Mapping(root, scope) is { } map ? SiteReader.Read(path.Site!, map) : null,
            FileRole.Overlays => OverlayReader.Read(Entries(root, scope)),
            FileRole.Collections => Mapping(root, scope) is { } map ? CollectionsReader.Read(map) : null,
            FileRole.Menus => Mapping(root, scope) is { } map ? EverydayReader.Menus(map) : null,
            FileRole.Works => EverydayReader.Works(Entries(root, scope)),
            FileRole.Jobs => EverydayReader.Jobs(Entries(root, scope)),
            FileRole.Rooms => Mapping(root, scope) is { } map ? EverydayReader.Rooms(map) : null,
            FileRole.MediaList => MediaListReader.Read(Entries(root, scope)),
            _ => throw new InvalidOperationException($"{path.Role} is not a structured file."),
        };
    }

    private static MappingReader? Mapping(YamlNode? root, FileScope scope)
    {
        if (root is YamlMapping mapping)
            return new(mapping, scope);
        if (root is null or YamlScalar { IsNull: true })
            return new(new([], 1), scope);
        scope.Error(FaultCodes.NotAMapping, root.Line, null);
        return null;
    }

    /// <summary>The mappings of a file that is a list.</summary>
    private static IEnumerable<MappingReader> Entries(YamlNode? root, FileScope scope)
    {
        if (root is null or YamlScalar { IsNull: true })
            yield break;
        if (root is not YamlSequence sequence)
        {
            scope.Error(FaultCodes.ExpectedList, root.Line, null);
            yield break;
        }
        foreach (var node in sequence.Items)
        {
            if (node is YamlMapping mapping)
                yield return new(mapping, scope);
            else
                scope.Error(FaultCodes.ExpectedMapping, node.Line, null);
        }
    }
}
