using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace HartwoodPolicyBot.Core.Storage.Migrations;

/// <summary>Creates incidents, deliveries, and the contacts that the bot can write to.</summary>
[DbContext(typeof(HartwoodDbContext))]
[Migration("20261122_002_Incidents")]
internal sealed class M002Incidents : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "StaffContacts",
            table => new
            {
                PersonId = table.Column<string>(),
                ServiceUrl = table.Column<string>(),
                ConversationId = table.Column<string>(),
                NotedAt = table.Column<DateTime>(),
            },
            constraints: table => table.PrimaryKey("PK_StaffContacts", row => row.PersonId)
        );
        migrationBuilder.CreateTable(
            "Deliveries",
            table => new
            {
                Id = table.Column<Guid>(),
                Key = table.Column<string>(),
                Kind = table.Column<string>(),
                Subject = table.Column<Guid>(),
                Step = table.Column<int>(),
                Place = table.Column<string>(),
                Wanted = table.Column<int>(),
                Shown = table.Column<int>(),
                State = table.Column<int>(),
                CreatedAt = table.Column<DateTime>(),
                DueAt = table.Column<DateTime>(),
                LeaseUntil = table.Column<DateTime>(),
                Lease = table.Column<Guid>(nullable: true),
                Attempts = table.Column<int>(),
                FailingSince = table.Column<DateTime>(nullable: true),
                Fault = table.Column<string>(nullable: true),
                ServiceUrl = table.Column<string>(nullable: true),
                ConversationId = table.Column<string>(nullable: true),
                ActivityId = table.Column<string>(nullable: true),
                SentAt = table.Column<DateTime>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_Deliveries", row => row.Id)
        );
        migrationBuilder.CreateIndex("IX_Deliveries_Key", "Deliveries", "Key", unique: true);
        migrationBuilder.CreateIndex("IX_Deliveries_Place_State", "Deliveries", ["Place", "State"]);
        migrationBuilder.CreateIndex("IX_Deliveries_State_DueAt", "Deliveries", ["State", "DueAt"]);
        migrationBuilder.CreateIndex("IX_Deliveries_Subject_Place_Step", "Deliveries", ["Subject", "Place", "Step"]);
        migrationBuilder.CreateTable(
            "Incidents",
            table => new
            {
                Id = table.Column<Guid>(),
                FormId = table.Column<Guid>(),
                Reference = table.Column<string>(),
                Version = table.Column<int>(),
                State = table.Column<int>(),
                Route = table.Column<int>(),
                ReportedAt = table.Column<DateTime>(),
                WhatHappened = table.Column<string>(),
                Kind = table.Column<int>(),
                Platform = table.Column<string>(nullable: true),
                Account = table.Column<int>(),
                Link = table.Column<string>(nullable: true),
                StillVisible = table.Column<int>(),
                HappenedOn = table.Column<DateOnly>(nullable: true),
                NoticedOn = table.Column<DateOnly>(nullable: true),
                PatientRecognisable = table.Column<int>(),
                AlreadyDone = table.Column<string>(nullable: true),
                Source = table.Column<int>(),
                Appearance = table.Column<int>(),
                ReporterId = table.Column<string>(nullable: true),
                ReporterName = table.Column<string>(nullable: true),
                CodeHash = table.Column<string>(nullable: true),
                OwnerId = table.Column<string>(nullable: true),
                OwnerName = table.Column<string>(nullable: true),
                Consequence = table.Column<int>(nullable: true),
                Likelihood = table.Column<int>(nullable: true),
                Flags = table.Column<int>(),
                Outcome = table.Column<string>(nullable: true),
                Learning = table.Column<string>(nullable: true),
                BreachClockFrom = table.Column<DateTime>(nullable: true),
                BreachDecision = table.Column<int>(nullable: true),
                BreachReason = table.Column<string>(nullable: true),
                ComplaintDue = table.Column<DateOnly>(nullable: true),
                ComplaintAcknowledgedAt = table.Column<DateTime>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_Incidents", row => row.Id)
        );
        migrationBuilder.CreateIndex("IX_Incidents_CodeHash", "Incidents", "CodeHash");
        migrationBuilder.CreateIndex("IX_Incidents_FormId", "Incidents", "FormId", unique: true);
        migrationBuilder.CreateIndex("IX_Incidents_Reference", "Incidents", "Reference", unique: true);
        migrationBuilder.CreateIndex("IX_Incidents_ReporterId", "Incidents", "ReporterId");
        migrationBuilder.CreateIndex("IX_Incidents_State", "Incidents", "State");
        migrationBuilder.CreateTable(
            "IncidentTimeline",
            table => new
            {
                IncidentId = table.Column<Guid>(),
                Number = table.Column<int>(),
                At = table.Column<DateTime>(),
                By = table.Column<string>(),
                ById = table.Column<string>(nullable: true),
                Kind = table.Column<int>(),
                From = table.Column<int>(),
                To = table.Column<int>(),
                Text = table.Column<string>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_IncidentTimeline", row => new { row.IncidentId, row.Number });
                table.ForeignKey(
                    "FK_IncidentTimeline_Incidents_IncidentId",
                    row => row.IncidentId,
                    "Incidents",
                    "Id",
                    onDelete: ReferentialAction.Cascade
                );
            }
        );
        migrationBuilder.CreateTable(
            "IncidentActions",
            table => new
            {
                IncidentId = table.Column<Guid>(),
                Number = table.Column<int>(),
                Text = table.Column<string>(),
                DoneAt = table.Column<DateTime>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_IncidentActions", row => new { row.IncidentId, row.Number });
                table.ForeignKey(
                    "FK_IncidentActions_Incidents_IncidentId",
                    row => row.IncidentId,
                    "Incidents",
                    "Id",
                    onDelete: ReferentialAction.Cascade
                );
            }
        );
        migrationBuilder.CreateTable(
            "IncidentNumbers",
            table => new { Year = table.Column<int>(), Last = table.Column<int>() },
            constraints: table => table.PrimaryKey("PK_IncidentNumbers", row => row.Year)
        );
        migrationBuilder.CreateTable(
            "AlertChannels",
            table => new
            {
                Place = table.Column<string>(),
                ServiceUrl = table.Column<string>(),
                ChannelId = table.Column<string>(),
                TeamId = table.Column<string>(nullable: true),
                ChosenAt = table.Column<DateTime>(),
            },
            constraints: table => table.PrimaryKey("PK_AlertChannels", row => row.Place)
        );
        migrationBuilder.CreateTable(
            "RefusedAttempts",
            table => new
            {
                Id = table.Column<Guid>(),
                At = table.Column<DateTime>(),
                PersonId = table.Column<string>(nullable: true),
                Action = table.Column<string>(),
                Code = table.Column<string>(),
                Reference = table.Column<string>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_RefusedAttempts", row => row.Id)
        );
        migrationBuilder.CreateIndex("IX_RefusedAttempts_At", "RefusedAttempts", "At");
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable("IncidentTimeline");
        migrationBuilder.DropTable("IncidentActions");
        migrationBuilder.DropTable("Incidents");
        migrationBuilder.DropTable("IncidentNumbers");
        migrationBuilder.DropTable("AlertChannels");
        migrationBuilder.DropTable("RefusedAttempts");
        migrationBuilder.DropTable("Deliveries");
        migrationBuilder.DropTable("StaffContacts");
    }
}
