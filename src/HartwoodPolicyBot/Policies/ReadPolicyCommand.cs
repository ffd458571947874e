using System.Text.Json;
using HartwoodPolicyBot.Core.Policies.Import;

namespace HartwoodPolicyBot.Policies;

/// <summary>
/// Reads one policy file, as the process that <see cref="PolicyReader"/> starts: the file comes in, and what was read goes out. It has
/// no settings, no database and no network.
/// </summary>
internal static class ReadPolicyCommand
{
    public const string Name = "read-policy";

    /// <summary>How long this process lives at most, also where the bot that started it is gone.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    public static bool IsAskedFor(string[] args) => args is [Name];

    /// <returns>The exit code: 0, because a refusal is an answer as well.</returns>
    public static int Run()
    {
        using var end = TimeProvider.System.CreateTimer(_ => Environment.Exit(1), null, Longest, Timeout.InfiniteTimeSpan);
        using var input = new BinaryReader(Console.OpenStandardInput());
        using var output = Console.OpenStandardOutput();
        JsonSerializer.Serialize(output, Read(input));
        return 0;
    }

    private static ImportResult Read(BinaryReader input)
    {
        try
        {
            return new PolicyImport(TimeProvider.System).Read(input.BaseStream, input.ReadString(), CancellationToken.None);
        }
        catch (OutOfMemoryException)
        {
            return ImportRefusals.TooHeavy;
        }
    }
}
