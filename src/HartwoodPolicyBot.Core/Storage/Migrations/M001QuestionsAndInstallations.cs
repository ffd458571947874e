using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace HartwoodPolicyBot.Core.Storage.Migrations;

/// <summary>Creates the first tables. No column names a type, so each database chooses its own for the .NET type.</summary>
[DbContext(typeof(HartwoodDbContext))]
[Migration("20261122_001_QuestionsAndInstallations")]
internal sealed class M001QuestionsAndInstallations : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "Questions",
            table => new
            {
                Id = table.Column<Guid>(),
                AskedAt = table.Column<DateTime>(),
                Text = table.Column<string>(maxLength: 1000),
                Verdict = table.Column<int>(),
                Sections = table.Column<string>(),
                Score = table.Column<double>(),
                PolicyVersion = table.Column<string>(),
                Feedback = table.Column<int>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_Questions", row => row.Id)
        );
        migrationBuilder.CreateIndex("IX_Questions_AskedAt", "Questions", "AskedAt");
        migrationBuilder.CreateTable(
            "Installations",
            table => new
            {
                Place = table.Column<string>(),
                Scope = table.Column<int>(),
                InstalledAt = table.Column<DateTime>(),
            },
            constraints: table => table.PrimaryKey("PK_Installations", row => row.Place)
        );
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable("Questions");
        migrationBuilder.DropTable("Installations");
    }
}
