using System.Net;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using SiteFactory.Cms.Data.People;
using SiteFactory.Cms.Tests.Hosting;

namespace SiteFactory.Cms.Tests.Screens;

/// <summary>Whatever is typed into any field is text on every screen that shows it.</summary>
public sealed class HostileTextTests : IAsyncLifetime
{
    private const string Attack = "\"'><script>alert(1)</script><img src=x onerror=alert(2)>{{7*7}}";

    private static readonly string[] Screens =
        ["/s/vany/", "/s/vany/pages", "/s/vany/actualites", "/s/vany/agenda", "/s/vany/annuaire", "/s/vany/documents", "/s/vany/alertes", "/s/vany/corbeille", "/s/vany/recherche?q=alert", "/s/vany/sante", "/s/vany/redirections", "/s/vany/menus", "/s/vany/annuaire/fermeture"];

    private CmsHost _host = null!;

    public async Task InitializeAsync() => _host = await CmsHost.BorrowAsync(FullTerritory.Text);

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task It_stays_text_on_every_screen()
    {
        using var visitor = await _host.SignedInAsync("webmestre", null, ("vany", SiteRole.Webmaster));
        var items = await _host.InDatabaseAsync(d => d.Items.AsNoTracking().Where(i => i.SiteKey == "vany" && i.Key != "").ToListAsync());
        var shown = new List<string>(Screens);
        foreach (var item in items)
        {
            var path = Features.Shared.ItemAddresses.Edit(item);
            var page = await visitor.OpenAsync(path);
            var fields = page.QuerySelectorAll("form.editor input[type=text], form.editor input:not([type]), form.editor textarea").Select(f => f.GetAttribute("name")!).Where(n => n is not null).Distinct().ToList();
            // Each field alone: one that is refused must not hide what the others do.
            foreach (var field in fields)
            {
                using var one = await visitor.SubmitAsync(page, path, "Save", (field, Attack));
                await AssertHarmlessAsync(one, $"{path} {field}");
                if (one.StatusCode == HttpStatusCode.Redirect)
                    page = await visitor.OpenAsync(path);
            }
            shown.Add(path);
            shown.Add($"/s/vany/versions/{item.Id}");
            if (item.LiveText is not null)
                shown.Add($"/s/vany/versions/{item.Id}/modifications");
            var last = await _host.InDatabaseAsync(d => d.ItemVersions.Where(v => v.ItemId == item.Id).MaxAsync(v => v.Id));
            shown.Add($"/s/vany/versions/{item.Id}/{last}");
        }
        foreach (var path in shown)
        {
            using var response = await visitor.GetAsync(path);
            Assert.True(response.StatusCode == HttpStatusCode.OK, $"{path} {response.StatusCode}");
            await AssertHarmlessAsync(response, path);
        }
    }

    private static async Task AssertHarmlessAsync(HttpResponseMessage response, string where)
    {
        var page = new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync());
        Assert.True(page.QuerySelectorAll("script").All(s => s.GetAttribute("src")?.StartsWith("/-/", StringComparison.Ordinal) == true), where);
        Assert.True(page.QuerySelectorAll("img").All(i => i.GetAttribute("src") != "x"), where);
        Assert.True(page.All.All(e => e.Attributes.All(a => !a.Name.StartsWith("on", StringComparison.Ordinal))), where);
        Assert.True(page.QuerySelectorAll("a[href]").All(a => !a.GetAttribute("href")!.StartsWith("javascript:", StringComparison.OrdinalIgnoreCase)), where);
        Assert.Empty(page.QuerySelectorAll("[style]"));
    }
}
