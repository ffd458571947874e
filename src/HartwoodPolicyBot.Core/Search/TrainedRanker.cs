using HartwoodPolicyBot.Core.Policies;

namespace HartwoodPolicyBot.Core.Search;

/// <summary>
/// Ranks the sections of certain policies for a question, and says how likely it is that one of them answers it. Sections with
/// phrasings are ranked by the classifier and by their words; sections without, by their words only. It never changes: what is
/// learned anew makes another one.
/// </summary>
public sealed class TrainedRanker
{
    /// <summary>What people answer the bot in one or two letters: "y", "ok", "n".</summary>
    private static readonly string[] ShortReplies = ["yes", "no"];

    private const string OtherLanguage = "language";

    private readonly Lexicon lexicon;
    private readonly EngineSettings settings;
    private readonly LearnedParts learned;
    private readonly SectionIndex taught;
    private readonly SectionIndex untaught;
    private readonly SectionClassifier? classifier;
    private readonly SpellingCorrection spelling;

    /// <summary>The sections as they are now; null while they are as they were learned.</summary>
    private readonly FollowedSections? now;

    /// <summary>Builds the ranker from what was learned. The index of the sections without phrasings needs no learning.</summary>
    internal TrainedRanker(PolicyLibrary library, Lexicon lexicon, EngineSettings settings, LearnedParts learned)
    {
        this.lexicon = lexicon;
        this.settings = settings;
        this.learned = learned;
        taught = learned.Taught;
        classifier = learned.Classifier;
        spelling = learned.Spelling;
        var withPhrasings = taught.Sections.Select(section => section.Id).ToHashSet(StringComparer.Ordinal);
        untaught = SectionIndex.Build(library.Sections.Where(section => !withPhrasings.Contains(section.Id)), lexicon, []);
    }

    /// <summary>Learns from the phrasings and the policies.</summary>
    /// <param name="library">The policies to answer from.</param>
    /// <param name="bank">Their phrasings.</param>
    /// <param name="lexicon">What several words mean.</param>
    /// <param name="settings">How to learn and weigh.</param>
    /// <param name="run">With how many processors it learns, and until when.</param>
    public TrainedRanker(PolicyLibrary library, PhrasingBank bank, Lexicon lexicon, EngineSettings settings, LearningRun run)
        : this(library, lexicon, settings, EngineLearning.Learn(library, bank, lexicon, settings, run)) { }

    /// <summary>Takes what was learned before for other policies.</summary>
    private TrainedRanker(TrainedRanker before, PolicyLibrary library)
    {
        (lexicon, settings, taught) = (before.lexicon, before.settings, before.taught);
        (classifier, spelling) = (before.classifier, before.spelling);
        now = new FollowedSections(taught.Sections, library);
        untaught = SectionIndex.Build(library.Sections.Where(section => !now.Contains(section)), lexicon, []);
        learned = before.learned with
        {
            OwnWords = before
                .learned.OwnWords.Select(line => (To: now.Of(line.Key), line.Value))
                .Where(line => line.To is not null)
                .DistinctBy(line => line.To)
                .ToDictionary(line => line.To!.Value, line => line.Value),
        };
    }

    /// <summary>
    /// Returns a ranker that answers from other policies at once, with what this one has learned: a section that was renamed or
    /// reworded keeps its phrasings. It takes a hundredth of the time of learning anew, which should follow.
    /// </summary>
    public TrainedRanker Follow(PolicyLibrary library) => new(this, library);

    /// <summary>Whether it answers with what was learned for earlier policies.</summary>
    public bool IsFollowing => now is not null;

    /// <summary>What was learned, to keep it in a file.</summary>
    internal LearnedParts Learned => learned;

    /// <summary>The line in the bot's own words that stands above each clause, where one was written.</summary>
    public IReadOnlyDictionary<ClauseId, string> OwnWords => learned.OwnWords;

    /// <summary>Returns the <paramref name="most"/> best sections, and how likely it is that a policy answers the question.</summary>
    public Ranking Rank(string question, int most)
    {
        var text = Read(question);
        if (text.Words.Count > 0 && (ShortTexts.AreFew(text) || ShortTexts.AreLoose(text.Words)))
        {
            return ReadFewLetters(text);
        }

        var best = new TopSections(most);
        var features = classifier?.FeaturesOf(text) ?? [];
        var (covered, kind, (intent, clarity)) =
            classifier is not null && ShortTexts.IsUnknownWord(text, spelling)
                ? (0, NotCoveredKind.Nonsense, default)
                : AddTaught(text, features, best);
        var others = UntaughtSections.Add(untaught, text, best, classifier is null ? null : covered);
        covered = kind is NotCoveredKind.SmallTalk or NotCoveredKind.Nonsense or NotCoveredKind.Abuse or NotCoveredKind.Steering
            ? covered
            : Math.Max(covered, others);
        return new Ranking(
            [.. best.Best.Select(candidate => Ranked(candidate, features)).DistinctBy(ranked => ranked.Section.Id)],
            covered,
            text.Words.Any(spelling.Knows) ? kind : NotCoveredKind.Nonsense,
            text
        )
        {
            Intent = OwningUp.Instead(CallsForHelp.Instead(intent, text.Words), text.Words),
            IntentClarity = clarity,
        };
    }

    /// <summary>
    /// Reads a text of one or two letters, such as "b" or "ok", or of loose letters, such as "a b". It is too short to be about a policy
    /// or a feature of the bot, but can answer the bot.
    /// </summary>
    private Ranking ReadFewLetters(QuestionText text)
    {
        if (ShortTexts.AreLoose(text.Words))
        {
            return new Ranking([], 0, NotCoveredKind.Nonsense, text);
        }

        var (_, kind, (intent, _)) = AddTaught(text, classifier?.FeaturesOf(text) ?? [], new TopSections(1));
        return new Ranking([], 0, kind == NotCoveredKind.SmallTalk ? kind : NotCoveredKind.Nonsense, text)
        {
            Intent = ShortReplies.Contains(intent) && text.Words.All(spelling.Knows) ? intent : null,
        };
    }

