namespace SiteFactory.Search.Index;

/// <summary>
/// How much a document is about a word: BM25F with fixed usual lengths, so that no document changes the numbers of
/// another, in eight levels. Client/search.js knows the same levels.
/// </summary>
internal static class Impact
{
    private const double Saturation = 2.5;
    private static readonly double[] Levels = [0.1, 0.18, 0.27, 0.38, 0.5, 0.63, 0.76, 0.88];

    public const int Count = 8;

    /// <summary>The level, 0 to 7, of a word’s weight over all fields.</summary>
    public static byte Level(double weight) => Nearest(weight / (weight + Saturation));

    public static double Value(byte level) => Levels[level];

    public static byte Nearest(double value)
    {
        var level = 0;
        while (level < Count - 1 && value > (Levels[level] + Levels[level + 1]) / 2)
            level++;
        return (byte)level;
    }
}
