namespace HartwoodPolicyBot.Core.Search;

/// <summary>
/// Classifies a question by what it learned from the phrasings: which section it is about, and whether any policy covers
/// it.
/// </summary>
internal sealed class SectionClassifier
{
    private readonly QuestionFeatures features;
    private readonly LinearModel model;
    private readonly int sections;

    /// <summary>Trains the classifier.</summary>
    /// <param name="examples">Phrasings with the number of their class: first the sections, then the kinds of what is not covered.</param>
    /// <param name="sections">How many of the classes are sections.</param>
    /// <param name="classes">How many classes there are.</param>
    /// <param name="settings">Settings for training.</param>
    public SectionClassifier(IReadOnlyList<(QuestionText Text, int Class)> examples, int sections, int classes, EngineSettings settings)
    {
        this.sections = sections;
        (features, var found) = QuestionFeatures.Learn([.. examples.Select(example => example.Text)]);
        model = new LinearModel(
            [.. found.Select((features, number) => new TrainingExample(features, examples[number].Class))],
            features.Count,
            sections,
            classes,
            settings
        );
    }

    /// <summary>Returns the probability that a policy covers the question, and the probability of each class.</summary>
    public (float Covered, float[] Classes) Classify(QuestionText question)
    {
        var (classes, yes) = model.Classify(features.Of(question));
        var byClass = 0f;
        foreach (var probability in classes.AsSpan(0, sections))
        {
            byClass += probability;
        }

        // Both are estimates of the same probability, about equally good by cross-validation, and their mean is better than either.
        return ((byClass + yes) / 2, classes);
    }
}
