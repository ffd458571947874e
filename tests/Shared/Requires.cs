namespace HartwoodPolicyBot.Testing;

/// <summary>What a test needs of the machine. Missing, the test is skipped with the reason; where nothing may be skipped, it fails.</summary>
public static class Requires
{
    /// <summary>The connection string of a PostgreSQL server on which databases may be made.</summary>
    public static string PostgreSql() => Environment.GetEnvironmentVariable("HARTWOOD_TEST_POSTGRES") is { Length: > 0 } server
        ? server
        : Missing("HARTWOOD_TEST_POSTGRES is not set: it names a PostgreSQL server for tests, such as Host=localhost;Username=postgres.");

    private static string Missing(string reason)
    {
        Assert.False(Environment.GetEnvironmentVariable("HARTWOOD_TESTS_NO_SKIP") == "1", $"Nothing may be skipped here, but {reason}");
        Skip.If(true, reason);
        return "";
    }
}
