using HartwoodPolicyBot.Core.ManagerQuestions;
using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.Search;

namespace HartwoodPolicyBot.Core.TaughtPhrasings;

/// <summary>
/// Finds the taught phrasing that asks the same as a question: in the same words, or in so similar ones that a saved answer would be
/// given too. It never changes.
/// </summary>
public sealed class TaughtPhrasingIndex
{
    /// <summary>
    /// The similarity from which two questions count as the same. It was measured; see the README of the benchmark program.
    /// </summary>
    public const float Same = SavedAnswers.Same;

    /// <summary>The fewest words of a question that is compared by similarity. A shorter one says too little.</summary>
    private const int LeastWords = 3;

    private readonly Dictionary<string, TaughtSection> byWords = new(StringComparer.Ordinal);
    private readonly QuestionIndex<TaughtSection> similar;

    /// <summary>Builds the index. What was taught about a section that is gone is left out.</summary>
    /// <param name="phrasings">What was taught.</param>
    /// <param name="library">The policies in force.</param>
    /// <param name="ranker">Reads the phrasings in the same way as a new question.</param>
    /// <param name="vectors">Turns questions into vectors.</param>
    /// <param name="before">The index before a change. Phrasings that it holds aren't read again.</param>
    public TaughtPhrasingIndex(
        IEnumerable<TaughtPhrasing> phrasings,
        PolicyLibrary library,
        SectionRanker ranker,
        QuestionVectors vectors,
        TaughtPhrasingIndex? before = null
    )
    {
        foreach (var phrasing in phrasings)
        {
            if (phrasing.SectionIn(library) is { } section)
            {
                byWords[QuestionGrouping.WordingOf(phrasing.Text)] = new(phrasing, section);
            }
        }

        similar = new(
            byWords.Where(taught => taught.Key.Count(' ') + 1 >= LeastWords).Select(taught => (taught.Value, taught.Value.Phrasing.Text)),
            ranker,
            vectors,
            before?.similar
        );
    }

    /// <summary>Returns what was taught for a question; null for nothing.</summary>
    /// <param name="question">The question, masked as it would be in the log.</param>
    /// <param name="read">The question as the search reads it.</param>
    public TaughtSection? Find(string question, QuestionText read)
    {
        if (byWords.Count == 0)
        {
            return null;
        }

        return byWords.TryGetValue(QuestionGrouping.WordingOf(question), out var taught) ? taught
            : read.Words.Count >= LeastWords && similar.Nearest(read, 1) is [{ Likeness: >= Same } nearest] ? nearest.Item
            : null;
    }

    /// <summary>Returns the sections that were taught for similar questions, the most similar first, for the person to decide.</summary>
    public IEnumerable<PolicySection> Near(QuestionText read) =>
        similar.Nearest(read, SavedAnswers.MostNear).Where(near => near.Likeness >= SavedAnswers.Near).Select(near => near.Item.Section);
}
