using System.Collections.Immutable;
using System.Text.Json;
using System.Xml;

namespace SiteFactory.Content.Sheets.Source;

/// <summary>
/// Makes our compact form of an official sheet: of the npm package's JSON or of the archive's XML. Pure; the words are the
/// State's, the typography and what is left out (metadata, conditions of the official site's own forms) ours.
/// </summary>
public static class SheetConverter
{
    /// <summary>Reads a sheet of the npm package.</summary>
    /// <exception cref="FormatException">The file is no sheet.</exception>
    public static ConvertedSheet OfJson(ReadOnlyMemory<byte> json)
    {
        try
        {
            return Convert(SourceJson.Read(json));
        }
        catch (JsonException e)
        {
            throw new FormatException(e.Message, e);
        }
    }

    /// <summary>Reads a sheet of the official archive.</summary>
    /// <exception cref="FormatException">The file is no sheet.</exception>
    public static ConvertedSheet OfXml(Stream xml)
    {
        try
        {
            return Convert(SourceXml.Read(xml));
        }
        catch (XmlException e)
        {
            throw new FormatException(e.Message, e);
        }
    }

    private static ConvertedSheet Convert(SourceNode root)
    {
        if (root["ID"] is not { } id || !Sheet.IsId(id) || root.Name is not ("Publication" or "ServiceComplementaire"))
            throw new FormatException(root.Name);
        var unknown = new HashSet<string>(StringComparer.Ordinal);
        var abbreviations = root.All("Abreviation").Select(a => a["ID"]).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var lines = new LineConverter(unknown, abbreviations);
        var conditions = new ConditionWords(root.Child("Questionnaire"), lines);
        var parts = new SheetParts(root, lines, new(lines, conditions, unknown), unknown);
        var sheet = new Sheet
        {
            Id = id,
            Title = Meta(root, "dc:title") ?? id,
            Kind = Meta(root, "SurTitre") ?? "",
            Address = root["spUrl"] ?? OfficialAddress.Of(id, Audience(root)),
            Description = Meta(root, "dc:description"),
            Verified = Meta(root, "dc:date") is { Length: >= 10 } date && date[^10..] is var day && FolderFormat.Reading.TimeText.ParseDate(day) is not null ? day : null,
            Theme = lines.Words(root.Child("Theme")?.Child("Titre")) ?? Meta(root, "dc:subject"),
            Folder = lines.Words(root.Child("DossierPere")?.Child("Titre")),
            AllSituations = !conditions.IsEmpty,
            Content = parts.Content(),
            Offices = parts.Offices(),
            Services = parts.Services(),
            Terms = parts.Terms(),
            References = parts.Links("Reference"),
            More = [.. parts.Links("PourEnSavoirPlus"), .. parts.Partners()],
            Questions = parts.Named("QuestionReponse", "CommentFaireSi", "RechercheGuidee"),
            SeeAlso = parts.SeeAlso(),
        };
        return new(sheet, [.. unknown.Order(StringComparer.Ordinal)]);
    }

    private static string? Meta(SourceNode root, string name) =>
        root.Child(name)?.Words is { } words && LineConverter.Typeset(words) is { Length: > 0 } text ? text : null;

    private static string? Audience(SourceNode root) => root.Child("Audience")?.Words.Trim();
}

/// <summary>A sheet and the elements in its source that have no form of their own here; their words are kept.</summary>
public sealed record ConvertedSheet(Sheet Sheet, ImmutableArray<string> UnknownElements);
