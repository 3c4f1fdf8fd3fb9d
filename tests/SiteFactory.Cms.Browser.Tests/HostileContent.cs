using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SiteFactory.Cms.Data.Content;
using SiteFactory.Cms.Editing;
using SiteFactory.Cms.Tests.Hosting;
using SiteFactory.Content.FolderFormat;

namespace SiteFactory.Cms.Browser.Tests;

/// <summary>Text that attacks, put straight into the store as an import would: forms are not what keeps pages safe.</summary>
internal static class HostileContent
{
    private static readonly string Attack = FilledForm.Attacks[0];

    private static readonly string Body = Attack + "\n\n[piège](javascript:alert(4)) [piège](data:text/html,<script>alert(5)</script>) ![x\" onerror=\"alert(6)](media/lavoir.jpg)\n\n"
        + "::: callout {type=info title=\"<script>alert(7)</script>\"}\n<iframe srcdoc='<script>alert(8)</script>'></iframe>\n:::\n\n"
        + "::: inconnu {x=\"<img src=x onerror=alert(9)>\"}\n:::\n\n[^1]: <script>alert(10)</script>\n";

    /// <summary>In all that Vany has, live and as drafts.</summary>
    public static async Task PlantAsync(CmsHost host)
    {
        await host.InDatabaseAsync(async database =>
        {
            var zone = NodaTime.DateTimeZoneProviders.Tzdb["Europe/Paris"];
            foreach (var record in await database.Items.Where(i => i.SiteKey == "vany").ToListAsync())
            {
                var item = ItemProjection.Current(record, zone) with { Title = Attack, Summary = Attack, Body = Body };
                (record.Title, record.Summary, record.UpdatedBy, record.InReview) = (Attack, Attack, Attack, true);
                record.DraftText = FormatText.WriteItem(item, zone);
                record.LiveText = FormatText.WriteItem(item with { Body = Attack }, zone);
                database.ItemVersions.Add(new() { ItemId = record.Id, SiteKey = record.SiteKey, Number = record.Version, Title = Attack, Text = record.DraftText, SavedAt = record.UpdatedAt, SavedBy = Attack, Kind = VersionKind.Draft });
            }
            foreach (var proposal in await database.Proposals.ToListAsync())
                (proposal.Note, proposal.Answer, proposal.ProposedBy, proposal.AnsweredBy, proposal.AnsweredAt) = (Attack, Attack, Attack, Attack, host.Clock.GetCurrentInstant());
            foreach (var picture in await database.Media.ToListAsync())
                (picture.Alt, picture.Credit, picture.Licence, picture.Consent) = (Attack, Attack, Attack, Attack);
            database.Outbox.Add(new() { At = host.Clock.GetCurrentInstant(), SiteKey = "vany", Subject = Attack, PersonName = Attack, Paths = "" });
            return await database.SaveChangesAsync();
        });
        host.Application.Services.GetRequiredService<IPublicationSignal>().Wake();
    }
}
