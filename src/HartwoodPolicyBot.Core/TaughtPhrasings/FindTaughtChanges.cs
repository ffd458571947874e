using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.ManagerQuestions;
using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.QuestionLog;
using HartwoodPolicyBot.Core.Search;
using HartwoodPolicyBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.TaughtPhrasings;

/// <summary>
/// Finds which other questions would get another answer if something were taught: those in the log, and the phrasings that came
/// with the bot. It is exact, because teaching changes nothing but the questions that are the same or similar.
/// </summary>
public sealed class FindTaughtChanges(
    IDbContextFactory<HartwoodDbContext> databases,
    PolicyLibrary library,
    SectionRanker ranker,
    AnswerThreshold threshold,
    SearchLearning learning,
    TaughtSections taught
)
{
    /// <summary>How many of the newest questions are looked through, more than a practice gets in months.</summary>
    public const int MostRead = 5_000;

    public async Task<TaughtChanges> FindAsync(IReadOnlyList<TaughtPhrasing> next, CancellationToken cancellationToken)
    {
        var earlier = await EarlierAsync(cancellationToken);

        // On a thread of its own, so that questions don't wait for one of the pool.
        return await Task.Factory.StartNew(
            () => Find(next, earlier),
            cancellationToken,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default
        );
    }

    private TaughtChanges Find(IReadOnlyList<TaughtPhrasing> next, IEnumerable<string> earlier)
    {
        var with = taught.With(next);
        var own = next.Select(phrasing => phrasing.WordsHash).ToHashSet(StringComparer.Ordinal);
        return new()
        {
            Replaced =
            [
                .. taught.All.Where(held =>
                    next.FirstOrDefault(phrasing => phrasing.WordsHash == held.WordsHash) is { } other && !held.IsTaughtTo(other)
                ),
            ],
            Questions =
            [
                .. earlier
                    .Where(text => TaughtPhrasing.HashOf(text) is { } hash && !own.Contains(hash))
                    .Select(text => ChangeOf(text, Now))
                    .OfType<ChangedAnswer>(),
            ],
            Examples =
            [
                .. learning
                    .ReadBank(library)
                    .BySection.Select(section => (Section: library.Section(section.Key), Phrasings: section.Value))
                    .Where(section => section.Section is not null)
                    .SelectMany(section => section.Phrasings.Select(phrasing => ChangeOf(phrasing.Text, (_, _) => section.Section)))
                    .OfType<ChangedAnswer>(),
            ],
        };

        ChangedAnswer? ChangeOf(string text, Func<string, QuestionText, PolicySection?> sectionNow)
        {
            var read = ranker.Read(text);
            return
                with.Find(text, read) is { } after
                && next.Contains(after.Phrasing)
                && sectionNow(text, read) is { } before
                && before.Id != after.Section.Id
                ? new(text, before)
                : null;
        }
    }

    /// <summary>Returns the section that a question gets now; null for a refusal.</summary>
    private PolicySection? Now(string text, QuestionText read) =>
        taught.Find(text, read)?.Section
        ?? (threshold.Cite(ranker.Rank(text, AnswerThreshold.MostCited)) is [var best, ..] ? best.Section : null);

    /// <summary>Returns the newest questions that were answered from a policy, each wording once.</summary>
    private async Task<IEnumerable<string>> EarlierAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var texts = await database
            .Questions.AsNoTracking()
            .Where(question => question.Verdict == AnswerVerdict.Answered)
            .OrderByDescending(question => question.AskedAt)
            .Take(MostRead)
            .Select(question => question.Text)
            .ToListAsync(cancellationToken);
        return texts.DistinctBy(QuestionGrouping.WordingOf, StringComparer.Ordinal);
    }
}

/// <summary>Holds what teaching something would change besides the question itself.</summary>
public sealed record TaughtChanges
{
    /// <summary>What was taught before for the same question, to another section or clause.</summary>
    public required IReadOnlyList<TaughtPhrasing> Replaced { get; init; }

    /// <summary>Earlier questions that would get another section.</summary>
    public required IReadOnlyList<ChangedAnswer> Questions { get; init; }

    /// <summary>Phrasings of other sections, among those that came with the bot, that would get another section.</summary>
    public required IReadOnlyList<ChangedAnswer> Examples { get; init; }

    public bool Any => Replaced.Count + Questions.Count + Examples.Count > 0;

    /// <summary>
    /// Another text for other changes, so that a practice manager confirms only what they were shown. It comes back from the card.
    /// </summary>
    public string Mark =>
        Codes.Hash(
            string.Join(
                '\n',
                Replaced
                    .Select(held => $"{held.Id} {held.Version}")
                    .Concat(Questions.Concat(Examples).Select(changed => $"{changed.Before.Id} {changed.Text}"))
                    .Order(StringComparer.Ordinal)
            )
        )[..16];
}

/// <summary>Represents a question that would get another answer, and the section that it gets now.</summary>
public sealed record ChangedAnswer(string Text, PolicySection Before);
