namespace HartwoodPolicyBot.Testing;

/// <summary>Finds the folder of the repository that a program was built in.</summary>
internal static class RepositoryRoot
{
    public static string Path { get; } = Find(AppContext.BaseDirectory);

    private static string Find(string from) =>
        File.Exists(System.IO.Path.Combine(from, "HartwoodPolicyBot.sln"))
            ? from
            : Find(
                System.IO.Path.GetDirectoryName(from)
                    ?? throw new InvalidOperationException(
                        "Run this inside the repository: HartwoodPolicyBot.sln is nowhere above the program."
                    )
            );
}
