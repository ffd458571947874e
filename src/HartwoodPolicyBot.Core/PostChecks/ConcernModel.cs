using HartwoodPolicyBot.Core.Search;

namespace HartwoodPolicyBot.Core.PostChecks;

/// <summary>
/// Logistic regressions over the same sparse features, one for each concern and one for whether there is any. Unlike the search's
/// model, a text can have several concerns at once.
/// </summary>
internal sealed class ConcernModel
{
    private const float BiasWeight = 0.05f;
    private readonly WeightTable table;

    /// <summary>Trains the model.</summary>
    /// <param name="examples">Features, each with the classes that they have.</param>
    /// <param name="features">How many features there are.</param>
    /// <param name="classes">How many classes there are.</param>
    /// <param name="passes">How many times it goes through the examples.</param>
    /// <param name="rate">The learning rate at the start.</param>
    public ConcernModel(IReadOnlyList<ConcernExample> examples, int features, int classes, int passes, float rate)
    {
        table = new WeightTable(features, classes);
        table.Learn(examples, example => example.Features, ToErrors, passes, rate, BiasWeight);
    }

    private ConcernModel(WeightTable table) => this.table = table;

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static ConcernModel Read(LearnedReader from, int features, int classes) =>
        new(new WeightTable(features, classes, from.Array<float>()));

    public void Write(LearnedWriter to) => to.Array(table.Weights);

    /// <summary>Returns the probability of each class.</summary>
    public float[] Classify(TextFeature[] features)
    {
        var scores = new float[table.Width];
        table.Score(features, scores);
        Normalise(scores);
        return scores;
    }

    private static void ToErrors(ConcernExample example, float[] scores)
    {
        Normalise(scores);
        foreach (var has in example.Classes)
        {
            scores[has] -= 1;
        }

        foreach (ref var error in scores.AsSpan())
        {
            error *= example.Weight;
        }
    }

    private static void Normalise(float[] scores)
    {
        foreach (ref var score in scores.AsSpan())
        {
            score = 1 / (1 + MathF.Exp(-score));
        }
    }
}

/// <summary>A text as features, the numbers of its classes, and how much it teaches beside the others.</summary>
internal sealed record ConcernExample(TextFeature[] Features, IReadOnlyList<int> Classes, float Weight);
