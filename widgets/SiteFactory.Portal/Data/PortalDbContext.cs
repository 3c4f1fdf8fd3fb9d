using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using NodaTime;

namespace SiteFactory.Portal.Data;

/// <summary>
/// The portal's own tables (their names start with <c>portal_</c>), on SQLite or PostgreSQL. Its sets are internal: outside the
/// library, requests are reached through services that know who asks.
/// </summary>
public sealed class PortalDbContext(DbContextOptions<PortalDbContext> options) : DbContext(options)
{
    internal DbSet<DraftRow> Drafts => Set<DraftRow>();

    internal DbSet<RequestRow> Requests => Set<RequestRow>();

    internal DbSet<EntryRow> Entries => Set<EntryRow>();

    internal DbSet<UploadRow> Uploads => Set<UploadRow>();

    internal DbSet<UploadContentRow> UploadContents => Set<UploadContentRow>();

    internal DbSet<DispatchRuleRow> DispatchRules => Set<DispatchRuleRow>();

    internal DbSet<AuditRow> Audit => Set<AuditRow>();

    internal DbSet<NonceRow> Nonces => Set<NonceRow>();

    internal DbSet<MailRow> Mails => Set<MailRow>();

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Instant>().HaveConversion<InstantConverter>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(20);
    }

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<DraftRow>(Draft);
        modelBuilder.Entity<RequestRow>(Request);
        modelBuilder.Entity<EntryRow>(e =>
        {
            e.ToTable("portal_entries");
            e.Property(x => x.Text).HasMaxLength(6000);
            e.HasIndex(x => x.RequestId);
        });
        modelBuilder.Entity<UploadRow>(Upload);
        modelBuilder.Entity<UploadContentRow>(e => e.ToTable("portal_upload_contents").HasKey(x => x.Key));
        modelBuilder.Entity<DispatchRuleRow>(e =>
        {
            e.ToTable("portal_dispatch_rules");
            e.HasIndex(x => new { x.Category, x.Commune });
        });
        modelBuilder.Entity<AuditRow>(e =>
        {
            e.ToTable("portal_audit");
            e.HasIndex(x => x.RequestId);
        });
        modelBuilder.Entity<NonceRow>(e => e.ToTable("portal_nonces").HasKey(x => x.Key));
        modelBuilder.Entity<MailRow>(e =>
        {
            e.ToTable("portal_mails");
            e.HasIndex(x => x.NotBefore);
        });
    }

    private static void Draft(EntityTypeBuilder<DraftRow> e)
    {
        e.ToTable("portal_drafts");
        e.Property(x => x.CodeHash).HasMaxLength(64);
        e.HasIndex(x => x.CodeHash).IsUnique();
        e.HasIndex(x => x.ExpiresAt);
        e.Property(x => x.Version).IsConcurrencyToken();
    }

    private static void Request(EntityTypeBuilder<RequestRow> e)
    {
        e.ToTable("portal_requests");
        e.Property(x => x.CodeHash).HasMaxLength(64);
        e.HasIndex(x => x.CodeHash).IsUnique();
        e.HasIndex(x => new { x.Body, x.Status, x.ReceivedAt });
        e.HasIndex(x => x.PurgeAt);
        e.HasIndex(x => x.Email);
        e.Property(x => x.Version).IsConcurrencyToken();
        e.HasMany(x => x.Entries).WithOne().HasForeignKey(x => x.RequestId).OnDelete(DeleteBehavior.Cascade);
    }

    private static void Upload(EntityTypeBuilder<UploadRow> e)
    {
        e.ToTable("portal_uploads").HasKey(x => x.Key);
        e.Property(x => x.Key).HasMaxLength(32);
        e.HasIndex(x => x.DraftId);
        e.HasIndex(x => x.RequestId);
        e.HasOne<UploadContentRow>().WithOne().HasForeignKey<UploadContentRow>(x => x.Key).OnDelete(DeleteBehavior.Cascade);
    }
}

/// <summary>Instants as milliseconds since 1970: both databases sort and compare them.</summary>
internal sealed class InstantConverter() : ValueConverter<Instant, long>(i => i.ToUnixTimeMilliseconds(), ms => Instant.FromUnixTimeMilliseconds(ms));
