using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace HartwoodPolicyBot.Core.Storage.Migrations;

/// <summary>Adds what practice managers have taught.</summary>
[DbContext(typeof(HartwoodDbContext))]
[Migration("20261128191429_TaughtPhrasings")]
internal sealed class TaughtPhrasings : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "TaughtPhrasings",
            columns: table => new
            {
                Id = table.Column<Guid>(nullable: false),
                Text = table.Column<string>(maxLength: 1000, nullable: false),
                WordsHash = table.Column<string>(nullable: false),
                PolicySlug = table.Column<string>(nullable: false),
                Heading = table.Column<string>(nullable: false),
                Clause = table.Column<string>(nullable: false),
                By = table.Column<string>(nullable: false),
                ById = table.Column<string>(nullable: false),
                At = table.Column<DateTime>(nullable: false),
                Version = table.Column<int>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_TaughtPhrasings", row => row.Id)
        );

        migrationBuilder.CreateIndex("IX_TaughtPhrasings_WordsHash", "TaughtPhrasings", "WordsHash", unique: true);
    }

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.DropTable("TaughtPhrasings");
}
