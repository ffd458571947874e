namespace HartwoodPolicyBot.Core.Search;

/// <summary>
/// Joins what speaks for and against an answer to the probability, from 0 to 1, that a policy with phrasings covers a question.
/// </summary>
/// <remarks>
/// The weights are those of a logistic regression over the phrasings, each of which was classified by what was learned from four
/// fifths of the others (28 November 2026). The clearest kind of what is not covered counts apart from the sum of all: a question that
/// is clearly of one kind is refused more surely than one that is a little of each.
/// </remarks>
internal static class CoverageEstimate
{
    private const float YesWeight = 0.5f;
    private const float SectionsWeight = 0.3f;
    private const float KindWeight = -0.68f;

    /// <summary>
    /// Moves the estimate so that at 0.68, the threshold that practices have set, an uncovered phrasing is answered a little less often
    /// than a covered one is refused (9 and 12 of 100, 30 November 2026).
    /// </summary>
    private const float Bias = -0.92f;

    /// <summary>The share of a full match that neither raises nor lowers the probability.</summary>
    private const float UsualMatch = 0.6f;
    private const float Edge = 1e-4f;

    /// <param name="yes">The probability by the binary regression.</param>
    /// <param name="sections">The probability of all sections together.</param>
    /// <param name="kinds">The probability of each kind of what is not covered.</param>
    /// <param name="match">The share of a full match of words that the best section has.</param>
    /// <param name="matchWeight">How much the match counts.</param>
    public static float Of(float yes, float sections, ReadOnlySpan<float> kinds, float match, float matchWeight) =>
        Probability(
            Bias
                + (YesWeight * Odds(yes))
                + (SectionsWeight * Odds(sections))
                + (KindWeight * Odds(MostOf(kinds)))
                + (matchWeight * (match - UsualMatch))
        );

    private static float MostOf(ReadOnlySpan<float> kinds)
    {
        var most = 0f;
        foreach (var probability in kinds)
        {
            most = MathF.Max(most, probability);
        }

        return most;
    }

    private static float Odds(float probability) => MathF.Log((probability + Edge) / (1 - probability + Edge));

    private static float Probability(float odds) => 1 / (1 + MathF.Exp(-odds));
}
