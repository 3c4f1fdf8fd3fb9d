using NodaTime;
using SiteFactory.Portal.Guard;

namespace SiteFactory.Portal.Tests.Guard;

/// <summary>Publik's signatures, against a vector made with openssl.</summary>
public sealed class SignatureTests
{
    private const string Query = "q=bac&orig=vany&algo=sha256&timestamp=2026-11-27T09:30:00Z&nonce=0123456789abcdef";
    private static readonly Instant At = Instant.FromUtc(2026, 11, 27, 9, 30);

    [Fact]
    public void The_signature_is_hmac_sha256_in_base64() => Assert.Equal("73Ym1fC8kxTECrFVdX6ihLyI6KXC71SRo0JxtwlZYd0=", Signature.Of(Query, "clef-de-test-assez-longue"));

    [Fact]
    public void What_is_signed_is_read_back()
    {
        var signed = Signature.Parse(Signature.Sign("q=bac", "vany", "clef-de-test-assez-longue", At, "0123456789abcdef"))!;
        Assert.Equal(("vany", "0123456789abcdef", At), (signed.Orig, signed.Nonce, signed.At));
        Assert.True(signed.IsBy("clef-de-test-assez-longue"));
        Assert.False(signed.IsBy("une-autre-clef-assez-longue"));
    }

    [Theory]
    [InlineData(30, true)]
    [InlineData(-30, true)]
    [InlineData(31, false)]
    [InlineData(-31, false)]
    public void A_signature_lives_thirty_seconds_either_way(int seconds, bool fresh) =>
        Assert.Equal(fresh, Signature.Parse(Signature.Sign("", "vany", "clef-de-test-assez-longue", At, "0123456789abcdef"))!.IsFresh(At + Duration.FromSeconds(seconds)));

    [Theory]
    [InlineData("&signature=x&q=bac")]
    [InlineData("&signature=x&signature=y")]
    [InlineData("&orig=metropole&signature=x")]
    [InlineData("")]
    public void A_query_that_says_more_or_less_is_not_signed(string end) => Assert.Null(Signature.Parse(Query + end));

    [Theory]
    [InlineData("algo=sha256", "algo=md5")]
    [InlineData("nonce=0123456789abcdef", "nonce=1")]
    [InlineData("timestamp=2026-11-27T09:30:00Z", "timestamp=hier")]
    public void A_query_signed_otherwise_is_refused(string right, string wrong) =>
        Assert.Null(Signature.Parse(Query.Replace(right, wrong, StringComparison.Ordinal) + "&signature=x"));
}
