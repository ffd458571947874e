using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace HartwoodPolicyBot.Core.Storage.Migrations;

/// <summary>Which answer of the practice manager's a question to them became.</summary>
[DbContext(typeof(HartwoodDbContext))]
[Migration("20261122_008_GivenAnswers")]
internal sealed class M008GivenAnswers : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.AddColumn<Guid>("GivenAs", "ManagerQuestions", nullable: true);
}
