using System.Runtime.InteropServices;
using HartwoodPolicyBot.Core.Search;

namespace HartwoodPolicyBot.Core.PostChecks;

/// <summary>
/// Says how likely each concern is in a draft, and in which of its passages. It learns from the bank, from whole drafts and from
/// their passages.
/// </summary>
public sealed class ConcernClassifier
{
    /// <summary>The class of "there is any concern", after those of the kinds.</summary>
    private const int Any = ConcernKinds.Learned;
    private const int Classes = ConcernKinds.Learned + 1;

    /// <summary>A feature that appears less often teaches little about other drafts.</summary>
    private const int LeastSeen = 4;

    /// <summary>
    /// A feature that fewer authors have says more about them than about drafts, where the bank has as many. Each file of it counts as an
    /// author.
    /// </summary>
    private const int LeastAuthors = 3;

    private readonly DraftFeatures features;
    private readonly FeatureTable known;
    private readonly ConcernModel model;
    private readonly PostCheckSettings settings;

    private ConcernClassifier(LearnedReader from, Lexicon lexicon, PostCheckSettings settings)
    {
        this.settings = settings;
        features = new DraftFeatures(lexicon);
        var weights = from.Array<float>();
        known = new FeatureTable(from.Array<ulong>(), weights);
        model = ConcernModel.Read(from, known.Count, Classes);
    }

    /// <summary>Learns from the bank.</summary>
    /// <param name="bank">The drafts with their concerns.</param>
    /// <param name="lexicon">What words in a draft mean.</param>
    /// <param name="settings">How to learn and decide.</param>
    /// <param name="stopped">Stops it.</param>
    public ConcernClassifier(
        IReadOnlyList<LabelledDraft> bank,
        Lexicon lexicon,
        PostCheckSettings settings,
        CancellationToken stopped = default
    )
    {
        this.settings = settings;
        features = new DraftFeatures(lexicon);

        // The features of the whole bank take some hundred MB, so they are found twice and never held together.
        var count = 0;
        var authors = 0;
        var lastAuthor = "";
        var spreads = new Dictionary<ulong, Spread>();
        foreach (var draft in bank)
        {
            stopped.ThrowIfCancellationRequested();
            authors += draft.Source == lastAuthor ? 0 : 1;
            lastAuthor = draft.Source;
            var read = Draft.Read(draft.Text);
            var found = features.Of(read);
            foreach (var text in TextsOf(draft, read))
            {
                count++;
                foreach (var (key, _) in found.Take(text.Passages).SelectMany(passage => passage))
                {
                    CollectionsMarshal.GetValueRefOrAddDefault(spreads, key, out _).CountIn(count, authors);
                }
            }
        }

        var leastAuthors = Math.Min(LeastAuthors, authors);
        var telling = spreads.Where(feature => feature.Value.Texts >= LeastSeen && feature.Value.Authors >= leastAuthors).ToList();
        known = new FeatureTable(
            telling.ConvertAll(feature => feature.Key).ToArray(),
            telling.ConvertAll(feature => MathF.Sqrt(MathF.Log(1 + ((float)count / feature.Value.Texts)))).ToArray()
        );
        model = new ConcernModel([.. bank.SelectMany(Examples)], known.Count, Classes, settings, stopped);
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    internal static ConcernClassifier Read(LearnedReader from, Lexicon lexicon, PostCheckSettings settings) => new(from, lexicon, settings);

    internal void Write(LearnedWriter to)
    {
        var (keys, weights) = known.InOrder();
        to.Array<float>(weights);
        to.Array<ulong>(keys);
        model.Write(to);
    }

    /// <summary>Returns the probability of any concern, and of each kind with the passages that raise it, likeliest first.</summary>
    internal ConcernScores Score(Draft draft)
    {
        var passages = features.Of(draft).Select(Known).ToList();
        var whole = model.Classify(TextFeatures.Scaled([.. passages.SelectMany(passage => passage)]));
        var each = passages.ConvertAll(passage => model.Classify(TextFeatures.Scaled(passage)));
        var kinds = Enumerable
            .Range(0, ConcernKinds.Learned)
            .Select(kind => new KindScore(
                (ConcernKind)kind,
                Mix(whole[kind], each.Count == 0 ? 0 : each.Max(scores => scores[kind])),
                [.. each.Select(scores => scores[kind])]
            ))
            .OrderByDescending(score => score.Probability)
            .ToList();
        var any = Mix(whole[Any], each.Count == 0 ? 0 : each.Max(scores => scores[Any]));
        return new ConcernScores(
            (settings.AnyWeight * any) + ((1 - settings.AnyWeight) * kinds[0].Probability),
            [.. each.Select(scores => scores[Any])],
            kinds
        );
    }

    /// <summary>A concern may be in one passage of a long draft, or only in several together.</summary>
    private float Mix(float whole, float best) => (settings.WholeWeight * whole) + ((1 - settings.WholeWeight) * best);

    /// <summary>Returns what a draft teaches. The features of the whole are those of its passages, so they are kept once.</summary>
    private IEnumerable<ConcernExample> Examples(LabelledDraft labelled)
    {
        var draft = Draft.Read(labelled.Text);
        var passages = features.Of(draft).Select(Known).ToList();
        ReadOnlyMemory<TextFeature> whole = passages.SelectMany(passage => passage).ToArray();
        int[] ends = [0, .. passages.Select((_, at) => passages.Take(at + 1).Sum(passage => passage.Length))];
        return TextsOf(labelled, draft)
            .Select(text => new ConcernExample(whole[ends[text.Passages.Start]..ends[text.Passages.End]], text.Classes, text.Weight));
    }

    /// <summary>Returns each of several passages, and then all of them together.</summary>
    private IEnumerable<(Range Passages, int[] Classes, float Weight)> TextsOf(LabelledDraft labelled, Draft draft)
    {
        var passages = draft.Passages.Count;
        for (var at = 0; at < passages && passages > 1; at++)
        {
            var spans = labelled.Spans.Where(span => draft.Passages[at].Overlaps(span));
            yield return (at..(at + 1), ClassesOf(spans), settings.PassageWeight);
        }

        yield return (..passages, ClassesOf(labelled.Spans), 1);
    }

    private static int[] ClassesOf(IEnumerable<LabelledSpan> spans)
    {
        var kinds = spans.Select(span => (int)span.Kind).Distinct().ToList();
        return kinds.Count == 0 ? [] : [.. kinds, Any];
    }

    /// <summary>
    /// Returns the features that the bank has, with their numbers. Each passage is looked up once, then read alone and with the rest.
    /// </summary>
    private TextFeature[] Known(List<(ulong Key, float Weight)> found)
    {
        var numbered = new TextFeature[found.Count];
        var count = 0;
        foreach (var (key, weight) in found)
        {
            if (known.TryFind(key, out var feature))
            {
                numbered[count++] = new TextFeature(feature.Number, feature.Weight * weight);
            }
        }

        return numbered[..count];
    }

    /// <summary>Counts the texts that have a feature, and their authors, each by its number. An author's texts follow each other.</summary>
    [StructLayout(LayoutKind.Auto)]
    private struct Spread
    {
        private int lastText;
        private int lastAuthor;

        public int Texts { get; private set; }

        public int Authors { get; private set; }

        public void CountIn(int text, int author)
        {
            Texts += text == lastText ? 0 : 1;
            Authors += author == lastAuthor ? 0 : 1;
            (lastText, lastAuthor) = (text, author);
        }
    }
}

/// <summary>Says how likely any concern is, in the draft and in each passage, and each kind, likeliest first.</summary>
/// <param name="Any">How likely any concern is: the class of its own together with the likeliest kind. They err differently.</param>
/// <param name="AnyByPassage">The class of its own in each passage.</param>
/// <param name="Kinds">The kinds.</param>
internal sealed record ConcernScores(float Any, IReadOnlyList<float> AnyByPassage, IReadOnlyList<KindScore> Kinds);

/// <summary>Says how likely a concern is in a draft, and in each of its passages.</summary>
internal sealed record KindScore(ConcernKind Kind, float Probability, IReadOnlyList<float> ByPassage);

/// <summary>
/// Holds the settings for how the check learns and decides, found by cross-validation over the bank, with whole authors left out.
/// </summary>
public sealed record PostCheckSettings
{
    /// <summary>How many times the classifier goes through the bank.</summary>
    public int Passes { get; init; } = 12;

