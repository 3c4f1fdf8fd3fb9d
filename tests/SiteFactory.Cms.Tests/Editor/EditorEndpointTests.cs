using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SiteFactory.Cms.Data.People;
using SiteFactory.Cms.Features.Editor;
using SiteFactory.Cms.Tests.Hosting;

namespace SiteFactory.Cms.Tests.Editor;

/// <summary>What the editor asks the server: words, blocks, links, and what was not saved.</summary>
public sealed class EditorEndpointTests : IAsyncLifetime
{
    private static readonly string Kept = $"/s/vany/editeur/brouillons/{SampleTerritory.VanyPage}";

    private CmsHost _host = null!;
    private Visitor _visitor = null!;

    public async Task InitializeAsync()
    {
        _host = await CmsHost.BorrowAsync();
        _visitor = await _host.SignedInAsync("camille", null, ("vany", SiteRole.Contributor));
    }

    public async Task DisposeAsync()
    {
        _visitor.Dispose();
        await _host.DisposeAsync();
    }

    [Fact]
    public void Every_block_and_each_of_its_attributes_has_french_words()
    {
        Assert.NotEmpty(BlockList.All);
        Assert.Empty(BlockList.All.Where(b => b.Label == b.Name || b.Help.Length == 0).Select(b => b.Name));
        Assert.Empty(BlockList.All.SelectMany(b => b.Attributes.Where(a => a.Label == a.Name).Select(a => $"{b.Name}.{a.Name}")));
        Assert.Empty(BlockList.All.SelectMany(b => b.Attributes.SelectMany(a => (a.Choices ?? []).Where(c => c.Label == c.Value).Select(c => $"{b.Name}.{a.Name}.{c.Value}"))));
    }

    [Fact]
    public async Task What_was_typed_is_kept_for_its_author_alone()
    {
        await SendAsync(_visitor, HttpMethod.Put, Kept, new { text = "{\"Body\":\"presque perdu\"}", fromVersion = 1 });
        var answer = await _visitor.Client.GetFromJsonAsync<JsonElement>(new Uri(Kept, UriKind.Relative));
        Assert.Contains("presque perdu", answer.GetProperty("text").GetString(), StringComparison.Ordinal);
        using var colleague = await _host.SignedInAsync("dominique", null, ("vany", SiteRole.Contributor));
        using var other = await colleague.GetAsync(Kept);
        Assert.Equal(HttpStatusCode.NoContent, other.StatusCode);
        await SendAsync(_visitor, HttpMethod.Delete, Kept, new { });
        Assert.False(await _host.InDatabaseAsync(d => d.Autosaves.AnyAsync()));
    }

    [Fact]
    public async Task A_save_forgets_what_was_kept()
    {
        await SendAsync(_visitor, HttpMethod.Put, Kept, new { text = "{\"Body\":\"presque perdu\"}", fromVersion = 1 });
        using var saved = await _visitor.SubmitAsync($"/s/vany/pages/{SampleTerritory.VanyPage}", "Save", ("Body", "enregistré"));
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.False(await _host.InDatabaseAsync(d => d.Autosaves.AnyAsync()));
    }

    [Fact]
    public async Task Without_the_pages_token_nothing_is_kept()
    {
        using var answer = await _visitor.Client.PutAsJsonAsync(new Uri(Kept, UriKind.Relative), new { text = "x", fromVersion = 1 });
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Links_are_found_by_words_without_accents()
    {
        var found = await _visitor.Client.GetFromJsonAsync<JsonElement>(new Uri("/s/vany/editeur/liens?q=rentree", UriKind.Relative));
        var link = Assert.Single(found.EnumerateArray());
        Assert.Equal("/actualites/rentree/", link.GetProperty("address").GetString());
    }

    [Fact]
    public async Task What_others_share_can_be_linked_to()
    {
        var found = await _visitor.Client.GetFromJsonAsync<JsonElement>(new Uri("/s/vany/editeur/liens?q=tri", UriKind.Relative));
        Assert.Contains(found.EnumerateArray(), l => l.GetProperty("address").GetString() == "/actualites/tri/");
    }

    [Fact]
    public async Task A_missing_page_is_made_as_a_draft()
    {
        using var answer = await SendAsync(_visitor, HttpMethod.Post, "/s/vany/editeur/liens", new { title = "Les associations" });
        var page = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal("/les-associations/", page.GetProperty("address").GetString());
        using var again = await SendAsync(_visitor, HttpMethod.Post, "/s/vany/editeur/liens", new { title = "Les associations" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.StatusCode);
        Assert.True(await _host.InDatabaseAsync(d => d.Items.AnyAsync(i => i.Key == "les-associations" && i.LiveText == null)));
    }

    private static async Task<HttpResponseMessage> SendAsync(Visitor visitor, HttpMethod method, string path, object json)
    {
        var page = await visitor.OpenAsync($"/s/vany/pages/{SampleTerritory.VanyPage}");
        using var request = new HttpRequestMessage(method, path) { Content = JsonContent.Create(json) };
        request.Headers.Add("RequestVerificationToken", page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value"));
        return await visitor.Client.SendAsync(request);
    }
}
