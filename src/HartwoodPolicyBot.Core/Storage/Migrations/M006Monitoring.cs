using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace HartwoodPolicyBot.Core.Storage.Migrations;

/// <summary>Files that are offered, which the links of training records become.</summary>
[DbContext(typeof(HartwoodDbContext))]
[Migration("20261122_006_Monitoring")]
internal sealed class M006Monitoring : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        // Its links worked for a quarter of an hour: none is worth keeping.
        migrationBuilder.DropTable("TrainingRecordsLinks");
        migrationBuilder.CreateTable(
            "FileOffers",
            table => new
            {
                Id = table.Column<Guid>(),
                Kind = table.Column<string>(),
                Arguments = table.Column<string>(nullable: true),
                PersonId = table.Column<string>(),
                OfferedAt = table.Column<DateTime>(),
                ValidUntil = table.Column<DateTime>(),
                Hash = table.Column<string>(nullable: true),
                UsedAt = table.Column<DateTime>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_FileOffers", row => row.Id));
        migrationBuilder.CreateIndex("IX_FileOffers_Hash", "FileOffers", "Hash", unique: true);
        migrationBuilder.CreateIndex("IX_FileOffers_ValidUntil", "FileOffers", "ValidUntil");
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable("FileOffers");
        migrationBuilder.CreateTable(
            "TrainingRecordsLinks",
            table => new
            {
                Hash = table.Column<string>(),
                ValidUntil = table.Column<DateTime>(),
            },
            constraints: table => table.PrimaryKey("PK_TrainingRecordsLinks", row => row.Hash));
    }
}
