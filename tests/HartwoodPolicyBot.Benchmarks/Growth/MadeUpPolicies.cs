using HartwoodPolicyBot.Benchmarks.Turns;

namespace HartwoodPolicyBot.Benchmarks.Growth;

/// <summary>Writes invented policies of many sections into a folder, beside the one that ships, the same every time.</summary>
internal static class MadeUpPolicies
{
    private const int Sections = 100;
    private const int Clauses = 5;
    private const int WordsInClause = 18;

    /// <summary>Returns the settings by which the bot reads them.</summary>
    public static Dictionary<string, string> Write(string folder, int count)
    {
        var shipped = Path.Combine(Repository.Root, "src", "HartwoodPolicyBot", "Content", "Policies", "social-media.md");
        Directory.CreateDirectory(folder);
        File.Copy(shipped, Path.Combine(folder, "social-media.md"), overwrite: true);
        var words = File.ReadAllText(shipped).Split([' ', '\n', '-', '.', ',', ':', '#', '(', ')'], StringSplitOptions.RemoveEmptyEntries);
        var chance = new Random(20261128);
        for (var policy = 1; policy <= count; policy++)
        {
            IEnumerable<string> lines =
            [
                "---",
                $"title: Policy number {policy}",
                "version: 1",
                "owner: unknown",
                "approved: unknown",
                "review: unknown",
                "---",
                .. Enumerable.Range(1, Sections).SelectMany(Section),
            ];
            File.WriteAllLines(Path.Combine(folder, $"policy-{policy}.md"), lines);
        }

        return new() { ["Policies__Folder"] = folder };

        IEnumerable<string> Section(int number) =>
            [
                "",
                $"## Section {number} on {Some(2)}",
                "",
                .. Enumerable.Range(0, Clauses).SelectMany(_ => new[] { $"Staff must {Some(WordsInClause)}.", "" }),
            ];

        string Some(int many) =>
            string.Join(' ', Enumerable.Range(0, many).Select(_ => words[chance.Next(words.Length)].ToLowerInvariant()));
    }
}