    /// <summary>The learning rate at the start.</summary>
    public float Rate { get; init; } = 1f;

    /// <summary>The share of features that are left out each time an example is seen.</summary>
    public float LeftOut { get; init; } = 0.3f;

    /// <summary>How far from certain it learns to be, because people mark drafts differently.</summary>
    public float Doubt { get; init; } = 0.03f;

    /// <summary>How much a passage teaches beside a whole draft.</summary>
    public float PassageWeight { get; init; } = 0.5f;

    /// <summary>The weight of the draft as a whole against its likeliest passage, from 0 to 1.</summary>
    public float WholeWeight { get; init; } = 0.8f;

    /// <summary>The weight of "any concern" against the likeliest kind, from 0 to 1.</summary>
    public float AnyWeight { get; init; } = 0.5f;

    /// <summary>The least probability of any concern from which a draft is not called fine.</summary>
    public float LeastAny { get; init; } = 0.44f;

    /// <summary>The least probability from which a concern is named besides the likeliest.</summary>
    public float LeastKind { get; init; } = 0.4f;

    /// <summary>The least probability from which the section of a kind is cited after those of the named concerns.</summary>
    public float LeastRelated { get; init; } = 0.05f;

    /// <summary>The least probability from which the verdict is to not post, rather than to ask.</summary>
    public float Sure { get; init; } = 0.55f;
}
