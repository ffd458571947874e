using HartwoodPolicyBot.Core.Search;

namespace HartwoodPolicyBot.Core.PostChecks;

/// <summary>
/// Holds logistic regressions over the same sparse features, one for each concern and one for whether there is any. Unlike the search's
/// model, a text can have several concerns at once. Each time it sees an example, some of its features are left out, so that it leans
/// on many signs and not on the few words that one author uses.
/// </summary>
internal sealed class ConcernModel
{
    private const float BiasWeight = 0.05f;
    private const int Seed = 1;
    private readonly RoundedWeights weights;

    /// <summary>Trains the model.</summary>
    /// <param name="examples">Features, each with the classes that they have.</param>
    /// <param name="features">How many features there are.</param>
    /// <param name="classes">How many classes there are.</param>
    /// <param name="settings">Settings for how it learns.</param>
    /// <param name="stopped">Stops it before the next pass.</param>
    public ConcernModel(
        IReadOnlyList<ConcernExample> examples,
        int features,
        int classes,
        PostCheckSettings settings,
        CancellationToken stopped
    )
    {
        var table = new WeightTable(features, classes);
        var leftOut = new FeaturesLeftOut(settings.LeftOut, new Random(Seed));
        table.Learn(
            examples,
            example => leftOut.From(example.Features.Span),
            (example, scores) => ToErrors(example, scores.AsSpan(0, classes), settings.Doubt),
            settings.Passes,
            settings.Rate,
            BiasWeight,
            stopped: stopped
        );
        weights = new RoundedWeights(classes, table);
    }

    private ConcernModel(RoundedWeights weights) => this.weights = weights;

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="InvalidDataException">It is of another model.</exception>
    public static ConcernModel Read(LearnedReader from, int features, int classes) =>
        RoundedWeights.Read(from) is var kept && kept.Features == features && kept.Models == classes
            ? new(kept)
            : throw new InvalidDataException("The weights are of another model.");

    public void Write(LearnedWriter to) => weights.Write(to);

    /// <summary>Returns the probability of each class.</summary>
    public float[] Classify(TextFeature[] features)
    {
        var scores = weights.Score(features);
        Normalise(scores);
        return scores;
    }

    private static void ToErrors(ConcernExample example, Span<float> scores, float doubt)
    {
        Normalise(scores);
        foreach (ref var score in scores)
        {
            score -= doubt;
        }

        foreach (var has in example.Classes)
        {
            scores[has] -= 1 - (2 * doubt);
        }

        foreach (ref var error in scores)
        {
            error *= example.Weight;
        }
    }

    private static void Normalise(Span<float> scores)
    {
        foreach (ref var score in scores)
        {
            score = 1 / (1 + MathF.Exp(-score));
        }
    }
}

/// <summary>Represents a text as features, the numbers of its classes, and how much it teaches beside the others.</summary>
internal sealed record ConcernExample(ReadOnlyMemory<TextFeature> Features, IReadOnlyList<int> Classes, float Weight);
