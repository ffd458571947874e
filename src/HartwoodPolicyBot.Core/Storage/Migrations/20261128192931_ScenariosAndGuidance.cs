using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace HartwoodPolicyBot.Core.Storage.Migrations;

/// <summary>Adds the practice's training scenarios, and the checks of the national guidance.</summary>
[DbContext(typeof(HartwoodDbContext))]
[Migration("20261128192931_ScenariosAndGuidance")]
internal sealed class ScenariosAndGuidance : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "GuidanceChecks",
            columns: table => new
            {
                Id = table.Column<Guid>(nullable: false),
                On = table.Column<DateOnly>(nullable: false),
                At = table.Column<DateTime>(nullable: false),
                Result = table.Column<int>(nullable: false),
                Documents = table.Column<string>(nullable: false),
                ById = table.Column<string>(nullable: false),
                ByName = table.Column<string>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_GuidanceChecks", x => x.Id);
            }
        );

        migrationBuilder.CreateTable(
            name: "ScenarioRevisions",
            columns: table => new
            {
                ScenarioName = table.Column<string>(maxLength: 60, nullable: false),
                Number = table.Column<int>(nullable: false),
                Section = table.Column<string>(nullable: false),
                Quote = table.Column<string>(nullable: false),
                Audience = table.Column<string>(nullable: false),
                Text = table.Column<string>(nullable: false),
                Options = table.Column<string>(nullable: false),
                Answer = table.Column<int>(nullable: false),
                Why = table.Column<string>(nullable: false),
                IsSetAside = table.Column<bool>(nullable: false),
                At = table.Column<DateTime>(nullable: false),
                ById = table.Column<string>(nullable: false),
                ByName = table.Column<string>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_ScenarioRevisions", x => new { x.ScenarioName, x.Number });
            }
        );

        migrationBuilder.CreateIndex(
            name: "IX_GuidanceChecks_On_Result",
            table: "GuidanceChecks",
            columns: new[] { "On", "Result" },
            unique: true
        );

        migrationBuilder.CreateIndex(name: "IX_ScenarioRevisions_ById", table: "ScenarioRevisions", column: "ById");
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable(name: "GuidanceChecks");

        migrationBuilder.DropTable(name: "ScenarioRevisions");
    }
}
