using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace HartwoodPolicyBot.Core.Storage.Migrations;

/// <summary>Adds the counts of checked posts.</summary>
[DbContext(typeof(HartwoodDbContext))]
[Migration("20261128162308_PostCheckCounts")]
internal sealed class PostCheckCounts : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.CreateTable(
            name: "PostCheckCounts",
            columns: table => new
            {
                Day = table.Column<DateOnly>(nullable: false),
                Verdict = table.Column<int>(nullable: false),
                Count = table.Column<int>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_PostCheckCounts", row => new { row.Day, row.Verdict })
        );

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.DropTable("PostCheckCounts");
}
