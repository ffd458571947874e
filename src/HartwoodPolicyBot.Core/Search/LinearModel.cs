namespace HartwoodPolicyBot.Core.Search;

/// <summary>
/// Holds two logistic regressions over the same sparse features: a multinomial one for the class of a text, and a binary one for whether
/// it is one of the first classes. <see cref="LinearTraining"/> learns the weights.
/// </summary>
/// <param name="weights">The weights of each class, and last of the yes.</param>
internal sealed class LinearModel(RoundedWeights weights)
{
    /// <summary>How many classes there are.</summary>
    public int Classes => weights.Models - 1;

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static LinearModel Read(LearnedReader from) => new(RoundedWeights.Read(from));

    public void Write(LearnedWriter to) => weights.Write(to);

    /// <summary>Returns the probability of each class, which add up to 1, and the probability of a yes.</summary>
    public (float[] Classes, float Yes) Classify(ReadOnlySpan<TextFeature> features)
    {
        var scores = weights.Score(features);
        Logistic.Normalise(scores, Classes);
        return (scores[..^1], scores[^1]);
    }

    /// <summary>Returns how much a feature adds to the score of a class, or of the yes, which comes after the classes.</summary>
    public float Part(TextFeature feature, int ofClass) => weights.Part(feature, ofClass);
}
