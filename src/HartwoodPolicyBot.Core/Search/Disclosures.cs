namespace HartwoodPolicyBot.Core.Search;

/// <summary>
/// Tells a disclosure ("I've posted a photo of…", "my colleague tweeted about a patient") from a question about what is
/// allowed. It learns from a file that anybody can edit, with one part for each.
/// </summary>
public sealed class Disclosures
{
    /// <summary>
    /// The least probability of a disclosure. It is high, because offering a report where nothing has happened feels like an
    /// accusation.
    /// </summary>
    private const float Sure = 0.6f;
    private const string Happened = "happened";
    private const string Asked = "asked";
    private volatile Learned learned;

    /// <summary>Learns from examples.</summary>
    /// <param name="happened">Messages that tell of something that has happened.</param>
    /// <param name="asked">Messages that ask a question or suppose something.</param>
    /// <param name="settings">Settings for training.</param>
    public Disclosures(IReadOnlyList<string> happened, IReadOnlyList<string> asked, EngineSettings settings)
    {
        IReadOnlyList<QuestionText> texts = [.. happened.Concat(asked).Select(Read)];
        var (features, found) = QuestionFeatures.Learn(texts, LearningRun.Alone.Processors);
        var model = LinearTraining.Learn(
            [.. found.Select((of, number) => new TrainingExample(of, number < happened.Count ? 0 : 1))],
            features.Count,
            1,
            2,
            settings,
            LearningRun.Alone with
            {
                Processors = 1,
            }
        );
        learned = new(features, model);
    }

    private Disclosures(Learned learned) => this.learned = learned;

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    internal static Disclosures Read(LearnedReader from) => new(new Learned(QuestionFeatures.Read(from), LinearModel.Read(from)));

    internal void Write(LearnedWriter to)
    {
        learned.Features.Write(to);
        learned.Model.Write(to);
    }

    /// <summary>Tells by what others have learned from the next message.</summary>
    public void Replace(Disclosures others) => learned = others.learned;

    /// <summary>Reads the examples from a file.</summary>
    /// <exception cref="PhrasingFileException">A part is missing, or a line appears twice.</exception>
    public static Disclosures Load(string file, EngineSettings settings)
    {
        var parts = PhrasingFile.Parts(file, new Dictionary<string, string>(StringComparer.Ordinal));
        return parts.TryGetValue(Happened, out var happened) && parts.TryGetValue(Asked, out var asked)
            ? new Disclosures(happened, asked, settings)
            : throw new PhrasingFileException(file, 1, $"needs a part \"## {Happened}\" and a part \"## {Asked}\"");
    }

    /// <summary>Says whether <paramref name="message"/> tells of something that has happened.</summary>
    public bool Tells(string message)
    {
        var (features, model) = learned;
        return ActWords.AreIn(Terms.Words(message)) && model.Classify(features.Of(Read(message))).Yes > Sure;
    }

    /// <summary>Reads a text with the endings of its words, because "I posted" is a disclosure and "can I post" is a question.</summary>
    private static QuestionText Read(string text)
    {
        var words = Terms.Words(text);
        if (text.Contains('?', StringComparison.Ordinal))
        {
            words.Add("?");
        }

        return new QuestionText(words, words, []);
    }

    private sealed record Learned(QuestionFeatures Features, LinearModel Model);
}
