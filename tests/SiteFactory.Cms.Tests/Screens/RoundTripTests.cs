using System.Net;
using Microsoft.EntityFrameworkCore;
using SiteFactory.Cms.Data.Content;
using SiteFactory.Cms.Data.People;
using SiteFactory.Cms.Tests.Hosting;

namespace SiteFactory.Cms.Tests.Screens;

/// <summary>A form that is opened and saved without a change leaves every field of the item as it was.</summary>
public sealed class RoundTripTests : IAsyncLifetime
{
    private CmsHost _host = null!;

    public async Task InitializeAsync() => _host = await CmsHost.BorrowAsync(FullTerritory.Text);

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Theory]
    [InlineData("pages", "conseil")]
    [InlineData("actualites", "rentree-2026")]
    [InlineData("agenda", "marche")]
    [InlineData("agenda", "fete-annuelle")]
    [InlineData("agenda", "regle")]
    [InlineData("annuaire", "piscine")]
    [InlineData("annuaire", "maire")]
    [InlineData("annuaire", "refuge")]
    [InlineData("documents", "pv")]
    [InlineData("alertes", "eau-potable")]
    public async Task A_form_gives_back_every_field(string segment, string key)
    {
        var before = await ItemAsync(key);
        using var visitor = await _host.SignedInAsync("camille", null, ("vany", SiteRole.Webmaster));
        using var response = await visitor.SubmitAsync($"/s/vany/{segment}/{before.Id}", "Save");
        Assert.True(response.StatusCode == HttpStatusCode.Redirect, await response.Content.ReadAsStringAsync());
        var after = await ItemAsync(key);
        Assert.NotNull(after.DraftText);
        Assert.Equal(Comparable(before.LiveText!), Comparable(after.DraftText));
    }

    private Task<ItemRecord> ItemAsync(string key) =>
        _host.InDatabaseAsync(d => d.Items.AsNoTracking().SingleAsync(i => i.SiteKey == "vany" && i.Key == key));

    /// <summary>Without what a save itself changes.</summary>
    private static string Comparable(string text) =>
        string.Join('\n', text.TrimEnd('\n').Split('\n').Where(l => !l.StartsWith("updatedAt:", StringComparison.Ordinal) && !l.StartsWith("status:", StringComparison.Ordinal)));
}