    /// <summary>Returns the question divided into words, without formatting and greetings, and with spelling corrected.</summary>
    public QuestionText Read(string question)
    {
        var words = ShortForms.WrittenOut(Terms.Words(CourtesyWords.Without(Formatting.Without(question), SaysNothing)));
        return QuestionText.Of(settings.CorrectsSpelling ? spelling.Correct(words) : words, lexicon);
    }

    /// <summary>
    /// Returns what in a question spoke most for or against one section beside another, by their headings; or, without headings, for
    /// or against a policy that covers it. Empty for a policy without phrasings.
    /// </summary>
    public IEnumerable<DecidingFeature> Explain(string question, string? found = null, string? instead = null) =>
        classifier?.Explain(Read(question), PlaceOf(found), PlaceOf(instead)) ?? [];

    private int? PlaceOf(string? heading) =>
        taught.Sections.Index().Where(section => section.Item.Heading == heading).Select(section => (int?)section.Index).FirstOrDefault();

    /// <summary>Returns whether a part of a message says nothing about the question in it: a greeting, or a rude word at the bot.</summary>
    private bool SaysNothing(string part) =>
        classifier is not null
        && classifier.Classify(classifier.FeaturesOf(QuestionText.Of(part, lexicon))) is var (yes, classes)
        && yes + classes.Take(taught.Sections.Count).Sum() < 1
        && KindOf(classes.AsSpan(taught.Sections.Count, learned.Kinds.Count)) is NotCoveredKind.SmallTalk or NotCoveredKind.Abuse;

    private RankedSection Ranked(SectionCandidate candidate, TextFeature[] features)
    {
        var section = candidate.Index.Sections[candidate.Section];
        var next = candidate.Index == taught ? now?[candidate.Section] ?? section : section;
        return new(next, candidate.Score, new Lazy<IReadOnlyList<Clause>>(() => Quoted(candidate, features, section, next)));
    }

    private IReadOnlyList<Clause> Quoted(SectionCandidate candidate, TextFeature[] features, PolicySection section, PolicySection next)
    {
        if (next.Clauses.Count == 1)
        {
            return next.Clauses;
        }

        var scores = candidate.Index.ScoreClauses(candidate.Section, candidate.Question);
        if (candidate.Index == taught && classifier!.ClassifyParts(candidate.Section, features) is { } parts)
        {
            for (var clause = 0; clause < scores.Length; clause++)
            {
                scores[clause] = ((1 - settings.ClauseWordsWeight) * parts[clause]) + (settings.ClauseWordsWeight * scores[clause]);
            }
        }

        return QuotedClauses.Of(next, next == section ? scores : now!.Scores(candidate.Section, scores));
    }

    private (float Covered, string? Kind, (string? Id, float Clarity) Intent) AddTaught(
        QuestionText text,
        TextFeature[] features,
        TopSections best
    )
    {
        if (classifier is null)
        {
            return (0, null, default);
        }

        var question = taught.Read(text);
        var words = taught.Score(question);
        var most = Math.Max(words.Max(), float.Epsilon);
        var (yes, classes) = classifier.Classify(features);
        var ofSections = Math.Max(classes.Take(words.Length).Sum(), float.Epsilon);
        var kinds = classes.AsSpan(words.Length, learned.Kinds.Count);
        var covered = CoverageEstimate.Of(
            yes,
            ofSections,
            kinds,
            most / Math.Max(taught.FullScore(question), float.Epsilon),
            settings.MatchWeight
        );
        for (var section = 0; section < words.Length; section++)
        {
            if (now is not null && now[section] is null)
            {
                continue;
            }

            var score = ((1 - settings.WordsWeight) * classes[section] / ofSections) + (settings.WordsWeight * words[section] / most);
            best.Offer(new SectionCandidate(taught, section, covered * score, question));
        }

        return (covered, KindOf(kinds), IntentOf(yes, classes, features));
    }

    /// <summary>Returns what the text asks about the bot, and how clear that is; null where it is about something else.</summary>
    private (string? Id, float Clarity) IntentOf(float yes, float[] classes, TextFeature[] features)
    {
        // Most questions are not about the bot however clear they are, so what they would ask of it is not worked out.
        if (
            learned.Intents.Count == 0
            || yes >= settings.MostCovered
            || AboutTheBotEstimate.Of(classes[^1], clearest: 1) < settings.LeastAboutTheBot
        )
        {
            return default;
        }

        var likely = classifier!.ClassifyParts(classes.Length - 1, features)!;
        var most = likely.Max();
        if (AboutTheBotEstimate.Of(classes[^1], most) < settings.LeastAboutTheBot)
        {
            return default;
        }

        // Words of another language say little for anything, and that answer suits them all.
        var intent = learned.Intents[Array.IndexOf(likely, most)];
        return (most < settings.LeastIntent && intent != OtherLanguage ? Ranking.UnclearIntent : intent, most);
    }

    /// <summary>Returns the kind that has most of the probability of all kinds; null when none has.</summary>
    private string? KindOf(ReadOnlySpan<float> ofKinds)
    {
        var together = 0f;
        foreach (var probability in ofKinds)
        {
            together += probability;
        }

        for (var kind = 0; kind < ofKinds.Length; kind++)
        {
            if (ofKinds[kind] > together / 2)
            {
                return learned.Kinds[kind];
            }
        }

        return null;
    }
}
