using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
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

    [Fact]
    public async Task Looking_at_the_page_writes_nothing_and_beginning_ends_no_other_session()
    {
        using var here = await _host.SignedInAsync("alix", null, ("vany", SiteRole.Webmaster));
        using var elsewhere = _host.Visitor();
        await elsewhere.SignInAsync("alix@example.org", CmsHost.Password);
        var before = await AccountAsync("alix");
        await here.OpenAsync("/mon-compte/double-verification");
        Assert.Equal(before, await AccountAsync("alix"));
        using var started = await here.SubmitAsync("/mon-compte/double-verification", "Start");
        await here.OpenAsync("/mon-compte/double-verification");
        await elsewhere.OpenAsync("/s/vany/");
        Assert.NotEqual(before, await AccountAsync("alix"));
    }

    [Fact]
    public async Task The_key_stays_the_same_until_the_telephone_has_it()
    {
        using var visitor = await _host.SignedInAsync("camille", null, ("vany", SiteRole.Webmaster));
        var first = await KeyAsync(visitor);
        using var wrong = await visitor.SubmitAsync("/mon-compte/double-verification", "Enable", ("Code", "000000"));
        using var again = await visitor.Client.PostAsync(new Uri("/mon-compte/double-verification?handler=Start", UriKind.Relative), await TokenAsync(visitor));
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
        Assert.Equal(first, ShownKey(await visitor.OpenAsync("/mon-compte/double-verification")));
    }

    // Everything that is known of the account.
    private Task<string> AccountAsync(string name) => _host.InDatabaseAsync(async d =>
    {
        var person = await d.Users.AsNoTracking().SingleAsync(p => p.DisplayName == name);
        var tokens = await d.UserTokens.Where(t => t.UserId == person.Id).Select(t => t.Name + t.Value).ToListAsync();
        return string.Join(' ', [person.SecurityStamp, person.ConcurrencyStamp, .. tokens]);
    });

    private static async Task<string> KeyAsync(Visitor visitor)
    {
        using var started = await visitor.SubmitAsync("/mon-compte/double-verification", "Start");
        Assert.Equal(HttpStatusCode.Redirect, started.StatusCode);
        return ShownKey(await visitor.OpenAsync("/mon-compte/double-verification"));
    }

    private static string ShownKey(AngleSharp.Dom.IDocument page) => page.QuerySelector("main code")!.TextContent.Replace(" ", "", StringComparison.Ordinal);

    private static async Task<FormUrlEncodedContent> TokenAsync(Visitor visitor)
    {
        var page = await visitor.OpenAsync("/mon-compte/double-verification");
        return new([new("__RequestVerificationToken", page.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!)]);
    }

    private async Task<(string Key, IReadOnlyList<string> Codes)> TurnOnAsync(string name)
    {
        using var visitor = await _host.SignedInAsync(name, null, ("vany", SiteRole.Webmaster));
        var key = await KeyAsync(visitor);
        using var response = await visitor.SubmitAsync("/mon-compte/double-verification", "Enable", ("Code", Totp(key)));
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
