using System.Globalization;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Search;

namespace HartwoodPolicyBot.Core.QuestionLog;

/// <summary>Represents one question in the log. It names no person, and patient identifiers are masked in its text.</summary>
public sealed record LoggedQuestion
{
    public const int LongestText = 1000;

    public Guid Id { get; init; }

    /// <summary>The time of asking, in UTC.</summary>
    public DateTimeOffset AskedAt { get; init; }

    /// <summary>The question, masked and cut at <see cref="LongestText"/>.</summary>
    public required string Text { get; init; }

    public AnswerVerdict Verdict { get; init; }

    /// <summary>The quoted sections and clauses, in the format of <see cref="LoggedCitation"/>; empty for a refusal.</summary>
    public required string Sections { get; init; }

    /// <summary>The probability, from 0 to 1, that a policy answers the question.</summary>
    public double Score { get; init; }

    /// <summary>The version of the policy that the answer is from.</summary>
    public required string PolicyVersion { get; init; }

    /// <summary>The asker's opinion of the answer; null until they give one.</summary>
    public AnswerFeedback? Feedback { get; init; }

    /// <summary>The id of the saved answer that was given, with or without sections of the policy; null where there was none.</summary>
    public Guid? AnswerId { get; init; }

    /// <summary>
    /// The time when a practice manager answered the question or marked it as needing no answer, so that it no longer counts as
    /// unanswered, in UTC.
    /// </summary>
    public DateTimeOffset? SettledAt { get; init; }

    /// <summary>Masks a question and cuts it. It masks first, because a cut identifier might not be recognised.</summary>
    public static string Masked(string question, TimeProvider time) =>
        Excerpt.Filled(PatientIdentifiers.Mask(question, PracticeTime.Today(time)), LongestText);
}

/// <summary>Says how the bot answered a question.</summary>
public enum AnswerVerdict
{
    Answered = 1,
    NotCovered = 2,

    /// <summary>The policy doesn't cover it, and a saved answer was given.</summary>
    AnsweredByManager = 3,
}

/// <summary>Says what the asker thought of an answer.</summary>
public enum AnswerFeedback
{
    Helpful = 1,
    NotHelpful = 2,
}

/// <summary>
/// Represents a quoted section in the log, such as "social-media/anonymity:0", with the numbers of the quoted clauses, best first.
/// </summary>
public sealed record LoggedCitation(string SectionId, IReadOnlyList<int> Clauses)
{
    public static string Format(IEnumerable<RankedSection> cited) =>
        string.Join(
            ' ',
            cited.Select(section => $"{section.Section.Id}:{string.Join(',', section.Clauses.Select(clause => clause.Number))}")
        );

    /// <summary>Returns the ids of the sections, each once.</summary>
    public static IEnumerable<string> SectionsIn(string citations) =>
        citations
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(citation => citation.Split(':')[0])
            .Distinct(StringComparer.Ordinal);

    public static IEnumerable<LoggedCitation> Parse(string citations) =>
        citations
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(citation => citation.Split(':'))
            .Select(parts => new LoggedCitation(
                parts[0],
                [.. parts[1].Split(',').Select(number => int.Parse(number, CultureInfo.InvariantCulture))]
            ));
}
