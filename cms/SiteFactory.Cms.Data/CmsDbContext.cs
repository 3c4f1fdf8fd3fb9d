using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using SiteFactory.Cms.Data.Api;
using SiteFactory.Cms.Data.Audit;
using SiteFactory.Cms.Data.Content;
using SiteFactory.Cms.Data.EServices;
using SiteFactory.Cms.Data.People;
using SiteFactory.Cms.Data.Publishing;
using SiteFactory.Cms.Data.Storage;

namespace SiteFactory.Cms.Data;

/// <summary>
/// The CMS's database. A request for one site restricts it to that site: from then on rows of other sites are neither seen
/// nor written, whatever the feature asks for.
/// </summary>
public class CmsDbContext(DbContextOptions<CmsDbContext> options) : IdentityUserContext<Person, Guid>(options)
{
    /// <summary>The one site whose rows are seen; null: every site's.</summary>
    public string? Tenant { get; private set; }

    public DbSet<TerritoryRecord> Territories => Set<TerritoryRecord>();

    public DbSet<SiteRecord> Sites => Set<SiteRecord>();

    public DbSet<ItemRecord> Items => Set<ItemRecord>();

    public DbSet<ItemVersion> ItemVersions => Set<ItemVersion>();

    public DbSet<Autosave> Autosaves => Set<Autosave>();

    public DbSet<PreviewLink> PreviewLinks => Set<PreviewLink>();

    public DbSet<DataFileRecord> DataFiles => Set<DataFileRecord>();

    public DbSet<DataFileVersion> DataFileVersions => Set<DataFileVersion>();

    public DbSet<DataFileProposal> DataFileProposals => Set<DataFileProposal>();

    public DbSet<OverlayRecord> Overlays => Set<OverlayRecord>();

    public DbSet<Proposal> Proposals => Set<Proposal>();

    public DbSet<MediaRecord> Media => Set<MediaRecord>();

    public DbSet<SiteMembership> SiteMemberships => Set<SiteMembership>();

    public DbSet<TerritoryMembership> TerritoryMemberships => Set<TerritoryMembership>();

    public DbSet<Invitation> Invitations => Set<Invitation>();

    public DbSet<OutboxEntry> Outbox => Set<OutboxEntry>();

    public DbSet<PublicationState> PublicationStates => Set<PublicationState>();

    public DbSet<SiteBuild> SiteBuilds => Set<SiteBuild>();

    public DbSet<ApiKey> ApiKeys => Set<ApiKey>();

    public DbSet<Webhook> Webhooks => Set<Webhook>();

    public DbSet<WebhookDelivery> WebhookDeliveries => Set<WebhookDelivery>();

    public DbSet<CatalogueRecord> Catalogues => Set<CatalogueRecord>();

    public DbSet<LinkRecord> Links => Set<LinkRecord>();

    public DbSet<AuditEntry> Audit => Set<AuditEntry>();

    public DbSet<ProtectionKey> ProtectionKeys => Set<ProtectionKey>();

    /// <summary>Sees and writes that site's rows only. Throws when it is already restricted to another site.</summary>
    public void RestrictTo(string siteKey)
    {
        if (Tenant is not null && Tenant != siteKey)
            throw new InvalidOperationException($"The context is restricted to '{Tenant}' and cannot turn to '{siteKey}'.");
        Tenant = siteKey;
    }

    /// <inheritdoc/>
    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        TenantGuard.Check(this);
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    /// <inheritdoc/>
    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        TenantGuard.Check(this);
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<Instant>().HaveConversion<InstantConverter>();
        configurationBuilder.Properties<LocalDate>().HaveConversion<LocalDateConverter>();
    }

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        ContentModel.Configure(builder, this);
        PeopleModel.Configure(builder);
        OperationsModel.Configure(builder);
    }

    /// <summary>Whether a row of that site may be seen; part of every query over rows that sites own.</summary>
    internal static void OwnedBySite<T>(ModelBuilder builder, CmsDbContext context)
        where T : class, IOwnedBySite =>
        builder.Entity<T>().HasQueryFilter(r => context.Tenant == null || r.SiteKey == context.Tenant);
}
