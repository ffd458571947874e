using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace HartwoodPolicyBot.Core.Storage.Migrations;

/// <summary>Adds the practice's accounts, who may use them and who looked at them, and declared interests.</summary>
[DbContext(typeof(HartwoodDbContext))]
[Migration("20261128193422_PracticeAccountsAndInterests")]
internal sealed class PracticeAccountsAndInterests : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "Interests",
            columns: table => new
            {
                Id = table.Column<Guid>(nullable: false),
                PersonId = table.Column<string>(nullable: false),
                PersonName = table.Column<string>(nullable: false),
                What = table.Column<string>(maxLength: 300, nullable: false),
                Party = table.Column<string>(maxLength: 150, nullable: false),
                Since = table.Column<DateOnly>(nullable: true),
                IsMentioned = table.Column<bool>(nullable: false),
                DeclaredAt = table.Column<DateTime>(nullable: false),
                ChangedAt = table.Column<DateTime>(nullable: true),
                ConfirmedOn = table.Column<DateOnly>(nullable: false),
                ToldOn = table.Column<DateOnly>(nullable: true),
                EndedAt = table.Column<DateTime>(nullable: true),
                Version = table.Column<int>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Interests", x => x.Id);
            }
        );

        migrationBuilder.CreateTable(
            name: "PracticeAccounts",
            columns: table => new
            {
                Id = table.Column<Guid>(nullable: false),
                Platform = table.Column<string>(maxLength: 60, nullable: false),
                Name = table.Column<string>(maxLength: 100, nullable: false),
                Purpose = table.Column<string>(maxLength: 300, nullable: false),
                HasSecondFactor = table.Column<bool>(nullable: false),
                State = table.Column<int>(nullable: false),
                AskedById = table.Column<string>(nullable: true),
                AskedByName = table.Column<string>(nullable: true),
                Why = table.Column<string>(maxLength: 500, nullable: true),
                AskedAt = table.Column<DateTime>(nullable: false),
                ListedAt = table.Column<DateTime>(nullable: true),
                EndedAt = table.Column<DateTime>(nullable: true),
                Version = table.Column<int>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_PracticeAccounts", x => x.Id);
            }
        );

        migrationBuilder.CreateTable(
            name: "PracticeAccountAccess",
            columns: table => new
            {
                AccountId = table.Column<Guid>(nullable: false),
                PersonId = table.Column<string>(nullable: false),
                PersonName = table.Column<string>(nullable: false),
                State = table.Column<int>(nullable: false),
                Why = table.Column<string>(maxLength: 500, nullable: true),
                AskedAt = table.Column<DateTime>(nullable: false),
                HoldsSignIn = table.Column<bool>(nullable: false),
                PasswordToChange = table.Column<bool>(nullable: false),
                DecidedById = table.Column<string>(nullable: true),
                DecidedByName = table.Column<string>(nullable: true),
                DecidedAt = table.Column<DateTime>(nullable: true),
                Version = table.Column<int>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_PracticeAccountAccess", x => new { x.AccountId, x.PersonId });
                table.ForeignKey(
                    name: "FK_PracticeAccountAccess_PracticeAccounts_AccountId",
                    column: x => x.AccountId,
                    principalTable: "PracticeAccounts",
                    principalColumn: "Id",
                    onDelete: ReferentialAction.Cascade
                );
            }
        );

        migrationBuilder.CreateTable(
            name: "PracticeAccountLooks",
            columns: table => new
            {
                AccountId = table.Column<Guid>(nullable: false),
                Month = table.Column<DateOnly>(nullable: false),
                At = table.Column<DateTime>(nullable: false),
                ById = table.Column<string>(nullable: false),
                ByName = table.Column<string>(nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_PracticeAccountLooks", x => new { x.AccountId, x.Month });
                table.ForeignKey(
                    name: "FK_PracticeAccountLooks_PracticeAccounts_AccountId",
                    column: x => x.AccountId,
                    principalTable: "PracticeAccounts",
                    principalColumn: "Id",
                    onDelete: ReferentialAction.Cascade
                );
            }
        );

        migrationBuilder.CreateIndex(name: "IX_Interests_PersonId_EndedAt", table: "Interests", columns: new[] { "PersonId", "EndedAt" });

        migrationBuilder.CreateIndex(name: "IX_PracticeAccountAccess_PersonId", table: "PracticeAccountAccess", column: "PersonId");

        migrationBuilder.CreateIndex(name: "IX_PracticeAccounts_State", table: "PracticeAccounts", column: "State");
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable(name: "Interests");

        migrationBuilder.DropTable(name: "PracticeAccountAccess");

        migrationBuilder.DropTable(name: "PracticeAccountLooks");

        migrationBuilder.DropTable(name: "PracticeAccounts");
    }
}
