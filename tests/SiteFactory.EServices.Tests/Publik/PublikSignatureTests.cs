using SiteFactory.EServices.Publik;

namespace SiteFactory.EServices.Tests.Publik;

/// <summary>
/// The vectors were computed apart from this code: <c>printf %s "$query" | openssl dgst -sha256 -hmac "$key" -binary | base64</c>.
/// </summary>
public class PublikSignatureTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 22, 9, 30, 5, TimeSpan.Zero);

    [Theory]
    [InlineData("", "secret", "orig=sitefactory&algo=sha256&timestamp=2026-11-22T09%3A30%3A05Z&nonce=0a1b2c3d", "6OaZLZpxaGKOCmpiiZiOIK/2pjrJKcOo6/79Nv1Fn0s=")]
    [InlineData("full=on", "clé secrète", "full=on&orig=sitefactory&algo=sha256&timestamp=2026-11-22T09%3A30%3A05Z&nonce=0a1b2c3d", "mYTk0dgx2F9zWck2eD4QRSOt2gWkItjtdsiZ7CO+Q7Q=")]
    public void The_whole_query_is_signed(string query, string key, string signed, string signature) =>
        Assert.Equal($"{signed}&signature={Uri.EscapeDataString(signature)}", PublikSignature.Sign(query, "sitefactory", key, At, "0a1b2c3d"));

    [Fact]
    public void The_time_is_told_in_universal_time() =>
        Assert.Contains("timestamp=2026-11-22T09%3A30%3A05Z", PublikSignature.Sign("", "o", "k", At.ToOffset(TimeSpan.FromHours(2)), "n"), StringComparison.Ordinal);

    [Fact]
    public void A_signature_is_recognised()
    {
        var signed = PublikSignature.Sign("q=eau", "sitefactory", "secret", At, "ff");
        Assert.True(PublikSignature.Matches(signed, "secret"));
        Assert.False(PublikSignature.Matches(signed, "Secret"));
        Assert.False(PublikSignature.Matches(signed.Replace("q=eau", "q=feu", StringComparison.Ordinal), "secret"));
        Assert.False(PublikSignature.Matches(signed + "&q=feu", "secret"));
        Assert.False(PublikSignature.Matches("q=eau", "secret"));
    }

    [Fact]
    public void No_two_questions_have_the_same_nonce()
    {
        var signing = new PublikSigning("sitefactory", "secret", TimeProvider.System);
        Assert.NotEqual(signing.Sign(""), signing.Sign(""));
        Assert.DoesNotContain("secret", signing.ToString(), StringComparison.Ordinal);
    }
}
