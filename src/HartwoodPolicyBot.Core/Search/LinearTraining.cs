namespace HartwoodPolicyBot.Core.Search;

/// <summary>Learns the weights of a <see cref="LinearModel"/>.</summary>
internal static class LinearTraining
{
    private const float BiasWeight = 0.01f;

    /// <summary>Learns a model.</summary>
    /// <param name="examples">Features, each with the number of its class.</param>
    /// <param name="features">How many features there are.</param>
    /// <param name="covered">How many of the first classes count as yes for the binary regression.</param>
    /// <param name="classes">How many classes there are.</param>
    /// <param name="settings">Settings for training.</param>
    public static LinearModel Learn(
        IReadOnlyList<TrainingExample> examples,
        int features,
        int covered,
        int classes,
        EngineSettings settings
    )
    {
        var table = new WeightTable(features, classes + 1);
        table.Learn(
            examples,
            example => example.Features,
            (example, scores) =>
            {
                Logistic.Normalise(scores, classes);
                scores[example.Class] -= 1;
                scores[classes] -= example.Class < covered ? 1 : 0;
            },
            settings.Passes,
            settings.Rate,
            BiasWeight
        );
        return new LinearModel(classes, table.Width, table.Weights);
    }
}

/// <summary>Represents a phrasing as features, and the number of its class.</summary>
internal sealed record TrainingExample(TextFeature[] Features, int Class);
