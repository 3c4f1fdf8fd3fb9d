using NodaTime;
using SiteFactory.Content.Model;
using SiteFactory.Theming.French;

namespace SiteFactory.Generator.Plan.Everyday;

/// <summary>"Tous les mardis et vendredis", "Un jeudi sur deux, du 1er avril au 30 novembre 2026".</summary>
public static class RoundSentence
{
    /// <summary>The round in words, without its waste.</summary>
    public static string Of(WasteRound round)
    {
        var days = round.Days.OrderBy(d => d).Select(FrenchDates.Weekday).ToList();
        var rhythm = days.Count == 0 ? EverydayTexts.Get("OnDates")
            : !round.Monthly.IsEmpty ? Monthly(round, days)
            : round.Weeks is { } parity && round.Every == 1 ? EverydayTexts.Format("Weeks" + parity, FrenchText.Join([.. days.Select(d => d + "s")]))
            : round.Every == 1 ? EverydayTexts.Format("EveryWeek", FrenchText.Join([.. days.Select(d => d + "s")]))
            : round.Every == 2 ? EverydayTexts.Format("EveryOther", FrenchText.Join(days))
            : EverydayTexts.Format("EveryNth", FrenchText.Join(days), FrenchNumbers.Count(round.Every));
        return Season(round.From, round.Until) is { } season ? EverydayTexts.Format("Season", rhythm, season) : rhythm;
    }

    /// <summary>"Le premier lundi du mois", "Les premier et troisième lundis du mois".</summary>
    private static string Monthly(WasteRound round, List<string> days)
    {
        var which = FrenchText.Join([.. round.Monthly.Order().Select(o => EverydayTexts.Get("Ordinal" + o))]);
        return round.Monthly.Length == 1 && days.Count == 1
            ? EverydayTexts.Format("MonthlyOne", which, days[0])
            : EverydayTexts.Format("MonthlySome", which, FrenchText.Join([.. days.Select(d => d + "s")]));
    }

    private static string? Season(LocalDate? from, LocalDate? until) => (from, until) switch
    {
        ({ } first, { } last) => EverydayTexts.Format("SeasonBoth", FrenchDates.Start(first, last), FrenchDates.Long(last)),
        ({ } first, null) => EverydayTexts.Format("SeasonFrom", FrenchDates.Long(first)),
        (null, { } last) => EverydayTexts.Format("SeasonUntil", FrenchDates.Long(last)),
        _ => null,
    };
}
