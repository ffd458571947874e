using System.Diagnostics;
using System.Text.Json;
using HartwoodPolicyBot.Benchmarks.Quality;
using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.PostChecks;
using HartwoodPolicyBot.Core.Search;

namespace HartwoodPolicyBot.Benchmarks.PostChecks;

/// <summary>
/// Measures whether drafts get the right verdict, section and words: on drafts of authors who have not seen the bank, and by
/// cross-validation over the bank, with whole authors left out or with every fifth draft. Of the other author's drafts it prints
/// totals and kinds of error only, so that nobody writes for a failing one.
/// </summary>
internal static class PostsBenchmark
{
    private const int Parts = 5;
    private static readonly int[] FineShares = [5, 10, 15, 20, 25];
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
        var all = new ConcernClassifier(bank, lexicon, settings);
        var check = new CheckPost(new(all), library, settings, TimeProvider.System);
        Console.WriteLine(
            $"{bank.Count} drafts in the bank, {100.0 * bank.Count(draft => draft.Spans.Count == 0) / bank.Count:F0} % fine; "
                + $"learned in {Stopwatch.GetElapsedTime(clock).TotalMilliseconds:F0} ms"
        );
        Console.WriteLine();
        Console.WriteLine(
            "| | drafts | stopped or asked | fine ones stopped or asked | section in first two | words overlap | "
                + "held at shares of fine ones |"
        );
        Console.WriteLine("|---|---|---|---|---|---|---|");
        Print("other author", [.. posts.Select(post => Outcome(post, check.Check(post.Draft), all))]);
        foreach (
            var author in DraftBank.Load(Path.Combine(AppContext.BaseDirectory, "PostChecks", "Drafts")).GroupBy(draft => draft.Source)
        )
        {
            Print($"`{author.Key}`, whom it never learns from", [.. author.Select(draft => Outcome(draft, library, check, all))]);
        }

        var authors = bank.Select(draft => draft.Source)
            .Where(source => source.StartsWith("by-", StringComparison.Ordinal))
            .Distinct()
            .ToList();
        Print(
            "cross-validation by author",
            CrossValidate(
                bank,
                (draft, _) => authors.IndexOf(draft.Source) is >= 0 and var author ? author % Parts : null,
                lexicon,
                library,
                settings,
                isVerbose
            )
        );
        Print("cross-validation", CrossValidate(bank, (_, number) => number % Parts, lexicon, library, settings, isVerbose: false));
        Console.WriteLine();
        foreach (
            var errors in posts
                .Select(post => Outcome(post, check.Check(post.Draft), all))
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

    /// <summary>
    /// Checks each draft by what was learned without its own part. Parts of whole authors show best what another author's drafts will
    /// get; parts that take every fifth draft have all authors in them.
    /// </summary>
    private static List<PostOutcome> CrossValidate(
        IReadOnlyList<LabelledDraft> bank,
        Func<LabelledDraft, int, int?> partOf,
        Lexicon lexicon,
        PolicyLibrary library,
        PostCheckSettings settings,
        bool isVerbose
    )
    {
        var outcomes = new List<PostOutcome>();
        var parts = bank.Select(partOf).ToList();
        for (var part = 0; part < Parts; part++)
        {
            var left = part;
            var classifier = new ConcernClassifier([.. bank.Where((_, number) => parts[number] != left)], lexicon, settings);
            var check = new CheckPost(new(classifier), library, settings, TimeProvider.System);
            foreach (var draft in bank.Where((_, number) => parts[number] == left))
            {
                var outcome = Outcome(draft, library, check, classifier);
                outcomes.Add(outcome);
                if (isVerbose && outcome.Error != "")
                {
                    Console.WriteLine($"- {outcome.Error}: {draft.Text}");
                    Console.WriteLine(PostReasons.Of(classifier, draft.Text, check.Check(draft.Text)));
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
                + $"| {Share(bad, one => one.HasSection)} | {Share(bad, one => one.HasWords)} "
                + $"| {string.Join(", ", FineShares.Select(AtFine))} |"
        );

        string AtFine(int percent)
        {
            var least = fine.Select(one => one.Any).OrderDescending().ElementAt(percent * fine.Count / 100);
            return $"{100.0 * bad.Count(one => one.Any > least) / bad.Count:F0} % at {percent} % (from {least:F2})";
        }
    }

    private static string Share(List<PostOutcome> all, Func<PostOutcome, bool> isTrue) =>
        $"{all.Count(isTrue)} of {all.Count}, {100.0 * all.Count(isTrue) / all.Count:F1} %";

    /// <summary>Checks a draft in which the words of each concern are marked.</summary>
    private static PostOutcome Outcome(LabelledDraft draft, PolicyLibrary library, CheckPost check, ConcernClassifier classifier)
    {
        var clauses = new ConcernClauses(library);
        var sections = draft.Spans.Select(span => clauses.Of(span.Kind)?.Section.Heading ?? "").Distinct().ToArray();
        var spans = draft.Spans.Select(span => draft.Text.Substring(span.Start, span.Length)).ToArray();
        var post = new MeasuredPost("", draft.Text, null, spans.Length == 0 ? "fine" : "stop", sections, spans);
        return Outcome(post, check.Check(draft.Text), classifier);
    }

    private static PostOutcome Outcome(MeasuredPost post, PostCheck found, ConcernClassifier classifier)
    {
        var isFine = post.Verdict == "fine";
        var isHeld = found.Verdict != PostVerdict.NothingFound;
        var first = found.Deciding.Take(2).Select(clause => clause.Section.Heading).ToList();
        var hasSection = first.Intersect(post.Sections).Any();
        var hasWords = found.Concerns.Any(concern => post.Spans.Any(span => Overlap(post.Draft, span, concern.Words)));
        return new(
            classifier.Score(Draft.Read(post.Draft)).Any,
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

    private sealed record PostOutcome(float Any, bool IsFine, bool IsHeld, bool HasSection, bool HasWords, string Error);
}

/// <summary>A draft with what an author says about it.</summary>
internal sealed record MeasuredPost(string Id, string Text, string? Image, string Verdict, string[] Sections, string[] Spans)
{
    /// <summary>The draft as it is sent to the bot.</summary>
    public string Draft => Image is null ? Text : $"{Text} [picture: {Image}]";
}
