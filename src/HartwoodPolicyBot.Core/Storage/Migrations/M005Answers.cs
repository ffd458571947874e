using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace HartwoodPolicyBot.Core.Storage.Migrations;

/// <summary>Creates questions to the practice manager and saved answers.</summary>
[DbContext(typeof(HartwoodDbContext))]
[Migration("20261122_005_Answers")]
internal sealed class M005Answers : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<Guid>("AnswerId", "Questions", nullable: true);
        migrationBuilder.AddColumn<DateTime>("SettledAt", "Questions", nullable: true);
        migrationBuilder.CreateTable(
            "ManagerQuestions",
            table => new
            {
                Id = table.Column<Guid>(),
                QuestionId = table.Column<Guid>(),
                AskerId = table.Column<string>(),
                AskerName = table.Column<string>(),
                AskedAt = table.Column<DateTime>(),
                Text = table.Column<string>(),
                Line = table.Column<string>(nullable: true),
                WasAnswered = table.Column<bool>(),
                Offered = table.Column<string>(),
                Version = table.Column<int>(),
                Answer = table.Column<string>(nullable: true),
                AnsweredAt = table.Column<DateTime>(nullable: true),
                AnsweredById = table.Column<string>(nullable: true),
                AnsweredBy = table.Column<string>(nullable: true),
                AnsweredTogether = table.Column<Guid>(nullable: true),
                TakenBackAt = table.Column<DateTime>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_ManagerQuestions", row => row.Id)
        );
        migrationBuilder.CreateIndex("IX_ManagerQuestions_QuestionId_AskerId", "ManagerQuestions", ["QuestionId", "AskerId"], unique: true);
        migrationBuilder.CreateIndex("IX_ManagerQuestions_AskerId", "ManagerQuestions", "AskerId");
        migrationBuilder.CreateIndex("IX_ManagerQuestions_AnsweredAt", "ManagerQuestions", "AnsweredAt");
        migrationBuilder.CreateIndex("IX_ManagerQuestions_AnsweredTogether", "ManagerQuestions", "AnsweredTogether");
        migrationBuilder.CreateTable(
            "ManagerAnswers",
            table => new
            {
                Id = table.Column<Guid>(),
                Text = table.Column<string>(),
                By = table.Column<string>(),
                ById = table.Column<string>(),
                At = table.Column<DateTime>(),
                Version = table.Column<int>(),
            },
            constraints: table => table.PrimaryKey("PK_ManagerAnswers", row => row.Id)
        );
        migrationBuilder.CreateTable(
            "ManagerAnswerWordings",
            table => new
            {
                AnswerId = table.Column<Guid>(),
                Number = table.Column<int>(),
                Text = table.Column<string>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_ManagerAnswerWordings", row => new { row.AnswerId, row.Number });
                table.ForeignKey(
                    "FK_ManagerAnswerWordings_ManagerAnswers_AnswerId",
                    row => row.AnswerId,
                    "ManagerAnswers",
                    "Id",
                    onDelete: ReferentialAction.Cascade
                );
            }
        );
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable("ManagerAnswerWordings");
        migrationBuilder.DropTable("ManagerAnswers");
        migrationBuilder.DropTable("ManagerQuestions");
        migrationBuilder.DropColumn("SettledAt", "Questions");
        migrationBuilder.DropColumn("AnswerId", "Questions");
    }
}
