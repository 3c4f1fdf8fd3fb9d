using SiteFactory.Portal.Codes;

namespace SiteFactory.Portal.Tests.Codes;

/// <summary>Codes cannot be guessed, and are read over the telephone.</summary>
public sealed class TrackingCodeTests
{
    [Fact]
    public void A_code_has_64_bits_of_signs_that_nobody_mixes_up()
    {
        Assert.Equal(64, TrackingCode.Length * Math.Log2(TrackingCode.Alphabet.Distinct().Count()));
        Assert.Empty(TrackingCode.Alphabet.Intersect("01IOBSZ5BDPTVGNQ".Except("5")));
        Assert.Matches("^[2-9FHKLMRXY]{4}(-[2-9FHKLMRXY]{4}){3}$", TrackingCode.Create().ToString());
    }

    [Fact]
    public void Codes_share_nothing_that_could_be_counted_up()
    {
        var codes = Enumerable.Range(0, 4000).Select(_ => TrackingCode.Create().ToString().Replace("-", "", StringComparison.Ordinal)).ToList();
        Assert.Equal(codes.Count, codes.Distinct().Count());
        // At each place each sign turns up about as often as any other: 250 times of 4000, within six standard deviations.
        for (var place = 0; place < TrackingCode.Length; place++)
            Assert.All(codes.GroupBy(c => c[place]), g => Assert.InRange(g.Count(), 250 - 92, 250 + 92));
    }

    [Theory]
    [InlineData("k7f2 94xh 3lm8 y6r5")]
    [InlineData(" K7F2-94XH-3LM8-Y6R5 ")]
    [InlineData("K7F294XH3LM8Y6R5")]
    [InlineData("k7f2–94xh–3lm8–y6r5")]
    public void A_code_is_taken_as_people_type_it(string typed) =>
        Assert.Equal("K7F2-94XH-3LM8-Y6R5", TrackingCode.Parse(typed)?.ToString());

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("K7F2-94XH-3LM8-Y6R")]
    [InlineData("K7F2-94XH-3LM8-Y6R55")]
    [InlineData("O7F2-94XH-3LM8-Y6R5")]
    [InlineData("../../etc/passwd")]
    [InlineData("' OR 1=1 --")]
    public void What_cannot_be_a_code_is_none(string? typed) => Assert.Null(TrackingCode.Parse(typed));

    [Fact]
    public void What_is_stored_is_not_the_code()
    {
        var code = TrackingCode.Create();
        Assert.Equal(64, code.Hash().Length);
        Assert.DoesNotContain(code.ToString()[..4].ToLowerInvariant() + code.ToString()[5..9].ToLowerInvariant(), code.Hash(), StringComparison.Ordinal);
        Assert.Equal(code.Hash(), TrackingCode.Parse(code.ToString())!.Value.Hash());
    }
}
