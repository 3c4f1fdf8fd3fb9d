using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SiteFactory.Cms.Data.Content;
using SiteFactory.Cms.Editing;
using SiteFactory.Cms.Media;
using SiteFactory.Cms.Tests.Library;
using SiteFactory.Content.FolderFormat;

namespace SiteFactory.Cms.Browser.Tests;

/// <summary>Text that attacks, in every field, shown on every screen, in the preview and on the site: nothing runs.</summary>
public sealed class HostileTextTests(CitizenOffice office) : IClassFixture<CitizenOffice>
{
    private const string Attack = "\"'><img src=x onerror=alert(1)><script>alert(2)</script><svg onload=alert(3)>{{7*7}}${7*7}&lt;b&gt;";

    private const string AttackBody = Attack + "\n\n[piège](javascript:alert(4)) [piège](data:text/html,<script>alert(5)</script>) ![x\" onerror=\"alert(6)](media/x.jpg)\n\n"
        + "::: callout {type=info title=\"<script>alert(7)</script>\"}\n<iframe srcdoc='<script>alert(8)</script>'></iframe>\n:::\n\n"
        + "::: inconnu {x=\"<img src=x onerror=alert(9)>\"}\n:::\n\n[^1]: <script>alert(10)</script>\n";

    [Fact]
    public async Task Nothing_runs_anywhere()
    {
        await PlantAsync();
        await using var editor = await Editor.ComeAsync(office);
        await editor.Page.AddInitScriptAsync("addEventListener('securitypolicyviolation', e => console.error('policy: ' + e.violatedDirective + ' ' + e.blockedURI + ' ' + e.sample));");
        foreach (var screen in await Screens.AllAsync(office))
        {
            await editor.GoAsync(screen);
            if (await editor.Page.Locator("[data-editor]").CountAsync() > 0)
                await editor.Page.Locator("[data-editor][data-ready]").WaitForAsync();
        }
        foreach (var item in await office.Host.InDatabaseAsync(d => d.Items.AsNoTracking().Where(i => i.SiteKey == "vany").ToListAsync()))
            await editor.GoAsync($"/s/vany/apercu/{Features.Shared.ItemAddresses.Segment(item.Kind)}/{item.Id}");
        foreach (var path in new[] { "/", "/actualites/", "/agenda/", "/annuaire/", "/plan-du-site/", "/vie-municipale/conseil/" })
            await editor.Page.GotoAsync(office.SiteUrl("vany", path));
        editor.AssertClean();
    }

    // Straight into the store, as a foreign program or an import would: forms are not what keeps pages safe.
    private async Task PlantAsync()
    {
        var picture = await office.Host.Application.Services.GetRequiredService<IMediaFiles>().AddAsync(new MemoryStream(SampleFiles.Png(8, 6)), CancellationToken.None);
        await office.Host.InDatabaseAsync(async database =>
        {
            var zone = NodaTime.DateTimeZoneProviders.Tzdb["Europe/Paris"];
            foreach (var record in await database.Items.Where(i => i.SiteKey == "vany").ToListAsync())
            {
                var item = ItemProjection.Current(record, zone) with { Title = Attack, Summary = Attack, Body = AttackBody };
                record.Title = Attack;
                record.Summary = Attack;
                record.UpdatedBy = Attack;
                record.DraftText = FormatText.WriteItem(item, zone);
                record.LiveText = FormatText.WriteItem(item with { Body = Attack }, zone);
                record.InReview = true;
                database.ItemVersions.Add(new() { ItemId = record.Id, SiteKey = record.SiteKey, Number = record.Version, Title = Attack, Text = record.DraftText, SavedAt = record.UpdatedAt, SavedBy = Attack, Kind = VersionKind.Draft });
            }
            database.Media.Add(Hostile(MediaRecords.New("vany", "media/x.jpg", Attack, office.Host.Clock.GetCurrentInstant(), picture)));
            database.Outbox.Add(new() { At = office.Host.Clock.GetCurrentInstant(), SiteKey = "vany", Subject = Attack, PersonName = Attack, Paths = "" });
            return await database.SaveChangesAsync();
        });
        office.Host.Application.Services.GetRequiredService<IPublicationSignal>().Wake();
    }

    private static MediaRecord Hostile(MediaRecord record)
    {
        (record.Length, record.Width, record.Height) = (100, 8, 6);
        (record.Alt, record.Credit, record.Licence, record.Consent) = (Attack, Attack, Attack, Attack);
        return record;
    }
}
