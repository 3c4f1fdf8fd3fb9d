using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using SiteFactory.Cms.Data;

namespace SiteFactory.Cms.PostgreSql.Migrations.Jobs;

/// <summary>
/// Gives the outbox's numbers the order of the commits, and tells every process of a new entry. A sequence alone numbers entries
/// before they are committed: a reader could see 11, note it, and never look at the 10 that was committed after it.
/// </summary>
[DbContext(typeof(CmsDbContext))]
[Migration("20261231000000_OutboxOrder")]
public sealed class OutboxOrder : Migration
{
    // The statement's trigger runs before the first row gets its number; the lock goes with the transaction, and the notice with its commit.
    private const string Sql = """
        CREATE FUNCTION sf_outbox_order() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          PERFORM pg_advisory_xact_lock(7236415);
          PERFORM pg_notify('sf_outbox', '');
          RETURN NULL;
        END $$;
        CREATE TRIGGER sf_outbox_order BEFORE INSERT ON "Outbox" FOR EACH STATEMENT EXECUTE FUNCTION sf_outbox_order();
        """;

    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(Sql);
}
