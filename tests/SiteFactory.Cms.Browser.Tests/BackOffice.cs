using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using SiteFactory.Browser.Tests;
using SiteFactory.Cms.Data.People;
using SiteFactory.Cms.Hosting;
using SiteFactory.Cms.Tests.Hosting;
using SiteFactory.Content.Model;

namespace SiteFactory.Cms.Browser.Tests;

/// <summary>The whole CMS, building sites, and a browser. One for each class of tests.</summary>
public class BackOffice : IAsyncLifetime
{
    /// <summary>Runs the territory, and Vany.</summary>
    internal const string Administrator = "camille";

    /// <summary>Works at the town hall of Vany, and nowhere else.</summary>
    internal const string Secretary = "dominique";

    /// <summary>A contributor's change of the rooms that waits.</summary>
    internal static readonly Guid Proposal = Guid.Parse("0197c0de-0000-7000-8000-00000000da7a");

    private IPlaywright? _playwright;

    internal CmsHost Host { get; private set; } = null!;

    /// <summary>The sessions of those who signed in once: they need not do it again.</summary>
    internal Dictionary<string, string> Sessions { get; } = new(StringComparer.Ordinal);

    internal IBrowser Browser { get; private set; } = null!;

    /// <summary>The address of a page of a built site.</summary>
    internal string SiteUrl(string site, string path) => $"http://{site}.localhost:{Host.Address.Port.ToString(System.Globalization.CultureInfo.InvariantCulture)}{path}";

    public async Task InitializeAsync()
    {
        Host = await StartAsync();
        await Host.PersonAsync(Administrator, TerritoryRole.Administrator, ("vany", SiteRole.Webmaster));
        await Host.PersonAsync(Secretary, null, ("vany", SiteRole.Webmaster));
        await ProposeAsync();
        _playwright = await Playwright.CreateAsync();
        Browser = await Chromium.LaunchAsync(_playwright);
    }

    /// <summary>Starts the application.</summary>
    internal virtual Task<CmsHost> StartAsync() => CmsHost.StartAsync(SampleTerritory.Text + SampleTerritory.Everyday, CmsRole.All);

    // Screens of proposals have something to show.
    private Task<int> ProposeAsync() => Host.InDatabaseAsync(async database =>
    {
        foreach (var item in await database.Items.Where(i => i.SiteKey == "vany" && i.Kind == ContentKind.Event).Select(i => i.Id).Take(1).ToListAsync())
            database.Proposals.Add(new() { ItemId = item, SiteKey = "vany", ToSiteKey = "metropole", ProposedBy = "camille", ProposedAt = Host.Clock.GetCurrentInstant(), Note = "Ouvert à tous." });
        database.DataFileProposals.Add(new()
        {
            Id = Proposal,
            SiteKey = "vany",
            Path = "vany/rooms.yaml",
            Subject = "modification du texte commun",
            Before = await database.DataFiles.Where(f => f.Path == "vany/rooms.yaml").Select(f => f.Text).SingleOrDefaultAsync() ?? "rooms: []\n",
            Text = "note: Les chèques de caution sont rendus sous huit jours.\nrooms: []\n",
            ProposedBy = "claude",
            ProposedAt = Host.Clock.GetCurrentInstant(),
        });
        return await database.SaveChangesAsync();
    });

    public async Task DisposeAsync()
    {
        if (Browser is not null)
            await Browser.CloseAsync();
        _playwright?.Dispose();
        await Host.DisposeAsync();
    }
}
