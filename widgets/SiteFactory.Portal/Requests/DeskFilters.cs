using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SiteFactory.Portal.Data;

namespace SiteFactory.Portal.Requests;

/// <summary>Narrows a list of requests.</summary>
internal static class DeskFilters
{
    public static IQueryable<RequestRow> Apply(IQueryable<RequestRow> rows, DeskFilter filter)
    {
        if (filter.Body is { Length: > 0 } body)
            rows = rows.Where(r => r.Body == body);
        if (filter.Commune is { Length: > 0 } commune)
            rows = rows.Where(r => r.Commune == commune);
        if (filter.Category is { Length: > 0 } category)
            rows = rows.Where(r => r.Category == category || r.FormSlug == category);
        else if (filter.Without is { IsDefaultOrEmpty: false } without)
        {
            var slugs = without.ToList();
            rows = rows.Where(r => !slugs.Contains(r.FormSlug));
        }
        if (filter.Status is { } status)
            rows = rows.Where(r => r.Status == status);
        if (filter.Open)
            rows = rows.Where(r => r.Status != RequestStatus.Done && r.Status != RequestStatus.Refused);
        if (filter.AssignedTo is { Length: > 0 } agent)
            rows = rows.Where(r => r.AssignedTo == agent);
        return filter.Text is { Length: > 0 } text ? Words(rows, text.Trim()) : rows;
    }

    private static IQueryable<RequestRow> Words(IQueryable<RequestRow> rows, string text)
    {
        // A reference as people quote it (2026-00042) names one row; anything else is looked for in what the list shows.
        if (text.Split('-') is [{ Length: 4 }, var number] && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            return rows.Where(r => r.Id == id);
        var pattern = "%" + text.ToLowerInvariant().Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal) + "%";
#pragma warning disable CA1304, CA1311, RS0030, CA1862, MA0011 // Lower() of the database: no culture of ours is in it.
        return rows.Where(r =>
            EF.Functions.Like((r.Summary ?? "").ToLower(), pattern, "\\") || EF.Functions.Like((r.Place ?? "").ToLower(), pattern, "\\")
            || EF.Functions.Like((r.LastName ?? "").ToLower(), pattern, "\\") || EF.Functions.Like((r.FirstName ?? "").ToLower(), pattern, "\\")
            || EF.Functions.Like((r.Email ?? "").ToLower(), pattern, "\\") || EF.Functions.Like(r.CategoryLabel.ToLower(), pattern, "\\"));
#pragma warning restore CA1304, CA1311, RS0030, CA1862, MA0011
    }
}
