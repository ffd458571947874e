using System.Buffers;
using System.Runtime.InteropServices;
using HartwoodPolicyBot.Core.Search;

namespace HartwoodPolicyBot.Core.ManagerQuestions;

/// <summary>
/// Finds what belongs to the questions that are most similar to a new one, by the cosine over words, concepts and parts of
/// words, where rare ones count most. Nothing is trained, because a saved answer may have only one wording.
/// </summary>
/// <typeparam name="T">What belongs to a question, such as a saved answer. It may have several wordings.</typeparam>
public sealed class QuestionIndex<T>
    where T : class
{
    private readonly QuestionVectors vectors;
    private readonly Dictionary<ulong, List<Posting>> postings = [];
    private readonly List<T> ofWording = [];
    private readonly Dictionary<string, Dictionary<ulong, float>> byText = new(StringComparer.Ordinal);

    /// <summary>Builds the index.</summary>
    /// <param name="wordings">Each wording, with what belongs to it.</param>
    /// <param name="ranker">Reads them in the same way as a new question.</param>
    /// <param name="vectors">Turns questions into vectors.</param>
    /// <param name="before">The index before a change. Questions that it already holds aren't read again.</param>
    public QuestionIndex(
        IEnumerable<(T Item, string Text)> wordings,
        SectionRanker ranker,
        QuestionVectors vectors,
        QuestionIndex<T>? before = null
    )
    {
        this.vectors = vectors;
        foreach (var (item, text) in wordings)
        {
            var vector = byText[text] = before?.byText.GetValueOrDefault(text) ?? vectors.Of(ranker.Read(text));
            foreach (var (key, weight) in vector)
            {
                (CollectionsMarshal.GetValueRefOrAddDefault(postings, key, out _) ??= []).Add(new(ofWording.Count, weight));
            }

            ofWording.Add(item);
        }
    }

    /// <summary>Returns what has any similarity to the question, most similar first, each once.</summary>
    public IReadOnlyList<Similar<T>> Nearest(QuestionText question, int most)
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

        var best = new List<Similar<T>>(most + 1);
        for (var wording = 0; wording < likeness.Length; wording++)
        {
            Offer(best, ofWording[wording], likeness[wording], most);
        }

        ArrayPool<float>.Shared.Return(rented);
        return best;
    }

    /// <summary>Inserts an item into the best ones. An equally similar one goes behind those already there.</summary>
    private static void Offer(List<Similar<T>> best, T item, float likeness, int most)
    {
        if (likeness <= 0 || (best.Count == most && likeness <= best[^1].Likeness))
        {
            return;
        }

        var listed = best.FindIndex(other => other.Item == item);
        if (listed >= 0)
        {
            if (best[listed].Likeness >= likeness)
            {
                return;
            }

            best.RemoveAt(listed);
        }

        var place = best.FindIndex(other => other.Likeness < likeness);
        best.Insert(place < 0 ? best.Count : place, new(item, likeness));
        if (best.Count > most)
        {
            best.RemoveAt(most);
        }
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Posting(int Wording, float Weight);
}

/// <summary>Holds what was found, and how similar its question is to the one that was asked, from 0 to 1.</summary>
public sealed record Similar<T>(T Item, float Likeness);
