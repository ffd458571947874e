using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.QuestionLog;
using HartwoodPolicyBot.Core.Search;
using HartwoodPolicyBot.Core.TaughtPhrasings;

namespace HartwoodPolicyBot.Core.Answers;

/// <summary>
/// Decides which sections answer a question: the one that a practice manager has taught for it, or else those that the ranking is
/// sure of.
/// </summary>
public sealed class CitedSections(AnswerThreshold threshold, TaughtSections taught, TimeProvider time)
{
    /// <summary>Returns the sections to quote, best first; empty for a refusal.</summary>
    /// <param name="masked">The question as the log has it.</param>
    /// <param name="ranking">The ranking for it.</param>
    public IReadOnlyList<RankedSection> Of(string masked, Ranking ranking) =>
        taught.Find(masked, ranking.Text) is { } found ? [found.Ranked()] : threshold.Cite(ranking);

    /// <summary>Returns the sections that were taught for similar questions, to be shown under a refusal.</summary>
    public IEnumerable<PolicySection> NearTaught(Ranking ranking) => taught.Near(ranking.Text);

    /// <summary>Returns whether a practice manager has taught a section for the question.</summary>
    public bool IsTaught(string question, QuestionText read) => taught.Find(LoggedQuestion.Masked(question, time), read) is not null;
}
