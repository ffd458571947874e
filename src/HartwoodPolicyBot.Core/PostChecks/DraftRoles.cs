using System.Collections.Frozen;

namespace HartwoodPolicyBot.Core.PostChecks;

/// <summary>
/// Says which part concepts and small words play in a passage: who it is about, their health, that they came in, that they agreed.
/// There are few parts, so what two or three of them mean together can be learned from few drafts.
/// </summary>
internal static class DraftRoles
{
    private const char Named = 'n';

    /// <summary>A letter for each part, and the concepts of <c>post-words.txt</c> that play it.</summary>
    private static readonly FrozenDictionary<string, char> OfConcept = Letters(
        ('w', "person job"),
        ('p', "patient"),
        ('r', "rare"),
        ('f', "family"),
        ('o', "own-family"),
        ('h', "condition body treatment death"),
        ('s', "visit"),
        ('t', "moment regularly"),
        ('l', "place"),
        ('k', "consent authorised declared invented signed"),
        ('c', "not-here refuse-friend"),
        ('m', "numbers-of-many"),
        ('g', "general-advice opening"),
        ('b', "insult"),
        ('e', "service colleague"),
        ('a', "practice"),
        ('v', "screen"),
        ('q', "people-in-picture"),
        ('x', "medical-picture"),
        ('z', "empty-picture"),
        ('y', "scenery"),
        ('i', "photo-words"),
        ('j', "secretly"),
        ('u', "home-life joke"),
        ('d', "feeling"),
        ('1', "clinician"),
        ('2', "drug dose-words"),
        ('3', "sounds-like"),
        ('4', "you-ill")
    );

    private static readonly FrozenDictionary<string, char> OfWord = Letters(
        ('H', "he she his her him hers hes shes"),
        ('Y', "you your youre youve youd youll"),
        ('I', "i im ive my me id ill"),
        ('W', "we our us weve were"),
        ('T', "they them their")
    );

    /// <summary>Returns the letters of the parts that are played in a passage, each once and in order.</summary>
    public static IReadOnlyList<char> In(IEnumerable<string> words, IEnumerable<string> concepts, IReadOnlyCollection<string> marks)
    {
        var found = new SortedSet<char>();
        foreach (var concept in concepts)
        {
            AddIfKnown(OfConcept, concept[1..], found);
        }

        foreach (var word in words)
        {
            AddIfKnown(OfWord, word, found);
        }

        if (marks.Contains("name") || marks.Contains("titled-name") || marks.Contains("name's"))
        {
            found.Add(Named);
        }

        return [.. found];
    }

    /// <summary>
    /// Says whether a part is played by "you", "she" and the like. Every sentence has some, so other passages needn't know.
    /// </summary>
    public static bool IsPronoun(char role) => char.IsAsciiLetterUpper(role);

    private static void AddIfKnown(FrozenDictionary<string, char> letters, string name, SortedSet<char> found)
    {
        if (letters.TryGetValue(name, out var letter))
        {
            found.Add(letter);
        }
    }

    private static FrozenDictionary<string, char> Letters(params (char Letter, string Names)[] roles) =>
        roles
            .SelectMany(role => role.Names.Split(' ').Select(name => (name, role.Letter)))
            .ToFrozenDictionary(role => role.name, role => role.Letter, StringComparer.Ordinal);
}
