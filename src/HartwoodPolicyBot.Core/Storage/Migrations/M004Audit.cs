using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace HartwoodPolicyBot.Core.Storage.Migrations;

/// <summary>Creates the audit of what practice managers did.</summary>
[DbContext(typeof(HartwoodDbContext))]
[Migration("20261122_004_Audit")]
internal sealed class M004Audit : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "ManagerActions",
            table => new
            {
                Id = table.Column<Guid>(),
                At = table.Column<DateTime>(),
                ManagerId = table.Column<string>(),
                Action = table.Column<string>(),
                Subject = table.Column<string>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_ManagerActions", row => row.Id)
        );
        migrationBuilder.CreateIndex("IX_ManagerActions_At", "ManagerActions", "At");
    }

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.DropTable("ManagerActions");
}
