using System.Diagnostics;
using System.Text.Json;
using HartwoodPolicyBot.Benchmarks.Quality;
using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.PostChecks;
using HartwoodPolicyBot.Core.Search;

namespace HartwoodPolicyBot.Benchmarks.PostChecks;

/// <summary>
/// Measures whether drafts get the right verdict, section and words: on drafts of an author who has not seen the bank, and by
/// cross-validation over the bank. Of the other author's drafts it prints totals and kinds of error only, so that nobody writes for
/// a failing one.
/// </summary>
internal static class PostsBenchmark
{
    private const int Folds = 5;
    private static readonly string Content = Path.Combine(AppContext.BaseDirectory, "Content");

    public static void Run(bool isVerbose)
    {
        var library = PolicyLibrary.Load(Path.Combine(Content, "Policies"));
        var lexicon = Lexicon.Load(Path.Combine(Content, "post-words.txt"));
        var bank = DraftBank.Load(Path.Combine(Content, "Posts"));
        var posts = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Questions", "posts.jsonl"))
            .Select(line => JsonSerializer.Deserialize<MeasuredPost>(line, JsonSerializerOptions.Web)!)
            .ToList();
        var settings = new PostCheckSettings();

        var clock = Stopwatch.GetTimestamp();
        var check = new CheckPost(new(new ConcernClassifier(bank, lexicon, settings)), library, settings, TimeProvider.System);
        Console.WriteLine(
            $"{bank.Count} drafts in the bank, {100.0 * bank.Count(draft => draft.Spans.Count == 0) / bank.Count:F0} % fine; "
                + $"learned in {Stopwatch.GetElapsedTime(clock).TotalMilliseconds:F0} ms"
        );
        Console.WriteLine();
        Console.WriteLine("| | drafts | stopped or asked | fine ones stopped or asked | section in first two | words overlap |");
        Console.WriteLine("|---|---|---|---|---|---|");
        Print("other author", [.. posts.Select(post => Outcome(post, check.Check(post.Draft)))]);
        Print("cross-validation", CrossValidate(bank, lexicon, library, settings, isVerbose));
        Console.WriteLine();
        foreach (
            var errors in posts
                .Select(post => Outcome(post, check.Check(post.Draft)))
                .Where(one => one.Error != "")
                .CountBy(one => one.Error)
                .OrderBy(one => one.Key)
        )
        {
            Console.WriteLine($"- {errors.Key}: {errors.Value}");
        }

        Console.WriteLine($"a check: {Speed.Of([.. posts.Select(post => post.Draft)], 50, draft => check.Check(draft))}");
        var longest = string.Join(' ', posts.Select(post => post.Text))[..10_000].PadRight(100_000, 'a');
        Console.WriteLine($"100,000 characters: {Speed.Of([longest], 40, draft => check.Check(draft))}");
    }

    private static List<PostOutcome> CrossValidate(
        IReadOnlyList<LabelledDraft> bank,
        Lexicon lexicon,
        PolicyLibrary library,
        PostCheckSettings settings,
        bool isVerbose
    )
    {
        var clauses = new CheckPost(new(new ConcernClassifier(bank, lexicon, settings)), library, settings, TimeProvider.System);
        var outcomes = new List<PostOutcome>();
        for (var fold = 0; fold < Folds; fold++)
        {
            var left = fold;
            var check = new CheckPost(
                new(new ConcernClassifier([.. bank.Where((_, number) => number % Folds != left)], lexicon, settings)),
                library,
                settings,
                TimeProvider.System
            );
            foreach (var draft in bank.Where((_, number) => number % Folds == left))
            {
                var sections = draft.Spans.Select(span => clauses.SectionOf(span.Kind)).Distinct().ToArray();
                var spans = draft.Spans.Select(span => draft.Text.Substring(span.Start, span.Length)).ToArray();
                var post = new MeasuredPost("", draft.Text, null, spans.Length == 0 ? "fine" : "stop", sections, spans);
                var found = check.Check(draft.Text);
                var outcome = Outcome(post, found);
                outcomes.Add(outcome);
                if (isVerbose && outcome.Error != "")
                {
                    var concerns = found.Concerns.Select(concern => $"{concern.Kind}: {concern.Words}");
                    Console.WriteLine($"- {outcome.Error}: {draft.Text} -> {string.Join("; ", concerns)}");
                }
            }
        }

        return outcomes;
    }

    private static void Print(string name, IReadOnlyList<PostOutcome> outcomes)
    {
        var bad = outcomes.Where(one => !one.IsFine).ToList();
        var fine = outcomes.Where(one => one.IsFine).ToList();
        Console.WriteLine(
            $"| {name} | {outcomes.Count} | {Share(bad, one => one.IsHeld)} | {Share(fine, one => one.IsHeld)} "
                + $"| {Share(bad, one => one.HasSection)} | {Share(bad, one => one.HasWords)} |"
        );
    }

    private static string Share(List<PostOutcome> all, Func<PostOutcome, bool> isTrue) =>
        $"{all.Count(isTrue)} of {all.Count}, {100.0 * all.Count(isTrue) / all.Count:F1} %";

    private static PostOutcome Outcome(MeasuredPost post, PostCheck found)
    {
        var isFine = post.Verdict == "fine";
        var isHeld = found.Verdict != PostVerdict.NothingFound;
        var first = found.Deciding.Take(2).Select(clause => clause.Section.Heading).ToList();
        var hasSection = first.Intersect(post.Sections).Any();
        var hasWords = found.Concerns.Any(concern => post.Spans.Any(span => Overlap(post.Draft, span, concern.Words)));
        return new(
            isFine,
            isHeld,
            hasSection,
            hasWords,
            isFine ? (isHeld ? $"fine, but {string.Join(", ", found.Concerns.Select(concern => concern.Kind))}" : "")
                : !isHeld ? $"missed: {post.Sections[0]}"
                : !hasSection ? $"section: {string.Join(", ", post.Sections)}, not {string.Join(", ", first)}"
                : !hasWords ? $"other words: {post.Sections[0]}"
                : ""
        );
    }

    private static bool Overlap(string text, string one, string other)
    {
        var (first, second) = (text.IndexOf(one, StringComparison.Ordinal), text.IndexOf(other, StringComparison.Ordinal));
        return first >= 0 && second >= 0 && first < second + other.Length && second < first + one.Length;
    }

    private sealed record PostOutcome(bool IsFine, bool IsHeld, bool HasSection, bool HasWords, string Error);
}

/// <summary>A draft with what an author says about it.</summary>
internal sealed record MeasuredPost(string Id, string Text, string? Image, string Verdict, string[] Sections, string[] Spans)
{
    /// <summary>The draft as it is sent to the bot.</summary>
    public string Draft => Image is null ? Text : $"{Text} [picture: {Image}]";
}
