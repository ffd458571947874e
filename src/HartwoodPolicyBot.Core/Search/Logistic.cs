namespace HartwoodPolicyBot.Core.Search;

/// <summary>Turns the scores of a <see cref="LinearModel"/> into probabilities.</summary>
internal static class Logistic
{
    /// <summary>
    /// Turns scores into probabilities: softmax over the classes, logistic for the yes after them, and 0 in the unused lanes of
    /// the vectors.
    /// </summary>
    public static void Normalise(Span<float> scores, int classes)
    {
        var highest = scores[0];
        foreach (var score in scores[..classes])
        {
            highest = MathF.Max(highest, score);
        }

        var sum = 0f;
        foreach (ref var score in scores[..classes])
        {
            score = MathF.Exp(score - highest);
            sum += score;
        }

        foreach (ref var score in scores[..classes])
        {
            score /= sum;
        }

        scores[classes] = 1 / (1 + MathF.Exp(-scores[classes]));
        scores[(classes + 1)..].Clear();
    }
}
