using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using SiteFactory.Cms.Data;

namespace SiteFactory.Cms.Sqlite.Migrations.Jobs;

/// <summary>The tables of the job store; they belong to no entity.</summary>
[DbContext(typeof(CmsDbContext))]
[Migration("20260101000000_JobTables")]
public sealed class JobTables : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder) => Data.Publishing.JobTables.Create(migrationBuilder, "sqlite");
}
