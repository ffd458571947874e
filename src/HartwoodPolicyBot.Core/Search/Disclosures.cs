namespace HartwoodPolicyBot.Core.Search;

/// <summary>
/// Tells a disclosure ("I've posted a photo of…", "my colleague tweeted about a patient") from a question about what is
/// allowed. Learned from a file that anybody can edit, with a part for each.
/// </summary>
public sealed class Disclosures
{
    /// <summary>On the side of a question: an offer to report where nothing has happened is a small accusation.</summary>
    private const float Sure = 0.6f;
    private const string Happened = "happened";
    private const string Asked = "asked";
    private readonly QuestionFeatures features;
    private readonly LinearModel model;

    /// <param name="happened">Messages that tell of something that has happened.</param>
    /// <param name="asked">Messages that ask, or suppose.</param>
    /// <param name="settings">How to train.</param>
    public Disclosures(IReadOnlyList<string> happened, IReadOnlyList<string> asked, EngineSettings settings)
    {
        IReadOnlyList<QuestionText> texts = [.. happened.Concat(asked).Select(Read)];
        (features, var found) = QuestionFeatures.Learn(texts);
        model = new LinearModel(
            [.. found.Select((of, number) => new TrainingExample(of, number < happened.Count ? 0 : 1))],
            features.Count,
            1,
            2,
            settings
        );
    }

    /// <exception cref="PhrasingFileException">A part is missing, or a line stands twice.</exception>
    public static Disclosures Load(string file, EngineSettings settings)
    {
        var parts = PhrasingFile.Parts(file, new Dictionary<string, string>(StringComparer.Ordinal));
        return parts.TryGetValue(Happened, out var happened) && parts.TryGetValue(Asked, out var asked)
            ? new Disclosures(happened, asked, settings)
            : throw new PhrasingFileException(file, 1, $"needs a part \"## {Happened}\" and a part \"## {Asked}\"");
    }

    /// <summary>Does <paramref name="message"/> tell of something that has happened?</summary>
    public bool Tells(string message) => model.Classify(features.Of(Read(message))).Yes > Sure;

    /// <summary>With the endings of its words: "I posted" tells, "can I post" asks.</summary>
    private static QuestionText Read(string text)
    {
        var words = Terms.Words(text);
        if (text.Contains('?', StringComparison.Ordinal))
        {
            words.Add("?");
        }

        return new QuestionText(words, words, []);
    }
}
