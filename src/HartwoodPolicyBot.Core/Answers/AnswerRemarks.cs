using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.Search;

namespace HartwoodPolicyBot.Core.Answers;

/// <summary>Finds what an answer should say beside the sections that it quotes.</summary>
public sealed class AnswerRemarks(PolicyLibrary library, Disclosures disclosures, NamedThings things)
{
    /// <summary>
    /// What tells of something that has happened, and is less likely than this about the policies, is about something
    /// else.
    /// </summary>
    private const float PerhapsCovered = 0.25f;

    /// <summary>Things that the question names and the policies of the quoted sections do not; none where no section is quoted.</summary>
    internal IReadOnlyList<string> NotNamed(string question, IReadOnlyList<RankedSection> cited) =>
        cited.Count > 0 ? things.NotNamedIn(cited.Select(section => library.DocumentOf(section.Section)).Distinct(), question) : [];

    /// <summary>Does it tell of something that has happened, and may have to be reported?</summary>
    /// <param name="asked">As it was written.</param>
    /// <param name="after">The question before it, which has had its own offer to report it; null where they are not read together.</param>
    /// <param name="covered">How likely it is about the policies.</param>
    internal bool Tells(string asked, string? after, float covered) =>
        covered >= PerhapsCovered
        && (
            disclosures.Tells(asked)
            || (after is not null && !disclosures.Tells(after) && disclosures.Tells(AnswerQuestion.Together(asked, after)))
        );
}
