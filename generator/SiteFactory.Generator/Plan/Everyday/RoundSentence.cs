using NodaTime;
using SiteFactory.Content.Model;
using SiteFactory.Theming.French;

namespace SiteFactory.Generator.Plan.Everyday;

/// <summary>"Tous les mardis et vendredis", "Un jeudi sur deux, du 1er avril au 30 novembre 2026".</summary>
internal static class RoundSentence
{
    public static string Of(WasteRound round)
    {
        var days = round.Days.OrderBy(d => d).Select(FrenchDates.Weekday).ToList();
        var rhythm = days.Count == 0 ? EverydayTexts.Get("OnDates")
            : round.Every == 1 ? EverydayTexts.Format("EveryWeek", FrenchText.Join([.. days.Select(d => d + "s")]))
            : round.Every == 2 ? EverydayTexts.Format("EveryOther", FrenchText.Join(days))
            : EverydayTexts.Format("EveryNth", FrenchText.Join(days), FrenchNumbers.Count(round.Every));
        return Season(round.From, round.Until) is { } season ? EverydayTexts.Format("Season", rhythm, season) : rhythm;
    }

    private static string? Season(LocalDate? from, LocalDate? until) => (from, until) switch
    {
        ({ } first, { } last) => EverydayTexts.Format("SeasonBoth", first.Year == last.Year ? FrenchDates.DayMonth(first) : FrenchDates.Long(first), FrenchDates.Long(last)),
        ({ } first, null) => EverydayTexts.Format("SeasonFrom", FrenchDates.Long(first)),
        (null, { } last) => EverydayTexts.Format("SeasonUntil", FrenchDates.Long(last)),
        _ => null,
    };
}
