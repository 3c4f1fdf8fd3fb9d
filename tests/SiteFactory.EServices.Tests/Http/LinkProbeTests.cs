using SiteFactory.EServices.Http;

namespace SiteFactory.EServices.Tests.Http;

/// <summary>Whatever stands at a link, a look at it ends, and says whether people get there.</summary>
public class LinkProbeTests
{
    private static readonly PortalLimits Small = new() { Connect = TimeSpan.FromSeconds(2), Total = TimeSpan.FromSeconds(3) };

    [Theory]
    [InlineData("good", null)]
    [InlineData("no-head", null)]
    [InlineData("account", null)]
    [InlineData("endless", null)]
    [InlineData("missing", LinkProblem.NotFound)]
    [InlineData("error", LinkProblem.ServerError)]
    [InlineData("hang-up", LinkProblem.Down)]
    [InlineData("silent", LinkProblem.Slow)]
    public async Task A_link_is_good_when_people_get_there(string path, LinkProblem? problem)
    {
        await using var portal = await HostilePortal.StartAsync();
        using var probe = new LinkProbe(Small, isLocal: true);
        Assert.Equal(problem, await probe.ProbeAsync(new($"{portal.Url}/{path}/"), CancellationToken.None));
    }

    [Fact]
    public async Task A_private_address_is_never_asked()
    {
        await using var portal = await HostilePortal.StartAsync();
        using var probe = new LinkProbe(Small);
        Assert.Equal(LinkProblem.PrivateAddress, await probe.ProbeAsync(new(portal.Url + "/good/"), CancellationToken.None));
        Assert.Empty(portal.Agents);
    }
}
