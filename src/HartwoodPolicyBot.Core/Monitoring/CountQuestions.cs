using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.QuestionLog;
using HartwoodPolicyBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.Monitoring;

/// <summary>Counts questions: those in the log, and the counts kept of deleted ones.</summary>
internal static class CountQuestions
{
    private const int MostSections = 10;

    public static async Task<QuestionFigures> ReadAsync(
        HartwoodDbContext database,
        PolicyLibrary library,
        ReportPeriod period,
        CancellationToken cancellationToken
    )
    {
        var (begins, ends, from, to) = (period.Begins, period.Ends, period.From, period.To);
        var logged = await database
            .Questions.Where(question => question.AskedAt >= begins && question.AskedAt < ends)
            .GroupBy(question => new
            {
                question.Verdict,
                question.Feedback,
                question.Sections,
            })
            .Select(group => new
            {
                group.Key.Verdict,
                group.Key.Feedback,
                group.Key.Sections,
                Count = group.Count(),
            })
            .ToListAsync(cancellationToken);
        var kept = await database
            .QuestionCounts.Where(count => count.Day >= from && count.Day <= to)
            .GroupBy(count => new
            {
                count.Verdict,
                count.Feedback,
                count.Section,
            })
            .Select(group => new
            {
                group.Key.Verdict,
                group.Key.Feedback,
                group.Key.Section,
                Count = group.Sum(count => count.Count),
            })
            .ToListAsync(cancellationToken);
        List<(AnswerVerdict Verdict, int Feedback, int Count)> questions =
        [
            .. logged.Select(group => (group.Verdict, (int?)group.Feedback ?? QuestionCount.NoFeedback, group.Count)),
            .. kept.Where(group => group.Section == QuestionCount.Questions).Select(group => (group.Verdict, group.Feedback, group.Count)),
        ];
        var sections = logged
            .SelectMany(group => LoggedCitation.SectionsIn(group.Sections).Select(section => (Section: section, group.Count)))
            .Concat(kept.Where(group => group.Section != QuestionCount.Questions).Select(group => (group.Section, group.Count)))
            .GroupBy(group => group.Section, group => group.Count, StringComparer.Ordinal)
            .Select(group => new NamedCount(library.Section(group.Key)?.Heading ?? $"{group.Key} (no longer in the policy)", group.Sum()));
        return new(
            questions.Sum(group => group.Count),
            questions.Where(group => group.Verdict == AnswerVerdict.Answered).Sum(group => group.Count),
            questions.Where(group => group.Verdict == AnswerVerdict.AnsweredByManager).Sum(group => group.Count),
            questions.Where(group => group.Verdict == AnswerVerdict.NotCovered).Sum(group => group.Count),
            questions.Where(group => group.Feedback == (int)AnswerFeedback.Helpful).Sum(group => group.Count),
            questions.Where(group => group.Feedback == (int)AnswerFeedback.NotHelpful).Sum(group => group.Count),
            [.. sections.OrderByDescending(row => row.Count).ThenBy(row => row.Name, StringComparer.Ordinal).Take(MostSections)]
        );
    }
}
