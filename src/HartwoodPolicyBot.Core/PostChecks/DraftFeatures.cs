using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Search;

namespace HartwoodPolicyBot.Core.PostChecks;

/// <summary>
/// Turns the passages of a draft into features: words, pairs, concepts, the sequence of concepts and small words, parts of words,
/// marks such as a name or an @, how it is built, and which roles meet in it or in the rest of the draft: a story in one sentence is
/// fine if the next says that its patient agreed. A concept teaches much more than a word, because no two drafts share the parrot.
/// </summary>
internal sealed class DraftFeatures(Lexicon lexicon)
{
    // The weight of each kind of feature, found by cross-validation over the bank.
    private const float WordWeight = 1.1f;
    private const float PairWeight = 0.8f;
    private const float ConceptWeight = 1.1f;
    private const float ConceptPairWeight = 0.4f;
    private const float SequenceWeight = 0.7f;
    private const float PieceWeight = 0.36f;
    private const float MarkWeight = 1.2f;
    private const float PronounWeight = 1.5f;
    private const float RoleWeight = 0.45f;
    private const float OtherRoleWeight = 0.25f;
    private const float SignWeight = 0.7f;
    private const float SignPairWeight = 0.3f;
    private const int ShortestPiece = 4;
    private const int LongestPiece = 5;

    /// <summary>Names in a sequence stand for every word that is neither a concept nor a small word.</summary>
    private const string AnyWord = "*";

    private const int LongestSmallWord = 4;

    /// <summary>Returns the features of each passage: a key, and its weight.</summary>
    public IReadOnlyList<List<(ulong Key, float Weight)>> Of(Draft draft)
    {
        var found = new List<List<(ulong, float)>>();
        var roles = new List<IReadOnlyList<char>>();
        foreach (var passage in draft.Passages)
        {
            found.Add(new(512));
            roles.Add(Add(draft.WordsOf(passage), Kind(passage), found[^1]));
        }

        AddOtherRoles(draft.Passages, roles, found);
        return found;
    }

    private static char Kind(Passage passage) => passage.IsPicture ? 'P' : 'T';

    /// <summary>Adds the features of a passage, and returns its roles.</summary>
    private IReadOnlyList<char> Add(string words, char kind, List<(ulong, float)> found)
    {
        var tokens = Terms.Words(words);
        var stems = tokens.ConvertAll(Terms.Stem);
        var before = "";
        foreach (var stem in stems)
        {
            found.Add((Key(kind, 'w', stem), WordWeight));
            found.Add((Key(kind, 'p', before, stem), PairWeight));
            before = stem;
        }

        var concepts = lexicon.In(stems);
        AddConcepts(concepts, stems, kind, found);
        foreach (var token in tokens)
        {
            AddPieces(token, kind, found);
        }

        var marks = DraftMarks.In(words);
        foreach (var mark in marks)
        {
            found.Add((Key(kind, 'm', mark), MarkWeight));
        }

        var roles = DraftRoles.In(tokens, concepts, marks);
        AddRoles(roles, kind, found);
        AddSigns([.. DraftGrammar.In(words, tokens), .. DraftWording.In(words, tokens)], kind, found);
        return roles;
    }

    private static void AddSigns(IReadOnlyList<string> signs, char kind, List<(ulong, float)> found)
    {
        for (var first = 0; first < signs.Count; first++)
        {
            found.Add((Key(kind, 'y', signs[first]), SignWeight));
            for (var second = first + 1; second < signs.Count; second++)
            {
                found.Add((Key(kind, 'z', signs[first], signs[second]), SignPairWeight));
            }
        }
    }

    /// <summary>Adds which two and three roles meet in a passage.</summary>
    private static void AddRoles(IReadOnlyList<char> roles, char kind, List<(ulong, float)> found)
    {
        for (var first = 0; first < roles.Count; first++)
        {
            if (DraftRoles.IsPronoun(roles[first]))
            {
                found.Add((Key(kind, '1', [roles[first]]), PronounWeight));
            }

            for (var second = first + 1; second < roles.Count; second++)
            {
                found.Add((Key(kind, '2', [roles[first], roles[second]]), RoleWeight));
                for (var third = second + 1; third < roles.Count; third++)
                {
                    found.Add((Key(kind, '3', [roles[first], roles[second], roles[third]]), RoleWeight));
                }
            }
        }
    }

    /// <summary>Adds to each passage the roles of the others, alone and beside its own.</summary>
    private static void AddOtherRoles(IReadOnlyList<Passage> passages, List<IReadOnlyList<char>> roles, List<List<(ulong, float)>> found)
    {
        // How many passages have a role: counted once, so that a long draft is not compared with itself.
        var counts = passages
            .SelectMany(
                (passage, at) => roles[at].Where(role => !DraftRoles.IsPronoun(role)).Append('.').Select(role => (Kind(passage), role))
            )
            .CountBy(role => role)
            .ToList();
        for (var at = 0; at < passages.Count; at++)
        {
            var kind = Kind(passages[at]);
            foreach (var ((otherKind, other), count) in counts)
            {
                var isOnlyHere = count == 1 && otherKind == kind && (other == '.' || roles[at].Contains(other));
                if (isOnlyHere)
                {
                    continue;
                }

                found[at].Add((Key(kind, 'R', [otherKind, other]), OtherRoleWeight));
                foreach (var own in roles[at])
                {
                    found[at].Add((Key(kind, 'S', [own, otherKind, other]), OtherRoleWeight));
                }
            }
        }
    }

    private void AddConcepts(IReadOnlyList<string> concepts, List<string> stems, char kind, List<(ulong, float)> found)
    {
        for (var first = 0; first < concepts.Count; first++)
        {
            found.Add((Key(kind, 'c', concepts[first]), ConceptWeight));
            for (var second = first + 1; second < concepts.Count; second++)
            {
                found.Add((Key(kind, 'd', concepts[first], concepts[second]), ConceptPairWeight));
            }
        }

        var sequence = Sequence(stems);
        for (var at = 0; at + 1 < sequence.Count; at++)
        {
            found.Add((Key(kind, 's', sequence[at], sequence[at + 1]), SequenceWeight));
            if (at + 2 < sequence.Count)
            {
                found.Add((Key(kind, 't', $"{sequence[at]} {sequence[at + 1]}", sequence[at + 2]), SequenceWeight));
            }
        }
    }

    private List<string> Sequence(List<string> stems)
    {
        var sequence = new List<string>(stems.Count);
        var at = 0;
        foreach (var spoken in lexicon.Spoken(stems))
        {
            AddWords(stems, at, spoken.Start, sequence);
            sequence.Add(spoken.Concepts[0]);
            at = spoken.Start + spoken.Length;
        }

        AddWords(stems, at, stems.Count, sequence);
        return sequence;
    }

    private static void AddWords(List<string> stems, int from, int to, List<string> sequence)
    {
        for (var at = from; at < to; at++)
        {
            sequence.Add(stems[at].Length <= LongestSmallWord ? stems[at] : AnyWord);
        }
    }

    private static void AddPieces(string word, char kind, List<(ulong, float)> found)
    {
        var edged = $" {Excerpt.Cut(word, 20)} ";
        for (var length = ShortestPiece; length <= LongestPiece; length++)
        {
            for (var start = 0; start + length <= edged.Length; start++)
            {
                found.Add((Key(kind, 'l', edged.AsSpan(start, length)), PieceWeight));
            }
        }
    }

    private static ulong Key(char kind, char sort, ReadOnlySpan<char> first, ReadOnlySpan<char> second = default) =>
        StableHash.Of((char)((kind << 8) | sort), first, second);
}
