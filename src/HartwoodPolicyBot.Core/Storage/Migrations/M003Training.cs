using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace HartwoodPolicyBot.Core.Storage.Migrations;

/// <summary>Creates staff and their training.</summary>
[DbContext(typeof(HartwoodDbContext))]
[Migration("20261122_003_Training")]
internal sealed class M003Training : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "StaffMembers",
            table => new
            {
                PersonId = table.Column<string>(),
                Name = table.Column<string>(maxLength: 200),
                Role = table.Column<int>(),
                NotedAt = table.Column<DateTime>(),
                SetAsideAt = table.Column<DateTime>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_StaffMembers", row => row.PersonId)
        );
        migrationBuilder.CreateTable(
            "TrainingAssignments",
            table => new
            {
                Id = table.Column<Guid>(),
                Key = table.Column<string>(),
                PersonId = table.Column<string>(),
                Kind = table.Column<int>(),
                Reason = table.Column<string>(maxLength: 200, nullable: true),
                AssignedOn = table.Column<DateOnly>(),
                DueOn = table.Column<DateOnly>(),
                RemindedOn = table.Column<DateOnly>(nullable: true),
                CompletedAt = table.Column<DateTime>(nullable: true),
                CompletedBy = table.Column<Guid>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_TrainingAssignments", row => row.Id)
        );
        migrationBuilder.CreateIndex("IX_TrainingAssignments_Key", "TrainingAssignments", "Key", unique: true);
        migrationBuilder.CreateIndex("IX_TrainingAssignments_PersonId_CompletedAt", "TrainingAssignments", ["PersonId", "CompletedAt"]);
        migrationBuilder.CreateTable(
            "TrainingAttempts",
            table => new
            {
                Id = table.Column<Guid>(),
                PersonId = table.Column<string>(),
                PersonName = table.Column<string>(),
                Role = table.Column<int>(),
                Number = table.Column<int>(),
                PolicyVersion = table.Column<string>(),
                PolicyName = table.Column<string>(),
                PassPercent = table.Column<int>(),
                Seed = table.Column<int>(),
                Plan = table.Column<string>(),
                StartedAt = table.Column<DateTime>(),
                FinishedAt = table.Column<DateTime>(nullable: true),
                State = table.Column<int>(),
                Right = table.Column<int>(),
                Running = table.Column<string>(nullable: true),
                Code = table.Column<string>(nullable: true),
                Link = table.Column<string>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_TrainingAttempts", row => row.Id)
        );
        migrationBuilder.CreateIndex("IX_TrainingAttempts_Code", "TrainingAttempts", "Code", unique: true);
        migrationBuilder.CreateIndex("IX_TrainingAttempts_Link", "TrainingAttempts", "Link", unique: true);
        migrationBuilder.CreateIndex("IX_TrainingAttempts_PersonId_Number", "TrainingAttempts", ["PersonId", "Number"], unique: true);
        migrationBuilder.CreateIndex("IX_TrainingAttempts_Running", "TrainingAttempts", "Running", unique: true);
        migrationBuilder.CreateTable(
            "TrainingAnswers",
            table => new
            {
                AttemptId = table.Column<Guid>(),
                Number = table.Column<int>(),
                Option = table.Column<int>(),
                IsRight = table.Column<bool>(),
                At = table.Column<DateTime>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_TrainingAnswers", row => new { row.AttemptId, row.Number });
                table.ForeignKey(
                    "FK_TrainingAnswers_TrainingAttempts_AttemptId",
                    row => row.AttemptId,
                    "TrainingAttempts",
                    "Id",
                    onDelete: ReferentialAction.Cascade
                );
            }
        );
        migrationBuilder.CreateTable(
            "TrainingRecordsLinks",
            table => new { Hash = table.Column<string>(), ValidUntil = table.Column<DateTime>() },
            constraints: table => table.PrimaryKey("PK_TrainingRecordsLinks", row => row.Hash)
        );
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable("TrainingAnswers");
        migrationBuilder.DropTable("TrainingAttempts");
        migrationBuilder.DropTable("TrainingAssignments");
        migrationBuilder.DropTable("TrainingRecordsLinks");
        migrationBuilder.DropTable("StaffMembers");
    }
}
