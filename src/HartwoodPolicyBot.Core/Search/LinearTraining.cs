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
    /// <param name="run">With how many processors it learns, and until when.</param>
    public static LinearModel Learn(
        IReadOnlyList<TrainingExample> examples,
        int features,
        int covered,
        int classes,
        EngineSettings settings,
        LearningRun run
    )
    {
        // As many at once as there are processors, and added in order, so that few are held together and every run gives the same.
        var mean = new WeightTable(features, classes + 1);
        foreach (var batch in Enumerable.Range(0, settings.Models).Chunk(run.Processors))
        {
            var tables = new WeightTable[batch.Length];
            Parallel.For(
                0,
                batch.Length,
                new ParallelOptions { CancellationToken = run.Stopped },
                at => tables[at] = LearnOne(examples, features, covered, classes, settings, seed: batch[at] + 1, run.Stopped)
            );
            foreach (var table in tables)
            {
                mean.Add(table, 1f / settings.Models);
            }
        }

        return new LinearModel(new RoundedWeights(classes + 1, mean));
    }

    private static WeightTable LearnOne(
        IReadOnlyList<TrainingExample> examples,
        int features,
        int covered,
        int classes,
        EngineSettings settings,
        int seed,
        CancellationToken stopped
    )
    {
        var table = new WeightTable(features, classes + 1);
        var leftOut = new FeaturesLeftOut(settings.LeftOut, new Random(seed));
        table.Learn(
            examples,
            example => settings.LeftOut > 0 ? leftOut.From(example.Features) : example.Features,
            (example, scores) =>
            {
                Logistic.Normalise(scores, classes);
                scores[example.Class] -= 1;
                scores[classes] -= example.Class < covered ? 1 : 0;
            },
            settings.Passes,
            settings.Rate,
            BiasWeight,
            seed,
            stopped
        );
        return table;
    }
}

/// <summary>Represents a phrasing as features, and the number of its class.</summary>
internal sealed record TrainingExample(TextFeature[] Features, int Class);
