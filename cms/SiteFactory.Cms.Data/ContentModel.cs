using Microsoft.EntityFrameworkCore;
using SiteFactory.Cms.Data.Content;

namespace SiteFactory.Cms.Data;

/// <summary>Tables of territory, sites and content.</summary>
internal static class ContentModel
{
    private const string NotInTrash = "\"DeletedAt\" IS NULL";

    public static void Configure(ModelBuilder builder, CmsDbContext context)
    {
        Territory(builder, context);
        DataFiles(builder, context);
        Items(builder, context);
        Around(builder, context);
        Media(builder, context);
    }

    private static void Territory(ModelBuilder builder, CmsDbContext context)
    {
        builder.Entity<TerritoryRecord>(table =>
        {
            table.Property(t => t.Id).ValueGeneratedNever();
            table.Property(t => t.Version).IsConcurrencyToken();
        });
        builder.Entity<SiteRecord>(table =>
        {
            table.HasKey(s => s.Key);
            table.Property(s => s.Key).HasMaxLength(100);
            table.Property(s => s.Domain).HasMaxLength(253);
            table.HasIndex(s => s.Domain).IsUnique();
            table.Property(s => s.Version).IsConcurrencyToken();
        });
        builder.Entity<DataFileRecord>(table =>
        {
            table.HasKey(f => f.Path);
            table.Property(f => f.Path).HasMaxLength(400);
            table.HasIndex(f => f.SiteKey);
            table.Property(f => f.Version).IsConcurrencyToken();
            // The territory's own files are everybody's to read.
            table.HasQueryFilter(f => context.Tenant == null || f.SiteKey == context.Tenant || f.SiteKey == null);
        });
    }

    private static void DataFiles(ModelBuilder builder, CmsDbContext context)
    {
        builder.Entity<DataFileVersion>(table =>
        {
            table.HasIndex(v => new { v.Path, v.Number });
            table.Property(v => v.Path).HasMaxLength(400);
            table.Property(v => v.SiteKey).HasMaxLength(100);
        });
        CmsDbContext.OwnedBySite<DataFileVersion>(builder, context);
        builder.Entity<DataFileProposal>(table =>
        {
            table.Property(p => p.Id).ValueGeneratedNever();
            table.HasIndex(p => p.SiteKey);
            table.Property(p => p.Path).HasMaxLength(400);
            table.Property(p => p.SiteKey).HasMaxLength(100);
            table.Property(p => p.Version).IsConcurrencyToken();
        });
        CmsDbContext.OwnedBySite<DataFileProposal>(builder, context);
    }

    private static void Items(ModelBuilder builder, CmsDbContext context)
    {
        builder.Entity<ItemRecord>(table =>
        {
            table.Property(i => i.Id).ValueGeneratedNever();
            table.Property(i => i.SiteKey).HasMaxLength(100);
            table.Property(i => i.Key).HasMaxLength(400);
            table.HasIndex(i => new { i.SiteKey, i.Kind, i.Key }).IsUnique().HasFilter(NotInTrash);
            table.HasIndex(i => new { i.SiteKey, i.Kind, i.SortAt });
            table.HasIndex(i => i.DraftGoesLiveAt);
            table.Property(i => i.Version).IsConcurrencyToken();
            table.HasOne<SiteRecord>().WithMany().HasForeignKey(i => i.SiteKey).OnDelete(DeleteBehavior.Restrict);
        });
        CmsDbContext.OwnedBySite<ItemRecord>(builder, context);
        builder.Entity<ItemVersion>(table =>
        {
            table.HasIndex(v => new { v.ItemId, v.Number });
            table.Property(v => v.SiteKey).HasMaxLength(100);
        });
        CmsDbContext.OwnedBySite<ItemVersion>(builder, context);
    }

    private static void Around(ModelBuilder builder, CmsDbContext context)
    {
        builder.Entity<Autosave>(table => table.HasKey(a => new { a.ItemId, a.PersonId }));
        CmsDbContext.OwnedBySite<Autosave>(builder, context);
        builder.Entity<PreviewLink>(table =>
        {
            table.Property(p => p.Id).ValueGeneratedNever();
            table.HasIndex(p => p.SecretHash).IsUnique();
            table.HasIndex(p => p.ItemId);
        });
        CmsDbContext.OwnedBySite<PreviewLink>(builder, context);
        builder.Entity<OverlayRecord>(table =>
        {
            table.HasKey(o => new { o.SiteKey, o.ItemId });
            table.Property(o => o.Version).IsConcurrencyToken();
        });
        CmsDbContext.OwnedBySite<OverlayRecord>(builder, context);
        builder.Entity<Proposal>(table =>
        {
            table.HasKey(p => p.ItemId);
            table.Property(p => p.ItemId).ValueGeneratedNever();
            table.Property(p => p.SiteKey).HasMaxLength(100);
            table.Property(p => p.ToSiteKey).HasMaxLength(100);
            table.HasIndex(p => new { p.ToSiteKey, p.State });
            table.HasIndex(p => p.SiteKey);
            table.Property(p => p.Version).IsConcurrencyToken();
            // Whom it is made to sees it too; the guard lets only the commune's own context, or none, write it.
            table.HasQueryFilter(p => context.Tenant == null || p.SiteKey == context.Tenant || p.ToSiteKey == context.Tenant);
        });
    }

    private static void Media(ModelBuilder builder, CmsDbContext context)
    {
        builder.Entity<MediaRecord>(table =>
        {
            table.Property(m => m.Id).ValueGeneratedNever();
            table.Property(m => m.SiteKey).HasMaxLength(100);
            table.Property(m => m.Path).HasMaxLength(400);
            table.HasIndex(m => new { m.SiteKey, m.Path }).IsUnique().HasFilter(NotInTrash);
            table.HasIndex(m => m.ContentHash);
            table.Property(m => m.Version).IsConcurrencyToken();
        });
        CmsDbContext.OwnedBySite<MediaRecord>(builder, context);
    }
}
