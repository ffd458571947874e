namespace HartwoodPolicyBot.Core.Search;

/// <summary>
/// Classifies a text by what it learned from the phrasings: which section it is about, which of its clauses answers it, whether
/// any policy covers it, and what it asks about the bot.
/// </summary>
internal sealed class SectionClassifier
{
    private readonly QuestionFeatures features;
    private readonly LinearModel model;
    private readonly int sections;

    /// <summary>The small model of each class that has parts, by the number of the class.</summary>
    private readonly Dictionary<int, SmallClassifier> parts;

    private SectionClassifier(QuestionFeatures features, LinearModel model, int sections, Dictionary<int, SmallClassifier> parts)
    {
        this.features = features;
        this.model = model;
        this.sections = sections;
        this.parts = parts;
    }

    /// <summary>Trains the classifier.</summary>
    /// <param name="examples">The texts to learn from.</param>
    /// <param name="sections">How many of the classes are sections. They come first.</param>
    /// <param name="partsOf">How many parts each class has: the clauses of a section, or what people ask about the bot.</param>
    /// <param name="settings">Settings for training.</param>
    /// <param name="run">With how many processors it learns, and until when.</param>
    public static SectionClassifier Learn(
        IReadOnlyList<TextExample> examples,
        int sections,
        IReadOnlyList<int> partsOf,
        EngineSettings settings,
        LearningRun run
    )
    {
        var (known, found) = QuestionFeatures.Learn([.. examples.Select(example => example.Text)], run.Processors);
        run.Stopped.ThrowIfCancellationRequested();

        // The small models need nothing from the large one, so they learn at the same time.
        var learning = run.Begin(() => Parts(examples, found, partsOf, known.Phrases, settings, run));
        var large = LinearTraining.Learn(
            [.. found.Select((of, number) => new TrainingExample(of, examples[number].Class))],
            known.Count,
            sections,
            partsOf.Count,
            settings,
            run
        );
        return new(known, large, sections, learning.GetAwaiter().GetResult());
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static SectionClassifier Read(LearnedReader from)
    {
        var count = from.Count();
        var known = QuestionFeatures.Read(from);
        var large = LinearModel.Read(from);
        var small = new Dictionary<int, SmallClassifier>();
        for (var left = from.Count(); left > 0; left--)
        {
            small.Add(from.Count(), SmallClassifier.Read(from));
        }

        return new(known, large, count, small);
    }

    public void Write(LearnedWriter to)
    {
        to.Count(sections);
        features.Write(to);
        model.Write(to);
        to.Count(parts.Count);
        foreach (var (ofClass, part) in parts)
        {
            to.Count(ofClass);
            part.Write(to);
        }
    }

    /// <summary>Returns the features of a text, for the two methods that classify it.</summary>
    public TextFeature[] FeaturesOf(QuestionText text) => features.Of(text);

    /// <summary>
    /// Returns the probability that a policy covers the question by the binary regression, and the probability of each class.
    /// </summary>
    public (float Yes, float[] Classes) Classify(TextFeature[] question)
    {
        var (classes, yes) = model.Classify(question);
        return (yes, classes);
    }

    /// <summary>Returns the probability of each part of a class; null where its phrasings don't tell parts apart.</summary>
    public float[]? ClassifyParts(int ofClass, TextFeature[] question) => parts.GetValueOrDefault(ofClass)?.Classify(question);

    /// <summary>
    /// Returns what spoke most for one class against another, or, without classes, for a policy that covers the question.
    /// </summary>
    public IEnumerable<DecidingFeature> Explain(QuestionText question, int? found, int? instead)
    {
        var names = features.NamesIn(question);
        return features
            .Of(question)
            .GroupBy(feature => feature.Number)
            .Select(same => new DecidingFeature(
                names.GetValueOrDefault(same.Key, ""),
                same.Sum(feature =>
                    found is { } right
                        ? model.Part(feature, right) - (instead is { } other ? model.Part(feature, other) : 0)
                        : model.Part(feature, model.Classes)
                )
            ))
            .OrderByDescending(feature => MathF.Abs(feature.Weight));
    }

    private static Dictionary<int, SmallClassifier> Parts(
        IReadOnlyList<TextExample> examples,
        IReadOnlyList<TextFeature[]> found,
        IReadOnlyList<int> partsOf,
        int phrases,
        EngineSettings settings,
        LearningRun run
    ) =>
        examples
            .Select((example, number) => (example.Class, example.Part, Features: found[number]))
            .Where(example => example.Part is not null)
            .GroupBy(example => example.Class)
            .Where(group => group.DistinctBy(example => example.Part).Skip(1).Any())
            .ToDictionary(
                group => group.Key,
                group =>
                    SmallClassifier.Learn(
                        [.. group.Select(example => new TrainingExample(example.Features, example.Part!.Value))],
                        partsOf[group.Key],
                        phrases,
                        settings,
                        run
                    )
            );
}

/// <summary>Represents a text to learn from.</summary>
/// <param name="Text">The text.</param>
/// <param name="Class">Its class: first the sections, then the kinds of what is not covered.</param>
/// <param name="Part">
/// The number of the clause that answers it, or of what it asks about the bot; null where it belongs to the class as a whole.
/// </param>
internal sealed record TextExample(QuestionText Text, int Class, int? Part = null);
