using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace HartwoodPolicyBot.Core.Storage.Migrations;

/// <summary>Adds the versions of the policies, and the files that were sent and are not published yet.</summary>
[DbContext(typeof(HartwoodDbContext))]
[Migration("20261128152751_PolicyVersions")]
internal sealed class PolicyVersions : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "PolicyDrafts",
            columns: table => new
            {
                Id = table.Column<Guid>(nullable: false),
                PersonId = table.Column<string>(nullable: false),
                FileName = table.Column<string>(maxLength: 200, nullable: false),
                SentAt = table.Column<DateTime>(nullable: false),
                ChangedAt = table.Column<DateTime>(nullable: false),
                Content = table.Column<string>(nullable: false),
                Replaces = table.Column<string>(nullable: true),
                Revision = table.Column<int>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_PolicyDrafts", x => x.Id);
            }
        );

        migrationBuilder.CreateTable(
            name: "PolicyVersions",
            columns: table => new
            {
                Id = table.Column<Guid>(nullable: false),
                PolicySlug = table.Column<string>(nullable: false),
                Number = table.Column<int>(nullable: false),
                Title = table.Column<string>(nullable: false),
                StatedVersion = table.Column<string>(nullable: true),
                Owner = table.Column<string>(nullable: true),
                ApprovedOn = table.Column<DateOnly>(nullable: true),
                ReviewBy = table.Column<DateOnly>(nullable: true),
                Fingerprint = table.Column<string>(nullable: false),
                Markdown = table.Column<string>(nullable: false),
                KnownAs = table.Column<string>(nullable: true),
                IsMinor = table.Column<bool>(nullable: false),
                BroughtBack = table.Column<int>(nullable: true),
                InForceFrom = table.Column<DateOnly>(nullable: false),
                PublishedAt = table.Column<DateTime>(nullable: false),
                PublishedBy = table.Column<string>(nullable: true),
                PublishedByName = table.Column<string>(nullable: true),
                CalledOffAt = table.Column<DateTime>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_PolicyVersions", x => x.Id);
            }
        );

        migrationBuilder.CreateTable(
            name: "PublishedPolicies",
            columns: table => new
            {
                Slug = table.Column<string>(nullable: false),
                Revision = table.Column<int>(nullable: false),
                OutOfUseAt = table.Column<DateTime>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_PublishedPolicies", x => x.Slug);
            }
        );

        migrationBuilder.CreateIndex(name: "IX_PolicyDrafts_PersonId", table: "PolicyDrafts", column: "PersonId");

        migrationBuilder.CreateIndex(
            name: "IX_PolicyVersions_PolicySlug_Number",
            table: "PolicyVersions",
            columns: new[] { "PolicySlug", "Number" },
            unique: true
        );
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable(name: "PolicyDrafts");

        migrationBuilder.DropTable(name: "PolicyVersions");

        migrationBuilder.DropTable(name: "PublishedPolicies");
    }
}
