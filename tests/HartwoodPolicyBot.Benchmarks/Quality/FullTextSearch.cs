using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.Search;
using Microsoft.Data.Sqlite;

namespace HartwoodPolicyBot.Benchmarks.Quality;

/// <summary>
/// Ranks with SQLite's full-text search, as a comparison. It stems by Porter, ranks by BM25, and searches for any of the question's
/// words.
/// </summary>
internal sealed class FullTextSearch : IDisposable
{
    private readonly SqliteConnection connection = new("Data Source=:memory:");
    private readonly SqliteCommand search;
    private readonly SqliteParameter words;

    public FullTextSearch(IEnumerable<PolicySection> sections)
    {
        connection.Open();
        Run("CREATE VIRTUAL TABLE sections USING fts5(id UNINDEXED, heading, text, tokenize = 'porter unicode61')");
        using var transaction = connection.BeginTransaction();
        using var insert = new SqliteCommand("INSERT INTO sections VALUES (@id, @heading, @text)", connection, transaction);
        foreach (var section in sections)
        {
            insert.Parameters.Clear();
            insert.Parameters.AddWithValue("@id", section.Id);
            insert.Parameters.AddWithValue("@heading", section.Heading);
            insert.Parameters.AddWithValue("@text", string.Join(' ', section.Clauses.Select(clause => clause.Text)));
            insert.ExecuteNonQuery();
        }

        transaction.Commit();
        search = new SqliteCommand("SELECT id FROM sections WHERE sections MATCH @words ORDER BY rank LIMIT 3", connection);
        words = search.Parameters.Add("@words", SqliteType.Text);
    }

    /// <summary>Returns the ids of the three best sections, best first, or fewer where fewer share a word.</summary>
    public IReadOnlyList<string> Rank(string question)
    {
        var found = new List<string>();
        words.Value = string.Join(" OR ", Terms.Words(question).Select(word => $"\"{word}\""));
        if (words.Value is "")
        {
            return found;
        }

        using var reader = search.ExecuteReader();
        while (reader.Read())
        {
            found.Add(reader.GetString(0));
        }

        return found;
    }

    public void Dispose()
    {
        search.Dispose();
        connection.Dispose();
    }

    private void Run(string sql)
    {
        using var command = new SqliteCommand(sql, connection);
        command.ExecuteNonQuery();
    }
}
