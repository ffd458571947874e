using HartwoodPolicyBot.Core.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace HartwoodPolicyBot.Tests.Storage;

/// <summary>The models that were written ahead say the same as the context, for both databases.</summary>
public sealed class CompiledModelTests
{
    public static TheoryData<StorageProvider> Providers => [StorageProvider.Sqlite, StorageProvider.PostgreSql];

    [Theory]
    [MemberData(nameof(Providers))]
    public void The_compiled_model_says_what_the_context_says(StorageProvider provider)
    {
        var compiled = Lines(Model(provider, isCompiled: true));

        Assert.Contains(compiled, line => line.StartsWith("Incidents.", StringComparison.Ordinal));
        Assert.Equal(Lines(Model(provider, isCompiled: false)), compiled);
    }

    private static IModel Model(StorageProvider provider, bool isCompiled)
    {
        var builder = new DbContextOptionsBuilder<HartwoodDbContext>();
        var connection = provider == StorageProvider.Sqlite ? "Data Source=:memory:" : "Host=localhost";
        StorageServices.Use(builder, new StorageOptions { Provider = provider, ConnectionString = connection });
        if (isCompiled)
        {
            StorageServices.UseCompiledModel(builder, provider);
        }

        using var context = new HartwoodDbContext(builder.Options);
        return context.Model;
    }

    /// <summary>Returns a line for each column, key, index and reference.</summary>
    private static List<string> Lines(IModel model) =>
        [
            .. model
                .GetEntityTypes()
                .SelectMany(table =>
                    table
                        .GetProperties()
                        .Select(column => Column(table, column))
                        .Concat(table.GetKeys().Select(key => $"{table.GetTableName()}: key {Names(key.Properties)}"))
                        .Concat(
                            table
                                .GetIndexes()
                                .Select(index =>
                                    $"{table.GetTableName()}: index {Names(index.Properties)} {index.IsUnique} {index.GetFilter()}"
                                )
                        )
                        .Concat(table.GetForeignKeys().Select(key => Reference(table, key)))
                )
                .Order(StringComparer.Ordinal),
        ];

    private static string Column(IEntityType table, IProperty column) =>
        $"{table.GetTableName()}.{column.GetColumnName()}: {column.ClrType} {column.GetColumnType()} {column.IsNullable} "
        + $"{column.GetMaxLength()} {column.IsConcurrencyToken} {column.ValueGenerated} "
        + column.GetTypeMapping().Converter?.GetType().Name;

    private static string Reference(IEntityType table, IForeignKey key) =>
        $"{table.GetTableName()}: {Names(key.Properties)} of {key.PrincipalEntityType.GetTableName()} {key.DeleteBehavior} {key.IsUnique}";

    private static string Names(IEnumerable<IProperty> columns) => string.Join(", ", columns.Select(column => column.Name));
}
