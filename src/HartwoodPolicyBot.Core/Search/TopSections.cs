using System.Runtime.InteropServices;

namespace HartwoodPolicyBot.Core.Search;

/// <summary>Keeps the best sections without sorting all of them. Of two equal ones, the first is kept.</summary>
internal sealed class TopSections(int most)
{
    private readonly List<SectionCandidate> best = new(most + 1);

    public void Offer(SectionCandidate candidate)
    {
        if (best.Count == most && candidate.Score <= best[^1].Score)
        {
            return;
        }

        var place = best.Count;
        while (place > 0 && best[place - 1].Score < candidate.Score)
        {
            place--;
        }

        best.Insert(place, candidate);
        if (best.Count > most)
        {
            best.RemoveAt(most);
        }
    }

    /// <summary>The sections that were kept, best first.</summary>
    public IReadOnlyList<SectionCandidate> Best => best;
}

/// <summary>Represents a candidate section: its number in an index, its score, and the question as that index reads it.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct SectionCandidate(SectionIndex Index, int Section, float Score, IndexedQuestion Question);
