using Microsoft.EntityFrameworkCore;
using SiteFactory.Cms.Data.People;

namespace SiteFactory.Cms.Data;

/// <summary>Tables of people and what they may do.</summary>
internal static class PeopleModel
{
    public static void Configure(ModelBuilder builder)
    {
        builder.Entity<Person>(table =>
        {
            table.Property(p => p.Id).ValueGeneratedNever();
            table.Property(p => p.DisplayName).HasMaxLength(200);
        });
        builder.Entity<SiteMembership>(table =>
        {
            table.HasKey(m => new { m.PersonId, m.SiteKey });
            table.HasOne<Person>().WithMany().HasForeignKey(m => m.PersonId);
        });
        builder.Entity<TerritoryMembership>(table =>
        {
            table.HasKey(m => m.PersonId);
            table.HasOne<Person>().WithMany().HasForeignKey(m => m.PersonId);
        });
        builder.Entity<Invitation>(table =>
        {
            table.Property(i => i.Id).ValueGeneratedNever();
            table.HasIndex(i => i.SecretHash).IsUnique();
        });
    }
}
