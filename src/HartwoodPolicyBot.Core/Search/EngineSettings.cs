namespace HartwoodPolicyBot.Core.Search;

/// <summary>
/// Holds the settings for how the ranker learns and weighs, found by cross-validation over the phrasings. The benchmark also measures
/// it with each part left out.
/// </summary>
/// <param name="Passes">How many times the classifier goes through the phrasings.</param>
/// <param name="Rate">The learning rate at the start.</param>
/// <param name="WordsWeight">The weight of the search by words against the classifier in ranking, from 0 to 1.</param>
/// <param name="MatchWeight">How much a match of words raises the classifier's probability that a policy answers.</param>
/// <param name="ClauseWordsWeight">The same weight in the choice of the clause that answers.</param>
/// <param name="LeastAboutTheBot">
/// The probability from which a text counts as asked about the bot itself. More than half, because a question about the policy that is
/// taken for such a text gets no answer, and the other way round people are shown a section and ask again.
/// </param>
/// <param name="CorrectsSpelling">Whether a misspelt word is read as the known word that is one slip away.</param>
public sealed record EngineSettings(
    int Passes = 2,
    float Rate = 4f,
    float WordsWeight = 0.2f,
    float MatchWeight = 0.77f,
    float ClauseWordsWeight = 0.1f,
    float LeastAboutTheBot = 0.6f,
    bool CorrectsSpelling = true
)
{
    /// <summary>The share of features that are left out each time a phrasing is seen.</summary>
    public float LeftOut { get; init; } = 0.2f;

    /// <summary>How many models learn in different orders, to give their mean.</summary>
    public int Models { get; init; } = 8;

    /// <summary>
    /// The probability by the binary regression that a policy covers a text, from which the text never counts as asked about the bot
    /// itself: a question about the policy that sounds like the bot must reach the policy.
    /// </summary>
    public float MostCovered { get; init; } = 0.5f;

    /// <summary>
    /// The probability below which what a text asks about the bot is not clear. "you made a mistake" is below it, which asks nothing of
    /// it.
    /// </summary>
    public float LeastIntent { get; init; } = 0.25f;
}
