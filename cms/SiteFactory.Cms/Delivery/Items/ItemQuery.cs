using System.Globalization;
using NodaTime;
using NodaTime.Text;
using SiteFactory.Cms.Data.Content;
using SiteFactory.Content.Model;

namespace SiteFactory.Cms.Delivery.Items;

/// <summary>What a list is asked for. Every word that makes no sense is told by name.</summary>
internal sealed record ItemQuery(ContentKind? Kind, string? Text, Instant? UpdatedSince, bool LiveOnly, bool OldestFirst, int Page, int PageSize)
{
    private const int MostPerPage = 200;
    private const int UsualPerPage = 50;

    private static readonly string[] Known = ["kind", "q", "updatedSince", "state", "sort", "page", "pageSize"];

    /// <summary>Reads the query string.</summary>
    /// <param name="errors">Gets, by name, what is wrong.</param>
    public static ItemQuery Read(IQueryCollection query, Dictionary<string, string[]> errors)
    {
        foreach (var name in query.Keys.Except(Known, StringComparer.Ordinal))
            errors[name] = [$"Unknown filter. Known: {string.Join(", ", Known)}."];
        return new(
            KindOf(query, errors),
            Value(query, "q"),
            Since(query, errors),
            Choice(query, "state", ["live", "all"], errors) != "all",
            Choice(query, "sort", ["newest", "oldest"], errors) == "oldest",
            Number(query, "page", 1, 100_000, 1, errors),
            Number(query, "pageSize", 1, MostPerPage, UsualPerPage, errors));
    }

    /// <summary>The rows that fit, sorted, without paging.</summary>
    public IQueryable<ItemRecord> Apply(IQueryable<ItemRecord> items)
    {
        if (Kind is { } kind)
            items = items.Where(i => i.Kind == kind);
        if (LiveOnly)
            items = items.Where(i => i.LiveText != null);
        if (UpdatedSince is { } since)
            items = items.Where(i => i.UpdatedAt >= since);
        if (Text is { } text)
            items = items.Where(i => i.Title.Contains(text) || (i.Summary != null && i.Summary.Contains(text)));
        return OldestFirst ? items.OrderBy(i => i.SortAt).ThenBy(i => i.Id) : items.OrderByDescending(i => i.SortAt).ThenBy(i => i.Id);
    }

    private static ContentKind? KindOf(IQueryCollection query, Dictionary<string, string[]> errors)
    {
        var words = Enum.GetValues<ContentKind>().ToDictionary(k => ItemJson.Word(k), k => k, StringComparer.Ordinal);
        return Choice(query, "kind", [.. words.Keys], errors) is { } word ? words[word] : null;
    }

    private static Instant? Since(IQueryCollection query, Dictionary<string, string[]> errors)
    {
        if (Value(query, "updatedSince") is not { } text)
            return null;
        var parsed = OffsetDateTimePattern.Rfc3339.Parse(text);
        if (parsed.Success)
            return parsed.Value.ToInstant();
        errors["updatedSince"] = ["Not a moment of RFC 3339, such as 2026-11-22T09:00:00Z."];
        return null;
    }

    private static string? Choice(IQueryCollection query, string name, string[] choices, Dictionary<string, string[]> errors)
    {
        var value = Value(query, name);
        if (value is null || choices.Contains(value))
            return value;
        errors[name] = [$"Not one of: {string.Join(", ", choices)}."];
        return null;
    }

    private static int Number(IQueryCollection query, string name, int least, int most, int usual, Dictionary<string, string[]> errors)
    {
        if (Value(query, name) is not { } text)
            return usual;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            return number;
        errors[name] = [string.Create(CultureInfo.InvariantCulture, $"Not a number from {least} to {most}.")];
        return usual;
    }

    private static string? Value(IQueryCollection query, string name) => query[name].ToString() is { Length: > 0 } value ? value : null;
}
