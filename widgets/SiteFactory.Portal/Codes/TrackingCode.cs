using System.Security.Cryptography;
using System.Text;

namespace SiteFactory.Portal.Codes;

/// <summary>
/// A tracking code: sixteen signs out of sixteen, 64 bits from the system's generator, in four groups of four. The signs are
/// told apart by eye (no O/0, I/1, S/5, B/8, Z/2) and by ear in French (none of B, C, D, G, P, T, V; M without N; F without S),
/// and make no word. Nothing but the code opens a request, and nothing in it says when or in which order it was made.
/// </summary>
public readonly record struct TrackingCode
{
    /// <summary>How many signs a code has.</summary>
    public const int Length = 16;

    /// <summary>The signs.</summary>
    public const string Alphabet = "23456789FHKLMRXY";

    private readonly string? _signs;

    private TrackingCode(string signs) => _signs = signs;

    private string Signs => _signs ?? throw new InvalidOperationException("No code.");

    public static TrackingCode Create() => new(RandomNumberGenerator.GetString(Alphabet, Length));

    /// <summary>Takes a code as people type it: in any case, with any blanks and dashes. Null when it cannot be one.</summary>
    public static TrackingCode? Parse(string? text)
    {
        if (text is null || text.Length > 100)
            return null;
        var signs = new StringBuilder(Length);
        foreach (var c in text.Where(c => !char.IsWhiteSpace(c) && c is not ('-' or '‑' or '–' or '—' or '.' or '\u200b')))
        {
            var upper = char.ToUpperInvariant(c);
            if (!Alphabet.Contains(upper, StringComparison.Ordinal) || signs.Length == Length)
                return null;
            signs.Append(upper);
        }
        return signs.Length == Length ? new(signs.ToString()) : null;
    }

    /// <summary>What is stored and looked up: the code itself is in no table, and how long a look-up takes says nothing of it.</summary>
    public string Hash() => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes("sitefactory-code:" + Signs)));

    /// <summary>Four groups of four: <c>K7F2-94XH-…</c>.</summary>
    public override string ToString() => string.Join('-', Signs.Chunk(4).Select(g => new string(g)));
}
