using System.Collections.Immutable;
using SiteFactory.Theming.French;

namespace SiteFactory.Theming.Brand;

/// <summary>Refuses a brand colour that cannot be read where the theme puts it, and proposes the nearest one that can.</summary>
public static class BrandCheck
{
    /// <summary>Checks every pair in which the two colours stand as they were given.</summary>
    public static BrandVerdict Check(Color primary, Color accent)
    {
        var faults = ImmutableArray.CreateBuilder<BrandFault>();
        var readablePrimary = Mend("primary", primary, PrimaryPairs, faults);
        var readableAccent = Mend("accent", accent, AccentPairs, faults);
        return new(new(readablePrimary, readableAccent), faults.ToImmutable());
    }

    private static Color Mend(string token, Color given, Func<Color, ContrastPair[]> pairs, ImmutableArray<BrandFault>.Builder faults)
    {
        if (Worst(pairs(given)) is not { } worst)
        {
            return given;
        }
        var proposed = Readable.Nearest(given, color => Worst(pairs(color)) is null) ?? Color.Black;
        faults.Add(Fault(token, given, proposed, worst));
        return proposed;
    }

    private static ContrastPair? Worst(ContrastPair[] pairs)
    {
        ContrastPair? worst = null;
        foreach (var pair in pairs)
        {
            if (!pair.Passes && (worst is null || pair.Ratio / pair.Minimum < worst.Value.Ratio / worst.Value.Minimum))
            {
                worst = pair;
            }
        }
        return worst;
    }

    private static ContrastPair[] PrimaryPairs(Color primary) => [new(BrandTexts.WhiteOnPrimary, Color.White, primary, Contrast.Text)];

    private static ContrastPair[] AccentPairs(Color accent) =>
    [
        new(BrandTexts.WhiteOnAccent, Color.White, accent, Contrast.Text),
        new(BrandTexts.AccentOnGround, accent, BrandSchemes.LightGround(accent), Contrast.Text),
    ];

    private static BrandFault Fault(string token, Color given, Color proposed, ContrastPair worst) => new(
        token,
        given,
        proposed,
        BrandTexts.Unreadable(BrandTexts.Name(token), given, worst.Name, Ratio(worst.Ratio), Ratio(worst.Minimum)),
        BrandTexts.Proposal(proposed));

    /// <summary>Rounded down: a ratio that fails never reads as the one that is asked.</summary>
    private static string Ratio(double ratio) => FrenchNumbers.Ratio(Math.Floor(ratio * 10) / 10);
}

/// <summary>What the check found.</summary>
/// <param name="Tokens">The colours as given, or the proposals in their places.</param>
public sealed record BrandVerdict(BrandTokens Tokens, ImmutableArray<BrandFault> Faults)
{
    /// <summary>Whether the colours can be used as they were given.</summary>
    public bool IsReadable => Faults.IsEmpty;
}

/// <summary>A brand colour that cannot be read, in French for the person who chose it.</summary>
/// <param name="Token"><c>primary</c> or <c>accent</c>, the key under <c>brand</c>.</param>
/// <param name="Proposed">The nearest readable shade of the same hue.</param>
public sealed record BrandFault(string Token, Color Given, Color Proposed, string Message, string Cure);
