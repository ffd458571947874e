using HartwoodPolicyBot.Core.ManagerQuestions;
using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.Search;

namespace HartwoodPolicyBot.Core.Answers;

/// <summary>Holds the answer to a question: the sections and clauses to quote, or a refusal.</summary>
public sealed record PolicyAnswer
{
    /// <summary>The id of the question in the log. Nobody can guess it, so feedback can be stored without knowing the person.</summary>
    public Guid QuestionId { get; init; }

    /// <summary>The question as it was written, not masked.</summary>
    public required string Asked { get; init; }

    /// <summary>The earlier question that this follow-up was read with, not masked; null when the question was read alone.</summary>
    public string? After { get; init; }

    /// <summary>The sections to quote, best first, at most three; empty for a refusal.</summary>
    public required IReadOnlyList<RankedSection> Cited { get; init; }

    /// <summary>The line in the bot's own words above the clause that answers; null where there is none.</summary>
    public string? OwnWords { get; init; }

    /// <summary>Things that the question names and the policy covers only in general terms, such as "TikTok".</summary>
    public NotNamedThings NotNamed { get; init; } = NotNamedThings.None;

    /// <summary>The text of a disclosure, with patient identifiers masked; null when the message isn't a disclosure.</summary>
    public string? Disclosed { get; init; }

    /// <summary>For a refusal: the nearest sections, which the person may want to read.</summary>
    public IReadOnlyList<PolicySection> Nearest { get; init; } = [];

    /// <summary>For a refusal: what the message was instead of a question about the policies, if that is clear.</summary>
    public string? Kind { get; init; }

    /// <summary>The practice manager's saved answers. They are shown after the policy's clauses, never instead of them.</summary>
    public FoundSavedAnswers FromManager { get; init; } = FoundSavedAnswers.None;

    /// <summary>
    /// Whether the message tells of something that a practice manager or a deputy did. It is not in the log, which they can read, and
    /// must not be offered to them as a question.
    /// </summary>
    public bool IsAboutTheManager { get; init; }

    /// <summary>Says whether the policy doesn't cover the question. There may still be a saved answer.</summary>
    public bool IsRefusal => Cited.Count == 0;
}
