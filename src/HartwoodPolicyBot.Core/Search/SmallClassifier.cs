namespace HartwoodPolicyBot.Core.Search;

/// <summary>
/// Tells a few classes apart with the features of the large classifier: the clauses of one section, or what people ask about the
/// bot. One model over all of these classes would take twice as long to learn.
/// </summary>
internal sealed class SmallClassifier
{
    /// <summary>There are few phrasings, so the model goes through them more often than the large one does.</summary>
    private const int Passes = 6;

    /// <summary>The number of features up to which they are put together on the stack.</summary>
    private const int MostOnStack = 256;

    /// <summary>
    /// The number of each feature in this model plus one, by its number in the features of all phrasings; 0 for one that this model
    /// doesn't know.
    /// </summary>
    private readonly int[] numbers;
    private readonly LinearModel model;

    private SmallClassifier(int[] numbers, LinearModel model)
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
    /// <param name="run">Until when it learns.</param>
    public static SmallClassifier Learn(
        IReadOnlyList<TrainingExample> examples,
        int classes,
        int features,
        EngineSettings settings,
        LearningRun run
    )
    {
        var known = new int[features];
        var count = 0;
        foreach (var feature in examples.SelectMany(example => example.Features).Where(feature => feature.Number < features))
        {
            ref var number = ref known[feature.Number];
            number = number > 0 ? number : ++count;
        }

        var learned = LinearTraining.Learn(
            [
                .. examples.Select(example =>
                    example with
                    {
                        Features = Known(known, example.Features, new TextFeature[example.Features.Length]).ToArray(),
                    }
                ),
            ],
            count,
            classes,
            classes,
            settings with
            {
                Passes = Passes,
                LeftOut = 0,
                Models = 1,
            },
            run
        );
        return new(known, learned);
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static SmallClassifier Read(LearnedReader from)
    {
        var features = from.Array<int>();
        var known = new int[features.Length == 0 ? 0 : features.Max() + 1];
        for (var number = 0; number < features.Length; number++)
        {
            known[features[number]] = number + 1;
        }

        return new(known, LinearModel.Read(from));
    }

    public void Write(LearnedWriter to)
    {
        var features = new int[numbers.DefaultIfEmpty().Max()];
        foreach (var (feature, number) in numbers.Index().Where(feature => feature.Item > 0))
        {
            features[number - 1] = feature;
        }

        to.Array<int>(features);
        model.Write(to);
    }

    /// <summary>Returns the probability of each class; they add up to 1.</summary>
    public float[] Classify(TextFeature[] features) =>
        model
            .Classify(
                Known(
                    numbers,
                    features,
                    features.Length <= MostOnStack ? stackalloc TextFeature[MostOnStack] : new TextFeature[features.Length]
                )
            )
            .Classes;

    /// <summary>Writes the features that this model knows into <paramref name="room"/>, and returns that part of it.</summary>
    private static ReadOnlySpan<TextFeature> Known(int[] numbers, TextFeature[] features, Span<TextFeature> room)
    {
        var count = 0;
        foreach (var feature in features)
        {
            if (feature.Number < numbers.Length && numbers[feature.Number] is > 0 and var number)
            {
                room[count++] = feature with { Number = number - 1 };
            }
        }

        return room[..count];
    }
}
