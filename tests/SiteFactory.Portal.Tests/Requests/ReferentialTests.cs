using SiteFactory.Portal.Dispatch;
using SiteFactory.Portal.Territory;
using SiteFactory.Portal.Tests.Hosting;

namespace SiteFactory.Portal.Tests.Requests;

/// <summary>Who changes the referential, and that new requests follow it.</summary>
public sealed class ReferentialTests : PortalTest
{
    [Fact]
    public async Task A_rule_sends_the_next_request_elsewhere()
    {
        Assert.True(await AddAsync(Agents.Metropole, new(0, "signaler-une-anomalie/arbres", null, "rue de l’église", "metropole")));
        await ReportAsync("arbres");
        Assert.Equal(1, (await ListAsync(Agents.Metropole)).Total);
        Assert.Equal(0, (await ListAsync(Agents.Vany)).Total);
    }

    [Fact]
    public async Task A_commune_rules_over_itself_alone()
    {
        Assert.False(await AddAsync(Agents.VanyAdministrator, new(0, "bacs", null, null, "vany")));
        Assert.False(await AddAsync(Agents.VanyAdministrator, new(0, "bacs", "amanvillers", null, "vany")));
        Assert.False(await AddAsync(Agents.Vany, new(0, "bacs", "vany", null, "vany")));
        Assert.True(await AddAsync(Agents.VanyAdministrator, new(0, "bacs", "vany", null, "vany")));
        var rule = Assert.Single(await Host.UseAsync(async (Referential r) => await r.AllAsync(default)));
        Assert.False(await Host.UseAsync((Referential r) => r.RemoveAsync(Agents.Amanvillers, rule.Id, default)));
        Assert.True(await Host.UseAsync((Referential r) => r.RemoveAsync(Agents.VanyAdministrator, rule.Id, default)));
    }

    [Theory]
    [InlineData(null, "vany")]
    [InlineData("bacs", "nulle-part")]
    public async Task A_rule_that_says_nothing_is_refused(string? category, string body) =>
        Assert.False(await AddAsync(Agents.Metropole, new(0, category, null, null, body)));

    private Task<bool> AddAsync(PortalAgent agent, DispatchRule rule) => Host.UseAsync((Referential r) => r.AddAsync(agent, rule, default));
}
