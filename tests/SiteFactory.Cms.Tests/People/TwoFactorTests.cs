using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using AngleSharp.Html.Parser;
using SiteFactory.Cms.Data.People;
using SiteFactory.Cms.Tests.Hosting;

namespace SiteFactory.Cms.Tests.People;

public sealed class TwoFactorTests : IAsyncLifetime
{
    private CmsHost _host = null!;

    public async Task InitializeAsync() => _host = await CmsHost.StartAsync();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task With_the_code_of_the_telephone_and_not_without()
    {
        var (key, _) = await TurnOnAsync("marie");
        using var visitor = await FirstStepAsync("marie");
        using var before = await visitor.GetAsync("/s/vany/");
        Assert.StartsWith("/connexion?", before.Headers.Location!.ToString(), StringComparison.Ordinal);
        using var wrong = await visitor.SubmitAsync("/connexion/code", "", ("Code", "000000"));
        Assert.Equal(HttpStatusCode.OK, wrong.StatusCode);
        using var right = await visitor.SubmitAsync("/connexion/code", "", ("Code", Totp(key)));
        Assert.Equal(HttpStatusCode.Redirect, right.StatusCode);
        await visitor.OpenAsync("/s/vany/");
    }

    [Fact]
    public async Task A_recovery_code_works_once()
    {
        var (_, codes) = await TurnOnAsync("luce");
        Assert.Equal(10, codes.Count);
        using var first = await FirstStepAsync("luce");
        using var used = await first.SubmitAsync("/connexion/code", "Recovery", ("Recovery", codes[0]));
        Assert.Equal(HttpStatusCode.Redirect, used.StatusCode);
        using var second = await FirstStepAsync("luce");
        using var again = await second.SubmitAsync("/connexion/code", "Recovery", ("Recovery", codes[0]));
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
    }

    private async Task<(string Key, IReadOnlyList<string> Codes)> TurnOnAsync(string name)
    {
        using var visitor = await _host.SignedInAsync(name, null, ("vany", SiteRole.Webmaster));
        await visitor.OpenAsync("/mon-compte/double-verification");
        var page = await visitor.OpenAsync("/mon-compte/double-verification");
        var key = page.QuerySelector("main code")!.TextContent.Replace(" ", "", StringComparison.Ordinal);
        using var response = await visitor.SubmitAsync(page, "/mon-compte/double-verification", "Enable", ("Code", Totp(key)));
        var shown = new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync());
        return (key, [.. shown.QuerySelectorAll(".codes code").Select(c => c.TextContent)]);
    }

    private async Task<Visitor> FirstStepAsync(string name)
    {
        var visitor = _host.Visitor();
        using var response = await visitor.SubmitAsync("/connexion", "", ("Email", name + "@example.org"), ("Password", CmsHost.Password));
        Assert.StartsWith("/connexion/code", response.Headers.Location!.ToString(), StringComparison.Ordinal);
        return visitor;
    }

    /// <summary>RFC 6238 with Identity's 30-second steps, SHA-1 and six digits.</summary>
    private static string Totp(string key)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, DateTimeOffset.UtcNow.ToUnixTimeSeconds() / 30);
#pragma warning disable CA5350 // The algorithm of the authenticator applications.
        var hash = HMACSHA1.HashData(FromBase32(key), counter);
#pragma warning restore CA5350
        var offset = hash[^1] & 0xF;
        var number = (BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(offset, 4)) & 0x7FFFFFFF) % 1_000_000;
        return number.ToString("000000", CultureInfo.InvariantCulture);
    }

    private static byte[] FromBase32(string text)
    {
        var bytes = new List<byte>();
        int buffer = 0, bits = 0;
        foreach (var c in text)
        {
            buffer = (buffer << 5) | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(c, StringComparison.Ordinal);
            bits += 5;
            if (bits < 8)
                continue;
            bits -= 8;
            bytes.Add((byte)(buffer >> bits));
            buffer &= (1 << bits) - 1;
        }
        return [.. bytes];
    }
}
