using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace HartwoodPolicyBot.Core.Storage.Migrations;

/// <summary>Creates sign-offs, and the nights in which old records were deleted.</summary>
[DbContext(typeof(HartwoodDbContext))]
[Migration("20261122_007_Reading")]
internal sealed class M007Reading : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "PolicyReadings",
            table => new
            {
                Id = table.Column<Guid>(),
                PersonId = table.Column<string>(),
                PersonName = table.Column<string>(),
                PolicySlug = table.Column<string>(),
                PolicyTitle = table.Column<string>(),
                PolicyVersion = table.Column<string>(),
                AskedAt = table.Column<DateTime>(),
                ReadAt = table.Column<DateTime>(nullable: true),
                ToldOn = table.Column<DateOnly>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_PolicyReadings", row => row.Id)
        );
        migrationBuilder.CreateIndex(
            "IX_PolicyReadings_PersonId_PolicySlug_PolicyVersion",
            "PolicyReadings",
            ["PersonId", "PolicySlug", "PolicyVersion"],
            unique: true
        );
        migrationBuilder.CreateIndex(
            "IX_PolicyReadings_PolicySlug_PolicyVersion_ReadAt",
            "PolicyReadings",
            ["PolicySlug", "PolicyVersion", "ReadAt"]
        );
        migrationBuilder.CreateTable(
            "PolicyRounds",
            table => new
            {
                Id = table.Column<Guid>(),
                PolicySlug = table.Column<string>(),
                PolicyTitle = table.Column<string>(),
                PolicyVersion = table.Column<string>(),
                SentAt = table.Column<DateTime>(),
                SentBy = table.Column<string>(),
            },
            constraints: table => table.PrimaryKey("PK_PolicyRounds", row => row.Id)
        );
        migrationBuilder.CreateIndex(
            "IX_PolicyRounds_PolicySlug_PolicyVersion",
            "PolicyRounds",
            ["PolicySlug", "PolicyVersion"],
            unique: true
        );
        migrationBuilder.CreateTable(
            "RetentionNights",
            table => new { Night = table.Column<DateOnly>(), BegunAt = table.Column<DateTime>() },
            constraints: table => table.PrimaryKey("PK_RetentionNights", row => row.Night)
        );
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable("PolicyReadings");
        migrationBuilder.DropTable("PolicyRounds");
        migrationBuilder.DropTable("RetentionNights");
    }
}
