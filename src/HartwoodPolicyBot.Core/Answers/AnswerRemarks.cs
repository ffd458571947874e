using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.Search;

namespace HartwoodPolicyBot.Core.Answers;

/// <summary>Finds what an answer should say besides the sections that it quotes.</summary>
public sealed class AnswerRemarks(PolicyLibrary library, Disclosures disclosures, NamedThings things)
{
    /// <summary>
    /// The least probability that a message is about the policies, for it to count as a disclosure. Below it, the message is
    /// about something unrelated.
    /// </summary>
    private const float PerhapsCovered = 0.21f;

    /// <summary>
    /// Returns the things that the question names but the policies of the quoted sections don't name so. Empty when no section
    /// is quoted.
    /// </summary>
    internal NotNamedThings NotNamed(string question, IReadOnlyList<RankedSection> cited) =>
        cited.Count > 0
            ? things.NotNamedIn(cited.Select(section => library.DocumentOf(section.Section)).Distinct(), question)
            : NotNamedThings.None;

    /// <summary>Says whether the message is a disclosure: it tells of something that has happened and may have to be reported.</summary>
    /// <param name="message">The message as it was written.</param>
    /// <param name="after">
    /// The question before it, which already had its own offer to report; null when the two aren't read together.
    /// </param>
    /// <param name="covered">The probability, from 0 to 1, that the message is about the policies.</param>
    internal bool Tells(string message, string? after, float covered) =>
        covered >= PerhapsCovered
        && (
            disclosures.Tells(message)
            || (after is not null && !disclosures.Tells(after) && disclosures.Tells(AnswerQuestion.Together(message, after)))
        );
}
