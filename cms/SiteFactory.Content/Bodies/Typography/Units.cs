namespace SiteFactory.Content.Bodies.Typography;

/// <summary>What may not be parted from the number before it.</summary>
internal static class Units
{
    private const int Thousand = 3;
    private const int Pair = 2;

    private static readonly string[] Names =
    [
        "h", "min", "s", "km", "m", "m²", "m³", "cm", "mm", "ha", "kg", "g", "t", "L", "l", "cl", "ml", "W", "kW", "kWh",
        "MWh", "V", "A", "Hz", "Ko", "Mo", "Go", "ko", "°C", "°", "%", "‰", "€", "$", "k€", "M€", "dB", "bis", "ter",
        "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
        "décembre",
    ];

    /// <summary>The space between a number and what follows: thin inside a number, no-break before a unit; null for a plain one.</summary>
    /// <param name="digits">How many digits stand before.</param>
    public static char? SpaceBefore(int digits, ReadOnlySpan<char> text)
    {
        var more = text.IndexOfAnyExceptInRange('0', '9');
        if (more < 0)
            more = text.Length;
        if (more == Thousand && digits <= Thousand)
            return FrenchTypography.Thin;
        if (more == Pair && digits == Pair)
            return FrenchTypography.NoBreak;
        return more == 0 && IsUnit(text) ? FrenchTypography.NoBreak : null;
    }

    private static bool IsUnit(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && (char.IsLetter(text[length]) || "°%‰€$²³".Contains(text[length], StringComparison.Ordinal)))
            length++;
        foreach (var name in Names)
        {
            if (text[..length].SequenceEqual(name))
                return true;
        }
        return false;
    }
}
