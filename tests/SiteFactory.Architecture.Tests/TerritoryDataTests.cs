using System.Text;
using System.Text.RegularExpressions;

namespace SiteFactory.Architecture.Tests;

/// <summary><c>communes/</c> is what webmasters write: data, never code.</summary>
public sealed partial class TerritoryDataTests
{
    private static readonly HashSet<string> DataExtensions =
        new(StringComparer.Ordinal) { ".yaml", ".md", ".svg", ".jpg", ".png", ".webp", ".pdf", ".vtt", ".mp4" };

    /// <summary>The first bytes that a file of each binary kind has.</summary>
    private static readonly Dictionary<string, byte[]> Signatures = new(StringComparer.Ordinal)
    {
        [".jpg"] = [0xFF, 0xD8, 0xFF],
        [".png"] = [0x89, (byte)'P', (byte)'N', (byte)'G'],
        [".webp"] = "RIFF"u8.ToArray(),
        [".pdf"] = "%PDF-"u8.ToArray(),
    };

    private static readonly string[] FictionPrefixes = ["019900", "026191", "035301", "046571", "053649", "063998"];

    private static IReadOnlyList<string> Data { get; } =
        [.. Repository.Files.Keys.Where(f => f.StartsWith("communes/", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    [Fact]
    public void The_territory_is_there() => Assert.True(Data.Count > 1000, $"{Data.Count} files");

    [Fact]
    public void Only_kinds_of_content_are_there() =>
        Repository.AssertNone(Data.Where(f => !DataExtensions.Contains(Path.GetExtension(f)) && !IsSheet(f)));

    // The sheets of service-public.fr, written by the command and read as data.
    private static bool IsSheet(string file) =>
        file.StartsWith("communes/fiches/", StringComparison.Ordinal) && file.EndsWith(".json", StringComparison.Ordinal);

    [Fact]
    public void No_file_can_be_executed() =>
        Repository.AssertNone(Data.Where(f => Repository.Files[f] != "100644").Select(f => $"{f}: {Repository.Files[f]}"));

    [Fact]
    public void A_drawing_holds_no_script_and_calls_nothing() =>
        Repository.AssertNone(Data.Where(f => f.EndsWith(".svg", StringComparison.Ordinal) && IsActive(Repository.Text(f))));

    [Theory]
    [InlineData("<svg><script>1</script></svg>")]
    [InlineData("<svg onload=\"x()\"/>")]
    [InlineData("<svg><image href=\"https://example.org/a.png\"/></svg>")]
    [InlineData("<svg><a xlink:href=\"javascript:x()\"/></svg>")]
    [InlineData("<svg><foreignObject/></svg>")]
    [InlineData("<!DOCTYPE svg [<!ENTITY a \"b\">]><svg/>")]
    public void An_active_drawing_would_be_seen(string svg) => Assert.True(IsActive(svg));

    [Fact]
    public void A_file_is_what_its_name_says()
    {
        var faults = Data.Where(f => Signatures.TryGetValue(Path.GetExtension(f), out var first) && !StartsWith(f, first));
        Repository.AssertNone(faults);
    }

    [Fact]
    public void Text_is_utf8_without_a_mark()
    {
        var strict = new UTF8Encoding(false, throwOnInvalidBytes: true);
        var faults = Data.Where(f => Path.GetExtension(f) is ".yaml" or ".md" or ".svg" && !IsUtf8(f, strict));
        Repository.AssertNone(faults);
    }

    [Fact]
    public void Addresses_lead_to_nobody()
    {
        // A demonstration must not write to real people: reserved domains only.
        var faults =
            from file in Data
            where file.EndsWith(".md", StringComparison.Ordinal) || file.EndsWith(".yaml", StringComparison.Ordinal)
            from Match email in Email().Matches(Repository.Text(file))
            where !email.Value.EndsWith("example.org", StringComparison.Ordinal) && !email.Value.EndsWith(".example", StringComparison.Ordinal)
            select $"{file}: {email.Value}";
        Repository.AssertNone(faults);
    }

    [Fact]
    public void Telephones_ring_at_nobodys()
    {
        // What every site starts from is held to the same; sheets tell the State's own numbers.
        var texts = Repository.Files.Keys.Where(f => IsText(f) && !f.StartsWith("communes/fiches/", StringComparison.Ordinal)
            && (f.StartsWith("communes/", StringComparison.Ordinal) || f.StartsWith("cms/SiteFactory.Content/Starter/Files/", StringComparison.Ordinal)));
        Repository.AssertNone(
            from file in texts
            from Match number in Telephone().Matches(Repository.Text(file))
            where !IsFiction(number.Value)
            select $"{file}: {number.Value}");
    }

    [Theory]
    [InlineData("phone: \"+33 3 87 12 34 56\"")]
    [InlineData("au 03.87.12.34.56.")]
    [InlineData("au 06 12 34 56 78")]
    [InlineData("tel:+33612345678")]
    public void A_telephone_of_somebody_would_be_seen(string text) => Assert.False(IsFiction(Assert.Single(Telephone().Matches(text)).Value));

    private static bool IsText(string file) => Path.GetExtension(file) is ".md" or ".yaml" or ".json" or ".svg";

    // Numbers kept for works of fiction: ARCEP's numbering plan (decision 2018-0881).
    private static bool IsFiction(string number)
    {
        var digits = string.Concat(number.Replace("+33", "0", StringComparison.Ordinal).Where(char.IsAsciiDigit));
        return FictionPrefixes.Any(p => digits.StartsWith(p, StringComparison.Ordinal));
    }

    private static bool IsActive(string svg) => Active().IsMatch(svg);

    private static bool StartsWith(string file, byte[] first)
    {
        using var stream = File.OpenRead(Repository.Full(file));
        var bytes = new byte[first.Length];
        return stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false) == bytes.Length && bytes.AsSpan().SequenceEqual(first);
    }

    private static bool IsUtf8(string file, UTF8Encoding strict)
    {
        var bytes = File.ReadAllBytes(Repository.Full(file));
        try
        {
            return strict.GetCharCount(bytes) >= 0 && !bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble);
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    [GeneratedRegex("<script|<foreignObject|<!ENTITY|javascript:|\\son[a-z]+\\s*=|href\\s*=\\s*[\"'](?!#|data:image/)", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Active();

    [GeneratedRegex("[A-Za-z0-9._-]+@[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+", RegexOptions.None, 1000)]
    private static partial Regex Email();

    [GeneratedRegex(@"(?<![\d-])(?:\+33[ .]?|0)[1-9](?:[ .]?\d\d){4}(?!\d)", RegexOptions.None, 1000)]
    private static partial Regex Telephone();
}
