namespace HartwoodPolicyBot.Core.Policies.Questions;

/// <summary>
/// What the phrasing bank teaches: which section a question is about, and whether any policy covers it. Two models on the
/// same features: which of many, and yes or no.
/// </summary>
public sealed class SectionClassifier
{
    private readonly QuestionFeatures features;
    private readonly LinearModel which;
    private readonly LinearModel whether;
    private readonly int sections;

    /// <param name="examples">Phrasings with the number of their class: the sections first, then the kinds of what is not covered.</param>
    /// <param name="sections">How many of the classes are sections.</param>
    /// <param name="classes">How many classes there are.</param>
    /// <param name="lexicon">The concepts.</param>
    /// <param name="settings">How to train.</param>
    public SectionClassifier(IReadOnlyList<(string Text, int Class)> examples, int sections, int classes, Lexicon lexicon, TrainingSettings settings)
    {
        this.sections = sections;
        (features, var found) = QuestionFeatures.Learn([.. examples.Select(example => example.Text)], lexicon);
        var read = found.Select((features, number) => new Example(features, examples[number].Class)).ToList();
        which = new LinearModel(read, features.Count, classes, settings);
        whether = new LinearModel(read.ConvertAll(example => example with { Class = example.Class < sections ? 0 : 1 }), features.Count, 2, settings);
    }

    /// <summary>The probability that a policy covers the question, and of each class.</summary>
    public (float Covered, float[] Classes) Classify(string question)
    {
        var found = features.Of(question);
        var classes = which.Classify(found);
        var byWhich = classes.AsSpan(0, sections).ToArray().Sum();
        return ((byWhich + whether.Classify(found)[0]) / 2, classes);
    }
}
