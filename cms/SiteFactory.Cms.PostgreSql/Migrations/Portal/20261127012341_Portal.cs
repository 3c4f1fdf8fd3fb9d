using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace SiteFactory.Cms.PostgreSql.Migrations.Portal
{
    /// <inheritdoc />
    public partial class Portal : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "portal_audit",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    Agent = table.Column<string>(type: "text", nullable: false),
                    Action = table.Column<string>(type: "text", nullable: false),
                    RequestId = table.Column<long>(type: "bigint", nullable: true),
                    Detail = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_portal_audit", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "portal_dispatch_rules",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Category = table.Column<string>(type: "text", nullable: true),
                    Commune = table.Column<string>(type: "text", nullable: true),
                    Place = table.Column<string>(type: "text", nullable: true),
                    Body = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_portal_dispatch_rules", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "portal_drafts",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    CodeHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    FormSlug = table.Column<string>(type: "text", nullable: false),
                    AnswersJson = table.Column<string>(type: "text", nullable: false),
                    From = table.Column<string>(type: "text", nullable: true),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false),
                    ExpiresAt = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_portal_drafts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "portal_mails",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    To = table.Column<string>(type: "text", nullable: false),
                    Subject = table.Column<string>(type: "text", nullable: false),
                    Text = table.Column<string>(type: "text", nullable: false),
                    NotBefore = table.Column<long>(type: "bigint", nullable: false),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false),
                    Attempts = table.Column<int>(type: "integer", nullable: false),
                    RequestId = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_portal_mails", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "portal_nonces",
                columns: table => new
                {
                    Key = table.Column<string>(type: "text", nullable: false),
                    ExpiresAt = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_portal_nonces", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "portal_requests",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    CodeHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    CodeSealed = table.Column<string>(type: "text", nullable: false),
                    FormSlug = table.Column<string>(type: "text", nullable: false),
                    FormTitle = table.Column<string>(type: "text", nullable: false),
                    Category = table.Column<string>(type: "text", nullable: false),
                    CategoryLabel = table.Column<string>(type: "text", nullable: false),
                    Commune = table.Column<string>(type: "text", nullable: true),
                    Body = table.Column<string>(type: "text", nullable: false),
                    AssignedTo = table.Column<string>(type: "text", nullable: true),
                    AssignedName = table.Column<string>(type: "text", nullable: true),
                    Status = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Summary = table.Column<string>(type: "text", nullable: true),
                    FirstName = table.Column<string>(type: "text", nullable: true),
                    LastName = table.Column<string>(type: "text", nullable: true),
                    Email = table.Column<string>(type: "text", nullable: true),
                    Phone = table.Column<string>(type: "text", nullable: true),
                    Place = table.Column<string>(type: "text", nullable: true),
                    Latitude = table.Column<double>(type: "double precision", nullable: true),
                    Longitude = table.Column<double>(type: "double precision", nullable: true),
                    AnswersJson = table.Column<string>(type: "text", nullable: false),
                    Channel = table.Column<string>(type: "text", nullable: false),
                    ReceivedAt = table.Column<long>(type: "bigint", nullable: false),
                    UpdatedAt = table.Column<long>(type: "bigint", nullable: false),
                    ClosedAt = table.Column<long>(type: "bigint", nullable: true),
                    PurgeAt = table.Column<long>(type: "bigint", nullable: false),
                    ErasedAt = table.Column<long>(type: "bigint", nullable: true),
                    RetentionMonths = table.Column<int>(type: "integer", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_portal_requests", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "portal_uploads",
                columns: table => new
                {
                    Key = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    DraftId = table.Column<long>(type: "bigint", nullable: true),
                    RequestId = table.Column<long>(type: "bigint", nullable: true),
                    EntryId = table.Column<long>(type: "bigint", nullable: true),
                    Field = table.Column<string>(type: "text", nullable: true),
                    Name = table.Column<string>(type: "text", nullable: false),
                    ContentType = table.Column<string>(type: "text", nullable: false),
                    Length = table.Column<int>(type: "integer", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_portal_uploads", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "portal_entries",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    RequestId = table.Column<long>(type: "bigint", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    Kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Author = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    AgentName = table.Column<string>(type: "text", nullable: true),
                    Body = table.Column<string>(type: "text", nullable: true),
                    ToBody = table.Column<string>(type: "text", nullable: true),
                    Status = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    Text = table.Column<string>(type: "character varying(6000)", maxLength: 6000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_portal_entries", x => x.Id);
                    table.ForeignKey(
                        name: "FK_portal_entries_portal_requests_RequestId",
                        column: x => x.RequestId,
                        principalTable: "portal_requests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "portal_upload_contents",
                columns: table => new
                {
                    Key = table.Column<string>(type: "character varying(32)", nullable: false),
                    Bytes = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_portal_upload_contents", x => x.Key);
                    table.ForeignKey(
                        name: "FK_portal_upload_contents_portal_uploads_Key",
                        column: x => x.Key,
                        principalTable: "portal_uploads",
                        principalColumn: "Key",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_portal_audit_RequestId",
                table: "portal_audit",
                column: "RequestId");

            migrationBuilder.CreateIndex(
                name: "IX_portal_dispatch_rules_Category_Commune",
                table: "portal_dispatch_rules",
                columns: new[] { "Category", "Commune" });

            migrationBuilder.CreateIndex(
                name: "IX_portal_drafts_CodeHash",
                table: "portal_drafts",
                column: "CodeHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_portal_drafts_ExpiresAt",
                table: "portal_drafts",
                column: "ExpiresAt");

            migrationBuilder.CreateIndex(
                name: "IX_portal_entries_RequestId",
                table: "portal_entries",
                column: "RequestId");

            migrationBuilder.CreateIndex(
                name: "IX_portal_mails_NotBefore",
                table: "portal_mails",
                column: "NotBefore");

            migrationBuilder.CreateIndex(
                name: "IX_portal_requests_Body_Status_ReceivedAt",
                table: "portal_requests",
                columns: new[] { "Body", "Status", "ReceivedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_portal_requests_CodeHash",
                table: "portal_requests",
                column: "CodeHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_portal_requests_Email",
                table: "portal_requests",
                column: "Email");

            migrationBuilder.CreateIndex(
                name: "IX_portal_requests_PurgeAt",
                table: "portal_requests",
                column: "PurgeAt");

            migrationBuilder.CreateIndex(
                name: "IX_portal_uploads_DraftId",
                table: "portal_uploads",
                column: "DraftId");

            migrationBuilder.CreateIndex(
                name: "IX_portal_uploads_RequestId",
                table: "portal_uploads",
                column: "RequestId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "portal_audit");

            migrationBuilder.DropTable(
                name: "portal_dispatch_rules");

            migrationBuilder.DropTable(
                name: "portal_drafts");

            migrationBuilder.DropTable(
                name: "portal_entries");

            migrationBuilder.DropTable(
                name: "portal_mails");

            migrationBuilder.DropTable(
                name: "portal_nonces");

            migrationBuilder.DropTable(
                name: "portal_upload_contents");

            migrationBuilder.DropTable(
                name: "portal_requests");

            migrationBuilder.DropTable(
                name: "portal_uploads");
        }
    }
}
