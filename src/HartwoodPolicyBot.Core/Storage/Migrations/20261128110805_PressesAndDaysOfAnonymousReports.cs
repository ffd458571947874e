using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace HartwoodPolicyBot.Core.Storage.Migrations;

/// <summary>
/// Adds what makes a press happen once, and which deliveries keep days only. Updates to reporters about a practice manager get a
/// kind of their own, so that those which were not sent yet are kept from practice managers too.
/// </summary>
[DbContext(typeof(HartwoodDbContext))]
[Migration("20261128110805_PressesAndDaysOfAnonymousReports")]
internal sealed class PressesAndDaysOfAnonymousReports : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<Guid>("Press", "IncidentTimeline", nullable: true);
        migrationBuilder.AddColumn<bool>("KeepsDayOnly", "Deliveries", nullable: false, defaultValue: false);

        // 2 is the route of such a report, and the state of a delivery that was sent.
        migrationBuilder.Sql(
            """
            UPDATE "Deliveries" SET "Kind" = 'speak-up-told'
            WHERE "Kind" = 'told' AND "State" <> 2 AND "Subject" IN (SELECT "Id" FROM "Incidents" WHERE "Route" = 2)
            """
        );
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("UPDATE \"Deliveries\" SET \"Kind\" = 'told' WHERE \"Kind\" = 'speak-up-told'");
        migrationBuilder.DropColumn("Press", "IncidentTimeline");
        migrationBuilder.DropColumn("KeepsDayOnly", "Deliveries");
    }
}
