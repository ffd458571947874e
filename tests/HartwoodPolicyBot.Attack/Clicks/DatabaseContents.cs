using System.Data.Common;
using System.Globalization;
using HartwoodPolicyBot.Attack.Common;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Attack.Clicks;

/// <summary>Holds every row of every table, one a line, to compare the database before and after an attack.</summary>
internal sealed class DatabaseContents
{
    private readonly Dictionary<string, HashSet<string>> lines;

    private DatabaseContents(Dictionary<string, HashSet<string>> lines) => this.lines = lines;

    public static Task<DatabaseContents> ReadAsync(AttackedBot bot) =>
        bot.ReadAsync(async database =>
        {
            await database.Database.OpenConnectionAsync();
            var connection = database.Database.GetDbConnection();
            var tables = database.Model.GetEntityTypes().Select(entity => entity.GetTableName()!).Distinct(StringComparer.Ordinal);
            var read = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
            foreach (var table in tables)
            {
                read[table] = [.. await LinesAsync(connection, table)];
            }

            return new DatabaseContents(read);
        });

    /// <summary>Returns the rows that were there before and are not there now: changed or deleted.</summary>
    public IReadOnlyList<string> Missing(DatabaseContents now) => Beyond(now);

    /// <summary>Returns the rows that are new since <paramref name="before"/>, or were changed.</summary>
    public IReadOnlyList<string> New(DatabaseContents before) => Beyond(before);

    /// <summary>Returns whether a row starts like this.</summary>
    public bool Has(string start) =>
        lines.Any(table => table.Value.Any(line => $"{table.Key}: {line}".StartsWith(start, StringComparison.Ordinal)));

    private List<string> Beyond(DatabaseContents other) =>
        [
            .. lines.SelectMany(table =>
                table.Value.Where(line => !other.lines[table.Key].Contains(line)).Select(line => $"{table.Key}: {line}")
            ),
        ];

    private static async Task<List<string>> LinesAsync(DbConnection connection, string table)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT * FROM \"{table}\"";
        await using var reader = await command.ExecuteReaderAsync();
        var read = new List<string>();
        while (await reader.ReadAsync())
        {
            read.Add(
                string.Join(
                    " | ",
                    Enumerable
                        .Range(0, reader.FieldCount)
                        .Select(at => $"{reader.GetName(at)}={Convert.ToString(reader.GetValue(at), CultureInfo.InvariantCulture)}")
                )
            );
        }

        return read;
    }
}
