using System.Net;
using Microsoft.EntityFrameworkCore;
using SiteFactory.Cms.Data;
using SiteFactory.Cms.Data.Content;
using SiteFactory.Cms.Data.People;
using SiteFactory.Cms.Tests.Hosting;
using SiteFactory.Content.Model;

namespace SiteFactory.Cms.Tests.Sharing;

/// <summary>A commune proposes to the territory; the métropole answers; the commune reads the answer.</summary>
public sealed class ProposalTests : IAsyncLifetime
{
    private CmsHost _host = null!;
    private Visitor _commune = null!;
    private Visitor _communication = null!;
    private Guid _event;

    public async Task InitializeAsync()
    {
        _host = await CmsHost.BorrowAsync();
        _commune = await _host.SignedInAsync("webmestre", null, ("vany", SiteRole.Webmaster));
        _communication = await _host.SignedInAsync("communication", TerritoryRole.Communication);
        _event = await _host.InDatabaseAsync(d => d.Items.Where(i => i.SiteKey == "vany" && i.Kind == ContentKind.Event).Select(i => i.Id).SingleAsync());
    }

    public async Task DisposeAsync()
    {
        _commune.Dispose();
        _communication.Dispose();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task What_is_accepted_shows_on_the_metropole_s_site_and_reaches_the_chosen_communes()
    {
        await ProposeAsync("Ouvert à tout le territoire.");
        Assert.Contains("La fête du village", (await _communication.OpenAsync("/territoire/propositions")).QuerySelector("[aria-labelledby=attente]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("1 proposition", (await _communication.OpenAsync("/s/metropole/partage")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("1 proposition", (await _communication.OpenAsync("/s/metropole/")).QuerySelector("[aria-labelledby=attente]")!.TextContent, StringComparison.Ordinal);
        var answer = $"/territoire/propositions/{_event}";
        Assert.Contains("Ouvert à tout le territoire.", (await _communication.OpenAsync(answer)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        using var nobody = await _communication.SubmitAsync(answer, "Accept", ("Audience.Who", "choix"));
        Assert.Equal(HttpStatusCode.OK, nobody.StatusCode);
        using var accepted = await _communication.SubmitAsync(answer, "Accept", ("Audience.Who", "choix"), ("Audience.Sites", "chieulles"), ("Word", "Avec plaisir."));
        Assert.Equal(HttpStatusCode.Redirect, accepted.StatusCode);

        var live = await _host.InDatabaseAsync(d => d.Items.Where(i => i.Id == _event).Select(i => i.LiveText!).SingleAsync());
        Assert.Contains("sites: [chieulles, metropole]", live, StringComparison.Ordinal);
        var overlay = await _host.InDatabaseAsync(d => d.Overlays.SingleAsync());
        Assert.Equal(("metropole", _event, OverlayDecision.Accepted), (overlay.SiteKey, overlay.ItemId, overlay.Decision));
        Assert.Contains("La fête du village", (await _communication.OpenAsync("/s/metropole/partage")).QuerySelector("[aria-labelledby=etat-Shown]")!.TextContent, StringComparison.Ordinal);
        using var neighbour = await _host.SignedInAsync("voisine", null, ("chieulles", SiteRole.Webmaster));
        Assert.Contains("La fête du village", (await neighbour.OpenAsync("/s/chieulles/partage")).QuerySelector("[aria-labelledby=etat-Pending]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("acceptée", (await _commune.OpenAsync("/s/vany/")).QuerySelector("[aria-labelledby=attente]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Avec plaisir.", (await _commune.OpenAsync("/s/vany/partage")).QuerySelector("[aria-labelledby=proposes]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_says_why_changes_nothing_of_the_item_and_the_commune_may_ask_again()
    {
        await ProposeAsync("");
        var before = await _host.InDatabaseAsync(d => d.Items.Where(i => i.Id == _event).Select(i => i.Version).SingleAsync());
        using var mute = await _communication.SubmitAsync($"/territoire/propositions/{_event}", "Refuse");
        Assert.Equal(HttpStatusCode.OK, mute.StatusCode);
        using var refused = await _communication.SubmitAsync($"/territoire/propositions/{_event}", "Refuse", ("Why", "Trop local, merci."));
        Assert.Equal(HttpStatusCode.Redirect, refused.StatusCode);
        Assert.Equal(before, await _host.InDatabaseAsync(d => d.Items.Where(i => i.Id == _event).Select(i => i.Version).SingleAsync()));
        Assert.Contains("Trop local, merci.", (await _commune.OpenAsync($"/s/vany/proposer/{_event}")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await ProposeAsync("Nous invitons les voisins.");
        Assert.Equal(ProposalState.Waiting, await StateAsync());
        using var taken = await _commune.SubmitAsync($"/s/vany/proposer/{_event}", "TakeBack");
        Assert.Equal(ProposalState.Withdrawn, await StateAsync());
        // Answered too late.
        Assert.Empty((await _communication.OpenAsync($"/territoire/propositions/{_event}")).QuerySelectorAll("main form"));
    }

    [Fact]
    public async Task Only_what_is_live_can_be_proposed_by_who_publishes_and_the_metropole_s_site_alone_changes_no_proposal()
    {
        using var contributor = await _host.SignedInAsync("contributrice", null, ("vany", SiteRole.Contributor));
        Assert.Empty((await contributor.OpenAsync($"/s/vany/proposer/{_event}")).QuerySelectorAll("main form"));
        await ProposeAsync("");
        await Assert.ThrowsAsync<ForeignSiteException>(() => _host.InDatabaseAsync(async database =>
        {
            database.RestrictTo("metropole");
            (await database.Proposals.SingleAsync()).State = ProposalState.Accepted;
            return await database.SaveChangesAsync();
        }));
        Assert.False(await _host.InDatabaseAsync(async database =>
        {
            database.RestrictTo("chieulles");
            return await database.Proposals.AnyAsync();
        }));
        using var gone = await _commune.SubmitAsync($"/s/vany/agenda/{_event}", "Withdraw");
        using var accepted = await _communication.GetAsync($"/territoire/propositions/{_event}");
        Assert.Contains("ne peut plus être repris", WebUtility.HtmlDecode(await accepted.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }

    private async Task ProposeAsync(string note)
    {
        using var proposed = await _commune.SubmitAsync($"/s/vany/proposer/{_event}", "Propose", ("Note", note));
        Assert.Equal(HttpStatusCode.Redirect, proposed.StatusCode);
        Assert.Equal(ProposalState.Waiting, await StateAsync());
    }

    private Task<ProposalState> StateAsync() => _host.InDatabaseAsync(d => d.Proposals.Select(p => p.State).SingleAsync());
}
