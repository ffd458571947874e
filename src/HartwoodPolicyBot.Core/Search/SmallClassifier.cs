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

    /// <summary>The number of each feature in this model, by its number in the features of all phrasings.</summary>
    private readonly Dictionary<int, int> numbers;
    private readonly LinearModel model;

    private SmallClassifier(Dictionary<int, int> numbers, LinearModel model)
    {
        this.numbers = numbers;
        this.model = model;
    }

    /// <summary>Trains the classifier.</summary>
    /// <param name="examples">The features of phrasings, each with the number of its class.</param>
    /// <param name="classes">How many classes there are.</param>
    /// <param name="features">
    /// How many of the features are used: words, pairs and concepts. Parts of words would take four times as long.
    /// </param>
    /// <param name="settings">Settings for training.</param>
    public static SmallClassifier Learn(IReadOnlyList<TrainingExample> examples, int classes, int features, EngineSettings settings)
    {
        var known = new Dictionary<int, int>();
        foreach (var feature in examples.SelectMany(example => example.Features).Where(feature => feature.Number < features))
        {
            known.TryAdd(feature.Number, known.Count);
        }

        var learned = LinearTraining.Learn(
            [.. examples.Select(example => example with { Features = Known(known, example.Features).ToArray() })],
            known.Count,
            classes,
            classes,
            settings with
            {
                Passes = Passes,
            }
        );
        return new(known, learned);
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static SmallClassifier Read(LearnedReader from)
    {
        var features = from.Array<int>();
        var known = new Dictionary<int, int>(features.Length);
        for (var number = 0; number < features.Length; number++)
        {
            known.Add(features[number], number);
        }

        return new(known, LinearModel.Read(from));
    }

    public void Write(LearnedWriter to)
    {
        to.Array<int>(numbers.Keys.ToArray());
        model.Write(to);
    }

    /// <summary>Returns the probability of each class; they add up to 1.</summary>
    public float[] Classify(TextFeature[] features) => model.Classify(Known(numbers, features)).Classes;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static ReadOnlySpan<TextFeature> Known(Dictionary<int, int> numbers, TextFeature[] features)
    {
        var known = new TextFeature[features.Length];
        var count = 0;
        foreach (var feature in features)
        {
            if (numbers.TryGetValue(feature.Number, out var number))
            {
                known[count++] = feature with { Number = number };
            }
        }

        return known.AsSpan(0, count);
    }
}
