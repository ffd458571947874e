using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations.Design;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Microsoft.Extensions.DependencyInjection;

namespace HartwoodPolicyBot.Benchmarks.Migrations;

/// <summary>Tells <c>dotnet ef</c> to write migrations by <see cref="NeutralColumns"/>.</summary>
public sealed class MigrationsDesign : IDesignTimeServices
{
    public void ConfigureDesignTimeServices(IServiceCollection serviceCollection) =>
        serviceCollection.AddSingleton<ICSharpMigrationOperationGenerator, NeutralColumns>();
}

/// <summary>
/// Writes migrations without the types of columns: each database then takes its own for the .NET type, so that one migration
/// serves SQLite and PostgreSQL.
/// </summary>
internal sealed class NeutralColumns(CSharpMigrationOperationGeneratorDependencies dependencies)
    : CSharpMigrationOperationGenerator(dependencies)
{
    public override void Generate(string builderName, IReadOnlyList<MigrationOperation> operations, IndentedStringBuilder builder)
    {
        foreach (var operation in operations)
        {
            IEnumerable<ColumnOperation> columns = operation switch
            {
                CreateTableOperation table => table.Columns,
                AlterColumnOperation altered => [altered, altered.OldColumn],
                ColumnOperation column => [column],
                _ => [],
            };
            foreach (var column in columns)
            {
                column.ColumnType = null;
            }
        }

        base.Generate(builderName, operations, builder);
    }
}
