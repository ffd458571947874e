using System.Runtime.CompilerServices;

namespace HartwoodPolicyBot.Core.Search;

/// <summary>
/// Tells a few classes apart with the features of the large classifier: the clauses of one section, or what people ask about the
/// bot. One model over all of these classes would take twice as long to learn.
/// </summary>
internal sealed class SmallClassifier
{
    /// <summary>There are few phrasings, so the model goes through them more often than the large one does.</summary>
    private const int Passes = 6;

    /// <summary>
    /// The number of each feature in this model, counted from 1, by its number in the features of all phrasings; 0 where this
    /// model has not seen it.
    /// </summary>
    private readonly int[] numbers;
    private readonly LinearModel model;

    /// <summary>Trains the classifier.</summary>
    /// <param name="examples">The features of phrasings, each with the number of its class.</param>
    /// <param name="classes">How many classes there are.</param>
    /// <param name="features">
    /// How many of the features are used: words, pairs and concepts. Parts of words would take four times as long.
    /// </param>
    /// <param name="settings">Settings for training.</param>
    public SmallClassifier(IReadOnlyList<TrainingExample> examples, int classes, int features, EngineSettings settings)
    {
        numbers = new int[features];
        var known = Number(examples);
        model = new LinearModel(
            [.. examples.Select(example => example with { Features = Known(example.Features) })],
            known,
            classes,
            classes,
            settings with
            {
                Passes = Passes,
            }
        );
    }

    /// <summary>Returns the probability of each class; they add up to 1.</summary>
    public float[] Classify(QuestionFeature[] features) => model.Classify(Known(features)).Classes;

    /// <summary>Numbers the features that the examples have, and returns how many there are.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Number(IReadOnlyList<TrainingExample> examples)
    {
        var count = 0;
        foreach (var example in examples)
        {
            foreach (var feature in example.Features)
            {
                if (feature.Number < numbers.Length && numbers[feature.Number] == 0)
                {
                    numbers[feature.Number] = ++count;
                }
            }
        }

        return count;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private QuestionFeature[] Known(QuestionFeature[] features)
    {
        var known = new QuestionFeature[features.Length];
        var count = 0;
        foreach (var feature in features)
        {
            if (feature.Number < numbers.Length && numbers[feature.Number] is > 0 and var number)
            {
                known[count++] = feature with { Number = number - 1 };
            }
        }

        return known[..count];
    }
}
