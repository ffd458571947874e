using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace HartwoodPolicyBot.Core.Storage.Migrations;

/// <summary>Adds which saved answer was made from a manager question.</summary>
[DbContext(typeof(HartwoodDbContext))]
[Migration("20261122_008_GivenAnswers")]
internal sealed class M008GivenAnswers : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.AddColumn<Guid>("GivenAs", "ManagerQuestions", nullable: true);
}
