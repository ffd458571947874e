using HartwoodPolicyBot.BrowserTests.Running;

namespace HartwoodPolicyBot.BrowserTests.Playground;

/// <summary>Reads the policy file of the repository without the bot's own reader.</summary>
internal static class PolicyFile
{
    private static readonly string[] Lines = File.ReadAllLines(Path.Combine(Repository.Bot, "Content", "Policies", "social-media.md"));

    /// <summary>Returns the headings of the sections; a heading with only sub-sections below it is not a section.</summary>
    public static IReadOnlyList<string> Headings { get; } =
    [.. Lines.Where(IsHeading).Select(Name).Where(heading => Section(heading).Count > 0)];

    /// <summary>Returns the paragraphs and bullets of a section, one a line.</summary>
    public static IReadOnlyList<string> Section(string heading) =>
        [
            .. Lines
                .SkipWhile(line => !IsHeading(line) || Name(line) != heading)
                .Skip(1)
                .TakeWhile(line => !IsHeading(line))
                .Where(line => line.Length > 0)
                .Select(line => line.StartsWith("- ", StringComparison.Ordinal) ? line[2..] : line),
        ];

    private static bool IsHeading(string line) => line.StartsWith("##", StringComparison.Ordinal);

    private static string Name(string heading) => heading.TrimStart('#').Trim();
}
