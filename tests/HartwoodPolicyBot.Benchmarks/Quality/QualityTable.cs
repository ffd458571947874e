using HartwoodPolicyBot.Core.Search;

namespace HartwoodPolicyBot.Benchmarks.Quality;

/// <summary>Holds the outcome of one question.</summary>
/// <param name="Found">The headings that were found, best first.</param>
/// <param name="Answered">Whether the bot took the question as covered.</param>
/// <param name="Accepted">The headings that are right; none where the policy does not cover the question.</param>
internal sealed record Outcome(IReadOnlyList<string> Found, bool Answered, string[] Accepted)
{
    public static Outcome Of(Ranking ranking, string[] accepted, float threshold) =>
        new(
            [.. ranking.Sections.Select(section => section.Section.Heading)],
            ranking.Covered >= threshold && ranking.Intent is null,
            accepted
        );

    public bool IsAccepted(int within) => Found.Take(within).Any(Accepted.Contains);

    public bool IsWrong => Accepted.Length == 0 ? Answered : !Answered || !IsAccepted(1);
}

/// <summary>Prints the table that is in README.</summary>
internal static class QualityTable
{
    public static void Begin()
    {
        Console.WriteLine("| | accepted section first | within three | answered, of what is covered | refused, of what is not |");
        Console.WriteLine("|---|---|---|---|---|");
    }

    public static void Row(string name, IReadOnlyList<Outcome> outcomes)
    {
        var covered = outcomes.Where(outcome => outcome.Accepted.Length > 0).ToList();
        var uncovered = outcomes.Where(outcome => outcome.Accepted.Length == 0).ToList();
        Console.WriteLine(
            $"| {name} | {Share(covered, outcome => outcome.IsAccepted(1))} | {Share(covered, outcome => outcome.IsAccepted(3))} "
                + $"| {Share(covered, outcome => outcome.Answered)} | {Share(uncovered, outcome => !outcome.Answered)} |"
        );
    }

    private static string Share(List<Outcome> outcomes, Func<Outcome, bool> isTrue) =>
        outcomes.Count == 0 ? "" : $"{100.0 * outcomes.Count(isTrue) / outcomes.Count:F1} %";
}
