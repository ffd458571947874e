using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace HartwoodPolicyBot.Core.Storage.Migrations;

/// <summary>Adds what the monitoring report counts, the counts of deleted questions, and offered files.</summary>
[DbContext(typeof(HartwoodDbContext))]
[Migration("20261122_006_Monitoring")]
internal sealed class M006Monitoring : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        // Its links worked for 15 minutes, so none is worth keeping.
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
            constraints: table => table.PrimaryKey("PK_FileOffers", row => row.Id)
        );
        migrationBuilder.CreateIndex("IX_FileOffers_Hash", "FileOffers", "Hash", unique: true);
        migrationBuilder.CreateIndex("IX_FileOffers_ValidUntil", "FileOffers", "ValidUntil");
        migrationBuilder.CreateTable(
            "QuestionCounts",
            table => new
            {
                Day = table.Column<DateOnly>(),
                Verdict = table.Column<int>(),
                Feedback = table.Column<int>(),
                Section = table.Column<string>(),
                Count = table.Column<int>(),
            },
            constraints: table =>
                table.PrimaryKey(
                    "PK_QuestionCounts",
                    row => new
                    {
                        row.Day,
                        row.Verdict,
                        row.Feedback,
                        row.Section,
                    }
                )
        );

        // The index holds everything that a report counts, so the wide rows need not be read.
        migrationBuilder.CreateIndex(
            "IX_Questions_AskedAt_Verdict_Feedback_Sections",
            "Questions",
            ["AskedAt", "Verdict", "Feedback", "Sections"]
        );
        migrationBuilder.DropIndex("IX_Questions_AskedAt", "Questions");
        migrationBuilder.CreateIndex("IX_Incidents_ReportedAt", "Incidents", "ReportedAt");
        migrationBuilder.CreateIndex("IX_IncidentTimeline_IncidentId_Kind_At", "IncidentTimeline", ["IncidentId", "Kind", "At"]);
        migrationBuilder.CreateIndex("IX_TrainingAttempts_FinishedAt", "TrainingAttempts", "FinishedAt");
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropIndex("IX_TrainingAttempts_FinishedAt", "TrainingAttempts");
        migrationBuilder.DropIndex("IX_IncidentTimeline_IncidentId_Kind_At", "IncidentTimeline");
        migrationBuilder.DropIndex("IX_Incidents_ReportedAt", "Incidents");
        migrationBuilder.CreateIndex("IX_Questions_AskedAt", "Questions", "AskedAt");
        migrationBuilder.DropIndex("IX_Questions_AskedAt_Verdict_Feedback_Sections", "Questions");
        migrationBuilder.DropTable("QuestionCounts");
        migrationBuilder.DropTable("FileOffers");
        migrationBuilder.CreateTable(
            "TrainingRecordsLinks",
            table => new { Hash = table.Column<string>(), ValidUntil = table.Column<DateTime>() },
            constraints: table => table.PrimaryKey("PK_TrainingRecordsLinks", row => row.Hash)
        );
    }
}
