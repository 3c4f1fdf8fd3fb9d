using Microsoft.EntityFrameworkCore;
using SiteFactory.Cms.Data.Api;
using SiteFactory.Cms.Data.Audit;
using SiteFactory.Cms.Data.EServices;
using SiteFactory.Cms.Data.Publishing;

namespace SiteFactory.Cms.Data;

/// <summary>Tables of publication, programs' access, portals and the journal.</summary>
internal static class OperationsModel
{
    public static void Configure(ModelBuilder builder)
    {
        builder.Entity<OutboxEntry>(table => table.HasIndex(o => o.SiteKey));
        builder.Entity<PublicationState>(table =>
        {
            table.Property(s => s.Id).ValueGeneratedNever();
            table.Property(s => s.Dispatched).IsConcurrencyToken();
        });
        builder.Entity<SiteBuild>(table =>
        {
            table.HasIndex(b => new { b.SiteKey, b.Id });
            table.HasIndex(b => b.State);
        });
        builder.Entity<ApiKey>(table =>
        {
            table.Property(k => k.Id).ValueGeneratedNever();
            table.HasIndex(k => k.SecretHash).IsUnique();
        });
        builder.Entity<Webhook>(table => table.Property(w => w.Id).ValueGeneratedNever());
        builder.Entity<WebhookDelivery>(table =>
        {
            table.HasIndex(d => d.NextAttemptAt);
            table.HasOne<Webhook>().WithMany().HasForeignKey(d => d.WebhookId);
        });
        builder.Entity<CatalogueRecord>(table =>
        {
            table.HasKey(c => c.Portal);
            table.Property(c => c.Portal).HasMaxLength(100);
            table.Property(c => c.AskedAt).IsConcurrencyToken();
        });
        builder.Entity<LinkRecord>(table =>
        {
            table.HasKey(l => l.Address);
            table.Property(l => l.Address).HasMaxLength(LinkRecord.Longest);
        });
        builder.Entity<AuditEntry>(table =>
        {
            table.HasIndex(a => new { a.SiteKey, a.At });
            table.HasIndex(a => a.ItemId);
        });
    }
}
