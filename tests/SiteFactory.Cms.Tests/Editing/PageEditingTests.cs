using System.Net;
using Microsoft.EntityFrameworkCore;
using SiteFactory.Cms.Data.People;
using SiteFactory.Cms.Tests.Hosting;

namespace SiteFactory.Cms.Tests.Editing;

public sealed class PageEditingTests : IAsyncLifetime
{
    private static readonly string Edit = $"/s/vany/pages/{SampleTerritory.VanyPage}";

    private CmsHost _host = null!;

    public async Task InitializeAsync() => _host = await CmsHost.BorrowAsync();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task A_draft_leaves_the_live_page_alone()
    {
        using var visitor = await _host.SignedInAsync("webmestre", null, ("vany", SiteRole.Webmaster));
        using var response = await visitor.SubmitAsync(Edit, "Save", ("Title", "Le nouveau conseil"));
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        var item = await _host.InDatabaseAsync(d => d.Items.SingleAsync(i => i.Id == SampleTerritory.VanyPage));
        Assert.Contains("Le nouveau conseil", item.DraftText, StringComparison.Ordinal);
        Assert.DoesNotContain("Le nouveau conseil", item.LiveText, StringComparison.Ordinal);
    }

    // The whole form as the contributor's own page gives it: nothing but the right is missing.
    [Theory]
    [InlineData("?handler=Publish")]
    [InlineData("?handler=publish")]
    [InlineData("?handler=Publish&handler=Save")]
    [InlineData("?handler=Schedule")]
    [InlineData("?handler=Withdraw")]
    [InlineData("?handler=Delete")]
    public async Task A_contributor_publishes_and_withdraws_nothing(string address)
    {
        using var visitor = await _host.SignedInAsync("contributrice", null, ("vany", SiteRole.Contributor));
        var page = await visitor.OpenAsync(Edit);
        Assert.DoesNotContain(page.QuerySelectorAll("button"), b => b.GetAttribute("formaction")?.Contains("handler=Publish", StringComparison.Ordinal) == true);
        page.QuerySelector("form.editor button")!.SetAttribute("formaction", Edit + address);
        using var response = await visitor.SubmitAsync(page, Edit, address["?handler=".Length..], ("Title", "Interdit"), ("GoesLiveAt", "2026-12-01T08:00"));
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        var item = await _host.InDatabaseAsync(d => d.Items.SingleAsync(i => i.Id == SampleTerritory.VanyPage));
        Assert.DoesNotContain("Interdit", item.LiveText!, StringComparison.Ordinal);
        Assert.Null(item.DraftGoesLiveAt);
        Assert.Null(item.DeletedAt);
    }

    [Fact]
    public async Task The_second_of_two_saves_loses_nothing_silently()
    {
        using var first = await _host.SignedInAsync("camille", null, ("vany", SiteRole.Webmaster));
        using var second = await _host.SignedInAsync("dominique", null, ("vany", SiteRole.Webmaster));
        var page = await second.OpenAsync(Edit);
        using var saved = await first.SubmitAsync(Edit, "Save", ("Body", "Le texte de Camille."));
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        using var refused = await second.SubmitAsync(page, Edit, "Save", ("Body", "Le texte de Dominique."));
        Assert.Equal(HttpStatusCode.OK, refused.StatusCode);
        var text = await refused.Content.ReadAsStringAsync();
        Assert.Contains("Le texte de Dominique.", text, StringComparison.Ordinal);
        Assert.Contains("camille", text, StringComparison.Ordinal);
        var item = await _host.InDatabaseAsync(d => d.Items.SingleAsync(i => i.Id == SampleTerritory.VanyPage));
        Assert.Contains("Le texte de Camille.", item.DraftText, StringComparison.Ordinal);
    }
}
