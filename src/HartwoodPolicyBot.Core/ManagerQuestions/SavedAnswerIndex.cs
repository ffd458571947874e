using System.Buffers;
using System.Runtime.InteropServices;
using HartwoodPolicyBot.Core.Search;

namespace HartwoodPolicyBot.Core.ManagerQuestions;

/// <summary>
/// Finds the saved answers whose questions are most similar to a new one, by the cosine over words, concepts and parts of
/// words, where rare ones count most. Nothing is trained, because an answer may have only one wording.
/// </summary>
public sealed class SavedAnswerIndex
{
    private readonly QuestionVectors vectors;
    private readonly Dictionary<ulong, List<Posting>> postings = [];
    private readonly List<SavedAnswer> ofWording = [];
    private readonly Dictionary<string, Dictionary<ulong, float>> byText = new(StringComparer.Ordinal);

    /// <summary>Builds the index.</summary>
    /// <param name="answers">The saved answers to find.</param>
    /// <param name="ranker">Reads their questions in the same way as a new question.</param>
    /// <param name="vectors">Turns questions into vectors.</param>
    /// <param name="before">The index before a change. Questions that it already holds aren't read again.</param>
    public SavedAnswerIndex(
        IEnumerable<SavedAnswer> answers,
        SectionRanker ranker,
        QuestionVectors vectors,
        SavedAnswerIndex? before = null
    )
    {
        this.vectors = vectors;
        foreach (var answer in answers)
        {
            foreach (var wording in answer.Wordings)
            {
                var vector = byText[wording.Text] = before?.byText.GetValueOrDefault(wording.Text) ?? vectors.Of(ranker.Read(wording.Text));
                foreach (var (key, weight) in vector)
                {
                    (CollectionsMarshal.GetValueRefOrAddDefault(postings, key, out _) ??= []).Add(new(ofWording.Count, weight));
                }

                ofWording.Add(answer);
            }
        }
    }

    /// <summary>Returns the answers with any similarity to the question, most similar first, each once.</summary>
    public IReadOnlyList<SimilarAnswer> Nearest(QuestionText question, int most)
    {
        if (ofWording.Count == 0)
        {
            return [];
        }

        var rented = ArrayPool<float>.Shared.Rent(ofWording.Count);
        var likeness = rented.AsSpan(0, ofWording.Count);
        likeness.Clear();
        foreach (var (key, weight) in vectors.Of(question))
        {
            if (postings.TryGetValue(key, out var held))
            {
                foreach (var posting in CollectionsMarshal.AsSpan(held))
                {
                    likeness[posting.Wording] += weight * posting.Weight;
                }
            }
        }

        var best = new List<SimilarAnswer>(most + 1);
        for (var wording = 0; wording < likeness.Length; wording++)
        {
            Offer(best, ofWording[wording], likeness[wording], most);
        }

        ArrayPool<float>.Shared.Return(rented);
        return best;
    }

    /// <summary>Inserts an answer into the best ones. An equally similar answer goes behind those already there.</summary>
    private static void Offer(List<SimilarAnswer> best, SavedAnswer answer, float likeness, int most)
    {
        if (likeness <= 0 || (best.Count == most && likeness <= best[^1].Likeness))
        {
            return;
        }

        var listed = best.FindIndex(other => other.Answer == answer);
        if (listed >= 0)
        {
            if (best[listed].Likeness >= likeness)
            {
                return;
            }

            best.RemoveAt(listed);
        }

        var place = best.FindIndex(other => other.Likeness < likeness);
        best.Insert(place < 0 ? best.Count : place, new(answer, likeness));
        if (best.Count > most)
        {
            best.RemoveAt(most);
        }
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Posting(int Wording, float Weight);
}

/// <summary>A saved answer, and how similar its question is to the one that was asked, from 0 to 1.</summary>
public sealed record SimilarAnswer(SavedAnswer Answer, float Likeness);
