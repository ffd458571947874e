using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace HartwoodPolicyBot.Core.Storage.Migrations;

/// <summary>Adds who does an action of an incident, and by when.</summary>
[DbContext(typeof(HartwoodDbContext))]
[Migration("20261128160802_IncidentActionOwners")]
internal sealed class IncidentActionOwners : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<DateOnly>(name: "DueOn", table: "IncidentActions", nullable: true);
        migrationBuilder.AddColumn<string>(name: "Owner", table: "IncidentActions", nullable: true);
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropColumn(name: "DueOn", table: "IncidentActions");
        migrationBuilder.DropColumn(name: "Owner", table: "IncidentActions");
    }
}
