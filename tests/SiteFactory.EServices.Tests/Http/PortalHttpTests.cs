using System.Net;
using SiteFactory.EServices.Http;

namespace SiteFactory.EServices.Tests.Http;

/// <summary>Whatever a portal does, a question ends, with the reason.</summary>
public class PortalHttpTests
{
    private static readonly PortalLimits Small = new() { Bytes = 256 * 1024, Connect = TimeSpan.FromSeconds(2) };

    [Fact]
    public async Task A_good_answer_comes_whole_and_the_portal_knows_who_asks()
    {
        await using var portal = await HostilePortal.StartAsync();
        using var http = new PortalHttp(Small);
        var answer = await http.GetAsync(new(portal.Url + "/good/"), isLocal: true, CancellationToken.None);
        Assert.Equal(Recorded.Answer("publik-categories.json").ToArray(), answer.ToArray());
        Assert.StartsWith("SiteFactory/", Assert.Single(portal.Agents), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("endless", PortalProblem.TooLarge)]
    [InlineData("announced", PortalProblem.TooLarge)]
    [InlineData("packed", PortalProblem.TooLarge)]
    [InlineData("error", PortalProblem.Refused)]
    [InlineData("missing", PortalProblem.Refused)]
    [InlineData("hang-up", PortalProblem.Down)]
    [InlineData("loop", PortalProblem.Refused)]
    public async Task A_bad_answer_ends_with_its_reason(string path, PortalProblem problem)
    {
        await using var portal = await HostilePortal.StartAsync();
        using var http = new PortalHttp(Small);
        var e = await Assert.ThrowsAsync<PortalException>(() => http.GetAsync(new($"{portal.Url}/{path}/"), isLocal: true, CancellationToken.None));
        Assert.Equal(problem, e.Problem);
    }

    [Fact]
    public async Task Nobody_there_is_down()
    {
        string url;
        await using (var portal = await HostilePortal.StartAsync())
            url = portal.Url;
        using var http = new PortalHttp(Small);
        var e = await Assert.ThrowsAsync<PortalException>(() => http.GetAsync(new(url + "/good/"), isLocal: true, CancellationToken.None));
        Assert.Equal(PortalProblem.Down, e.Problem);
    }

    [Fact]
    public async Task A_private_address_is_asked_only_when_the_territory_says_so()
    {
        await using var portal = await HostilePortal.StartAsync();
        using var http = new PortalHttp(Small);
        foreach (var host in new[] { "127.0.0.1", "localhost", "services.localhost", "[::ffff:127.0.0.1]" })
        {
            var address = new UriBuilder(portal.Url + "/good/") { Scheme = "https", Host = host }.Uri;
            var e = await Assert.ThrowsAsync<PortalException>(() => http.GetAsync(address, isLocal: false, CancellationToken.None));
            Assert.Equal(PortalProblem.PrivateAddress, e.Problem);
        }
        Assert.Empty(portal.Agents);
    }

    [Fact]
    public async Task Plain_http_is_refused()
    {
        using var http = new PortalHttp(Small);
        var e = await Assert.ThrowsAsync<PortalException>(() => http.GetAsync(new("http://services.example.org/"), isLocal: false, CancellationToken.None));
        Assert.Equal(PortalProblem.NotSecure, e.Problem);
    }

    [Theory]
    [InlineData("127.0.0.1", true)]
    [InlineData("10.1.2.3", true)]
    [InlineData("172.20.0.1", true)]
    [InlineData("192.168.1.1", true)]
    [InlineData("169.254.169.254", true)]
    [InlineData("100.64.0.1", true)]
    [InlineData("0.0.0.0", true)]
    [InlineData("224.0.0.1", true)]
    [InlineData("255.255.255.255", true)]
    [InlineData("::1", true)]
    [InlineData("::", true)]
    [InlineData("fe80::1", true)]
    [InlineData("fd00::1", true)]
    [InlineData("::ffff:10.0.0.1", true)]
    [InlineData("64:ff9b::a00:1", true)]
    [InlineData("2002:a00:1::", true)]
    [InlineData("185.75.143.24", false)]
    [InlineData("172.32.0.1", false)]
    [InlineData("2001:4860:4860::8888", false)]
    public void Private_networks_are_known(string address, bool isPrivate) =>
        Assert.Equal(isPrivate, PrivateAddresses.Contains(IPAddress.Parse(address)));
}
