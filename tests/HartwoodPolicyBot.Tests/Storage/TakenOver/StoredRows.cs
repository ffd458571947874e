using System.Data.Common;
using System.Globalization;
using Npgsql;

namespace HartwoodPolicyBot.Tests.Storage.TakenOver;

/// <summary>
/// Holds every row of every table, with values written as SQLite stores them, so that rows of both databases can be compared.
/// </summary>
public sealed class StoredRows
{
    private static readonly string[] Children = ["IncidentTimeline", "IncidentActions", "ManagerAnswerWordings", "TrainingAnswers"];
    private const string Time = "yyyy-MM-dd HH:mm:ss.FFFFFFF";
    private readonly Dictionary<string, List<Dictionary<string, object?>>> rows = new(StringComparer.Ordinal);

    /// <summary>Returns the tables of the old build with the columns of each.</summary>
    public IReadOnlyDictionary<string, string[]> Tables { get; private set; } = null!;

    /// <param name="connection">An open connection.</param>
    /// <param name="tables">The tables and columns to read; all of them when it is left out, which only SQLite can list.</param>
    public static StoredRows In(DbConnection connection, IReadOnlyDictionary<string, string[]>? tables = null)
    {
        var read = new StoredRows { Tables = tables ?? TablesOf(connection) };
        foreach (var (table, columns) in read.Tables)
        {
            read.rows[table] = Read(connection, $"SELECT {Quoted(columns)} FROM \"{table}\"");
        }

        return read;
    }

    public IReadOnlyList<IReadOnlyDictionary<string, object?>> Of(string table) => rows[table];

    /// <summary>Returns the rows of a table, one a line, in a fixed order and without some columns.</summary>
    public IReadOnlyList<string> Lines(string table, Func<IReadOnlyDictionary<string, object?>, IEnumerable<string>>? without = null) =>
        [
            .. rows[table]
                .Select(row =>
                    row.Where(cell => without?.Invoke(row).Contains(cell.Key) != true).Select(cell => $"{cell.Key}={cell.Value}")
                )
                .Select(cells => string.Join(" | ", cells))
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>
    /// Writes the rows into a PostgreSQL database that has the same tables, empty, parents before the rows that refer to them.
    /// </summary>
    public void CopyInto(NpgsqlConnection target)
    {
        using var transaction = target.BeginTransaction();
        foreach (var table in Tables.Keys.OrderBy(Children.Contains))
        {
            var types = Read(target, $"SELECT column_name, data_type FROM information_schema.columns WHERE table_name = '{table}'")
                .ToDictionary(row => (string)row["column_name"]!, row => (string)row["data_type"]!);
            Assert.Equal(Tables[table].Order(), types.Keys.Order());
            foreach (var row in rows[table])
            {
                using var insert = target.CreateCommand();
                foreach (var (column, value) in row)
                {
                    insert.Parameters.Add(new NpgsqlParameter { Value = ForPostgreSql(value, types[column]) });
                }

                var places = string.Join(", ", Enumerable.Range(1, row.Count).Select(place => $"${place}"));
                insert.CommandText = $"INSERT INTO \"{table}\" ({Quoted(row.Keys)}) VALUES ({places})";
                insert.ExecuteNonQuery();
            }
        }

        transaction.Commit();
    }

    private static Dictionary<string, string[]> TablesOf(DbConnection connection) =>
        Names(connection, "SELECT name FROM sqlite_master WHERE type = 'table' AND substr(name, 1, 4) <> '__EF' ORDER BY name")
            .ToDictionary(table => table, table => Names(connection, $"SELECT name FROM pragma_table_info('{table}')"));

    private static string[] Names(DbConnection connection, string sql) => [.. Read(connection, sql).Select(row => (string)row["name"]!)];

    private static string Quoted(IEnumerable<string> columns) => string.Join(", ", columns.Select(column => $"\"{column}\""));

    private static List<Dictionary<string, object?>> Read(DbConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var read = new List<Dictionary<string, object?>>();
        while (reader.Read())
        {
            read.Add(Enumerable.Range(0, reader.FieldCount).ToDictionary(reader.GetName, at => AsInSqlite(reader.GetValue(at))));
        }

        return read;
    }

    private static object? AsInSqlite(object value) =>
        value switch
        {
            DBNull => null,
            Guid id => id.ToString().ToUpperInvariant(),
            DateTime { Kind: DateTimeKind.Unspecified } day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            DateTime time => time.ToString(Time, CultureInfo.InvariantCulture),
            DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            bool flag => flag ? 1L : 0L,
            int number => (long)number,
            _ => value,
        };

    private static object ForPostgreSql(object? value, string type) =>
        (value, type) switch
        {
            (null, _) => DBNull.Value,
            (string text, "uuid") => Guid.Parse(text),
            (string text, "date") => DateOnly.Parse(text, CultureInfo.InvariantCulture),
            (string text, "timestamp with time zone") => DateTimeOffset
                .Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal)
                .UtcDateTime,
            (long number, "boolean") => number == 1,
            (long number, "integer") => (int)number,
            (long number, "double precision") => (double)number,
            _ => value,
        };
}
