using System.Globalization;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Search;

namespace HartwoodPolicyBot.Core.QuestionLog;

/// <summary>One question in the log. It names no person, and patient identifiers are masked in its text.</summary>
public sealed record LoggedQuestion
{
    public const int LongestText = 1000;

    public Guid Id { get; init; }

    /// <summary>UTC.</summary>
    public DateTimeOffset AskedAt { get; init; }

    /// <summary>What was asked, masked, cut at <see cref="LongestText"/>.</summary>
    public required string Text { get; init; }

    public AnswerVerdict Verdict { get; init; }

    /// <summary>The cited sections and clauses, as <see cref="LoggedCitation"/> writes them; empty for a refusal.</summary>
    public required string Sections { get; init; }

    /// <summary>How sure the engine was that a policy answers, from 0 to 1.</summary>
    public double Score { get; init; }

    /// <summary>The version of the policy that was answered from.</summary>
    public required string PolicyVersion { get; init; }

    /// <summary>What the asker thought of the answer; null until they say.</summary>
    public AnswerFeedback? Feedback { get; init; }

    /// <summary>The practice manager's own answer that was given, alone or beside the policy's; null where there was none.</summary>
    public Guid? AnswerId { get; init; }

    /// <summary>When a practice manager answered it, or set it aside, so that it is no gap any more; UTC.</summary>
    public DateTimeOffset? SettledAt { get; init; }

    /// <summary>Masked before it is cut: a cut must not make an identifier unrecognisable.</summary>
    public static string Masked(string question, TimeProvider time) =>
        Excerpt.Of(PatientIdentifiers.Mask(question, PracticeTime.Today(time)), LongestText);
}

public enum AnswerVerdict
{
    Answered = 1,
    NotCovered = 2,

    /// <summary>The policy does not say, and the practice manager's own answer was given.</summary>
    AnsweredByManager = 3,
}

public enum AnswerFeedback
{
    Helpful = 1,
    NotHelpful = 2,
}

/// <summary>A cited section in the log: "social-media/anonymity:0" with the quoted clauses' numbers, best first.</summary>
public sealed record LoggedCitation(string SectionId, IReadOnlyList<int> Clauses)
{
    public static string Format(IEnumerable<RankedSection> cited) =>
        string.Join(
            ' ',
            cited.Select(section => $"{section.Section.Id}:{string.Join(',', section.Clauses.Select(clause => clause.Number))}")
        );

    /// <summary>The sections alone, each once.</summary>
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
