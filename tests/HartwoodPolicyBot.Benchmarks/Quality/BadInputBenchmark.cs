using System.Diagnostics;
using HartwoodPolicyBot.Core.Answers;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.QuestionLog;
using HartwoodPolicyBot.Core.Search;

namespace HartwoodPolicyBot.Benchmarks.Quality;

/// <summary>Measures how long a turn needs to understand and mask the worst inputs; the slowest of several tries counts.</summary>
internal static class BadInputBenchmark
{
    private const int Long = 100_000;
    private const int Tries = 20;

    public static void Run(PolicyLibrary library, SectionRanker engine, Disclosures disclosures)
    {
        var policy = string.Join(' ', library.Sections.SelectMany(section => section.Clauses).Select(clause => clause.Text));
        var random = new Random(1);
        Console.WriteLine();
        foreach (
            var (name, text) in new (string, string)[]
            {
                ("one character", "x"),
                ("another language", "Darf ich ein Foto vom Wartezimmer ins Netz stellen, wenn niemand darauf zu sehen ist?"),
                ("the policy's whole text", policy),
                ("every heading at once", string.Join(' ', library.Sections.Select(section => section.Heading))),
                (
                    "100,000 characters of questions",
                    string.Concat(Enumerable.Repeat("can i post a pic of reception on insta? ", Long / 40))
                ),
                ("100,000 characters, one word", new string('a', Long)),
                (
                    "100,000 random letters",
                    string.Concat(Enumerable.Range(0, Long).Select(_ => random.Next(6) == 0 ? ' ' : (char)('a' + random.Next(26))))
                ),
                (
                    "100,000 digits",
                    string.Concat(Enumerable.Range(0, Long).Select(_ => random.Next(8) == 0 ? ' ' : (char)('0' + random.Next(10))))
                ),
            }
        )
        {
            var slowest = Enumerable
                .Range(0, Tries)
                .Max(_ =>
                {
                    var clock = Stopwatch.GetTimestamp();
                    var asked = Excerpt.Filled(text, AnswerQuestion.LongestQuestion);
                    engine.Rank(asked, 3);
                    disclosures.Tells(asked);
                    LoggedQuestion.Masked(asked, TimeProvider.System);
                    return Stopwatch.GetElapsedTime(clock).TotalMilliseconds;
                });
            Console.WriteLine($"{name}: at most {slowest:F1} ms");
        }
    }
}
