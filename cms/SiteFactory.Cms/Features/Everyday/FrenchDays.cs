using System.Globalization;
using NodaTime;
using NodaTime.Text;
using SiteFactory.Cms.Features.Items;

namespace SiteFactory.Cms.Features.Everyday;

/// <summary>Days as people type them: <c>2027-01-12</c>, <c>12/01/2027</c>, <c>12 janvier 2027</c>.</summary>
public static class FrenchDays
{
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");
    private static readonly LocalDatePattern[] Patterns =
    [
        LocalDatePattern.Create("d/M/uuuu", French), LocalDatePattern.Create("d.M.uuuu", French), LocalDatePattern.Create("d MMMM uuuu", French), LocalDatePattern.Create("dddd d MMMM uuuu", French),
    ];

    /// <summary>The day; null when it is none.</summary>
    public static LocalDate? Read(string text)
    {
        var plain = text.Trim().ToLowerInvariant().Replace("1er ", "1 ", StringComparison.Ordinal).Replace('\u00a0', ' ').TrimEnd('.');
        return FormTimes.Day(plain) ?? Patterns.Select(p => p.Parse(plain)).Where(r => r.Success && r.Value.Year is >= 2000 and <= 2200).Select(r => (LocalDate?)r.Value).FirstOrDefault();
    }
}
