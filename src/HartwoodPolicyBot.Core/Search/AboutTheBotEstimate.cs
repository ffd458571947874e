namespace HartwoodPolicyBot.Core.Search;

/// <summary>
/// Joins how likely a text is about the bot with how clear it is what it asks of it, to the probability, from 0 to 1, that it is asked
/// of the bot. A text that sounds a little like everything that people ask of it is rarely meant for it.
/// </summary>
/// <remarks>
/// The weights are those of a logistic regression over the phrasings, each of which was classified by what was learned from four
/// fifths of the others (29 November 2026).
/// </remarks>
internal static class AboutTheBotEstimate
{
    private const float ClassWeight = 0.8f;
    private const float ClearWeight = 2.2f;
    private const float Bias = -1.1f;
    private const float Edge = 1e-4f;

    /// <param name="ofClass">The probability of the class of all that people ask of the bot.</param>
    /// <param name="clearest">The probability of the likeliest thing that they ask, among these.</param>
    public static float Of(float ofClass, float clearest) =>
        1 / (1 + MathF.Exp(-((ClassWeight * MathF.Log((ofClass + Edge) / (1 - ofClass + Edge))) + (ClearWeight * clearest) + Bias)));
}
