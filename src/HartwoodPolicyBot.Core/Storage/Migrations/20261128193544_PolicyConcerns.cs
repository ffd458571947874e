using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace HartwoodPolicyBot.Core.Storage.Migrations;

/// <summary>Adds the concerns that a policy discriminates.</summary>
[DbContext(typeof(HartwoodDbContext))]
[Migration("20261128193544_PolicyConcerns")]
internal sealed class PolicyConcerns : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "PolicyConcerns",
            columns: table => new
            {
                Id = table.Column<Guid>(nullable: false),
                FormMark = table.Column<Guid>(nullable: false),
                Policy = table.Column<string>(nullable: false),
                PolicyTitle = table.Column<string>(nullable: false),
                PolicyVersion = table.Column<string>(nullable: false),
                Text = table.Column<string>(nullable: false),
                Visibility = table.Column<int>(nullable: false),
                IsAboutAuthor = table.Column<bool>(nullable: false),
                RaisedAt = table.Column<DateTime>(nullable: false),
                RaiserId = table.Column<string>(nullable: true),
                RaiserName = table.Column<string>(nullable: true),
                CodeHash = table.Column<string>(nullable: true),
                State = table.Column<int>(nullable: false),
                Answer = table.Column<string>(nullable: true),
                AnsweredAt = table.Column<DateTime>(nullable: true),
                AnsweredById = table.Column<string>(nullable: true),
                AnsweredBy = table.Column<string>(nullable: true),
                EndedAt = table.Column<DateTime>(nullable: true),
                Version = table.Column<int>(nullable: false),
            },
            constraints: table => table.PrimaryKey("PK_PolicyConcerns", row => row.Id)
        );
        migrationBuilder.CreateIndex(name: "IX_PolicyConcerns_CodeHash", table: "PolicyConcerns", column: "CodeHash");
        migrationBuilder.CreateIndex(name: "IX_PolicyConcerns_FormMark", table: "PolicyConcerns", column: "FormMark", unique: true);
        migrationBuilder.CreateIndex(name: "IX_PolicyConcerns_RaiserId", table: "PolicyConcerns", column: "RaiserId");
        migrationBuilder.CreateIndex(name: "IX_PolicyConcerns_State", table: "PolicyConcerns", column: "State");
    }

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.DropTable("PolicyConcerns");
}
