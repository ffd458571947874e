using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Policies;

namespace HartwoodPolicyBot.Core.PostChecks;

/// <summary>
/// Checks a draft against the social media policy. It stores nothing. The classifier learns when it is first asked for, because that takes
/// some seconds and no start should wait for it.
/// </summary>
public sealed class CheckPost(Lazy<ConcernClassifier> classifier, PolicyLibrary library, PostCheckSettings settings, TimeProvider time)
{
    /// <summary>The most characters of a draft that are read. No platform takes a longer post.</summary>
    public const int LongestDraft = 20_000;

    private const int MostConcerns = 4;
    private const int MostRelated = 3;

    /// <summary>A text up to this long is shown whole with what its picture shows.</summary>
    private const int LongestCaption = 400;

    /// <summary>A passage beside the likeliest is shown with it if its probability is at least this part of the other's.</summary>
    private const float AlsoShown = 0.6f;

    private readonly ConcernClauses clauses = new(library);

    /// <summary>Checks a draft.</summary>
    /// <param name="text">The draft; a picture's description stands in square brackets at its end.</param>
    /// <param name="isOnPracticeAccount">
    /// Whether it goes on an account of the practice, where speaking for the practice is what the account is for.
    /// </param>
    public PostCheck Check(string text, bool isOnPracticeAccount = false)
    {
        var draft = Draft.Read(Excerpt.Cut(text, LongestDraft));
        var masked = PatientIdentifiers.Mask(draft.Text, PracticeTime.Today(time));
        if (DraftLanguage.Unread(draft) is var unread and not UnreadPart.None)
        {
            return new(unread == UnreadPart.NoWords ? PostVerdict.NothingFound : PostVerdict.AskFirst, [], [], unread, masked);
        }

        var scores = classifier.Value.Score(draft);
        var identifiers = Identifiers(draft, scores);
        var found = Found(scores, identifiers.Count > 0)
            .Where(score => !(isOnPracticeAccount && score.Kind == ConcernKind.ForThePractice))
            .Select(score => Concern(draft, score, scores.AnyByPassage))
            .ToList();
        IReadOnlyList<PostConcern> concerns =
        [
            .. identifiers.Concat(found).DistinctBy(concern => concern.Words + concern.Clause?.Section.Id).Take(MostConcerns),
        ];
        return new(
            concerns.Any(concern => concern.IsSure) ? PostVerdict.DoNotPost
                : concerns.Count > 0 ? PostVerdict.AskFirst
                : PostVerdict.NothingFound,
            concerns,
            concerns.Count == 0 ? [] : clauses.Deciding([.. concerns.Select(concern => concern.Kind)], Related(scores)),
            text.Length > LongestDraft ? UnreadPart.TheEnd : UnreadPart.None,
            masked
        );
    }

    /// <summary>
    /// Returns the likely concerns; the likeliest alone where none of them stands out, and none for a draft that is fine.
    /// </summary>
    private List<KindScore> Found(ConcernScores scores, bool hasIdentifier)
    {
        var named = scores.Any < settings.LeastAny ? [] : scores.Kinds.Where(kind => kind.Probability >= settings.LeastKind).ToList();
        return named.Count > 0 || hasIdentifier || scores.Any < settings.LeastAny ? named : [scores.Kinds[0]];
    }

    /// <summary>Returns the kinds that are likeliest, whether or not they are likely enough to be named.</summary>
    private IEnumerable<ConcernKind> Related(ConcernScores scores) =>
        scores.Kinds.Take(MostRelated).Where(kind => kind.Probability >= settings.LeastRelated).Select(kind => kind.Kind);

    private PostConcern Concern(Draft draft, KindScore score, IReadOnlyList<float> anyByPassage) =>
        new(
            score.Kind,
            Words(draft, [.. score.ByPassage.Zip(anyByPassage, (kind, any) => kind + any)]),
            clauses.Of(score.Kind),
            score.Probability >= settings.Sure
                && score.Kind is not (ConcernKind.Account or ConcernKind.ForThePractice or ConcernKind.Picture or ConcernKind.Interest)
        );

    /// <summary>
    /// Returns the likeliest passage, with its neighbours that are nearly as likely. Whether there is a concern says more about the
    /// place than which kind it is, so both count.
    /// </summary>
    private static string Words(Draft draft, IReadOnlyList<float> byPassage)
    {
        var best = Enumerable.Range(0, byPassage.Count).MaxBy(number => byPassage[number]);
        var least = byPassage[best] * AlsoShown;
        var (first, last) = (best, best);
        while (first > 0 && IsShown(first - 1))
        {
            first--;
        }

        while (last + 1 < byPassage.Count && IsShown(last + 1))
        {
            last++;
        }

        var end = draft.Passages[last].Start + draft.Passages[last].Length;
        if (draft.Passages[best].IsPicture)
        {
            var closed = draft.Text.IndexOf(']', end);
            return draft.Text[StartOfCaption(draft, first, end)..(closed < 0 ? end : closed + 1)];
        }

        var start = draft.Passages[first].Start;
        return draft.Text[start..end];

        bool IsShown(int number) => byPassage[number] >= least && draft.Passages[number].IsPicture == draft.Passages[best].IsPicture;
    }

    /// <summary>A picture is shown with the words that go with it: the whole text, or its last passage if that is too long.</summary>
    private static int StartOfCaption(Draft draft, int picture, int end) =>
        draft.Passages[0].IsPicture ? draft.Passages[picture].Start
        : end - draft.Passages[0].Start <= LongestCaption ? draft.Passages[0].Start
        : draft.Passages.Last(passage => !passage.IsPicture).Start;

    /// <summary>
    /// Finds numbers, dates and addresses of patients, and patients named with their address. A phone number, address or email is the
    /// practice's own in most posts, so it counts only where its passage is about a person.
    /// </summary>
    private List<PostConcern> Identifiers(Draft draft, ConcernScores scores)
    {
        var today = PracticeTime.Today(time);
        var about = scores.Kinds.First(kind => kind.Kind == ConcernKind.Patient);
        return
        [
            .. draft
                .Passages.Select((passage, number) => (Words: draft.WordsOf(passage), About: about.ByPassage[number]))
                .Where(passage =>
                    NamedAtAddress.IsIn(passage.Words)
                    || PatientIdentifiers
                        .Check(passage.Words, today)
                        .Found.Any(kind => IdentifierKinds.AreOnlyOfPatients(kind) || passage.About >= settings.LeastKind)
                )
                .Take(1)
                .Select(passage => new PostConcern(
                    ConcernKind.Identifier,
                    passage.Words,
                    clauses.Of(ConcernKind.Identifier),
                    IsSure: true
                )),
        ];
    }
}
