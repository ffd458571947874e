namespace HartwoodPolicyBot.Core.Search;

/// <summary>A message that makes sense only after the one before: "and on linkedin?", "where do I find it", "why".</summary>
public static class FollowUp
{
    private const int VeryFewWords = 2;
    private const int FewWords = 5;

    /// <summary>Who says more says it all.</summary>
    private const int MostWords = 12;

    /// <summary>So unsure that a policy covers it, by itself: another matter, such as leave or lunch.</summary>
    private const float AnotherMatter = 0.25f;

    /// <summary>The same for a word or two that the bank knows as something else: "leave", "gdpr".</summary>
    private const float PerhapsAnotherMatter = 0.5f;

    /// <summary>The same for "what if it was only a sample", which leans on the question before twice.</summary>
    private const float Unheard = 0.05f;

    /// <summary>So sure that a policy covers it, by itself, that nothing is missing.</summary>
    private const float Complete = 0.9f;

    private static readonly string[][] Openings =
    [
        ["and"],
        ["but"],
        ["or"],
        ["also"],
        ["even"],
        ["same"],
        ["so"],
        ["only"],
        ["not", "even"],
        ["what", "about"],
        ["wot", "about"],
        ["how", "about"],
        ["what", "if"],
        ["is", "that"],
        ["is", "it"],
        ["does", "that"],
        ["does", "it"],
        ["would", "that"],
        ["would", "it"],
        ["ok", "and"],
        ["ok", "but"],
        ["ok", "so"],
    ];

    /// <summary>"how", "for how long", "why not": alone they ask about whatever was said before.</summary>
    private static readonly string[] Asking = ["why", "how", "when", "where", "who", "whom", "what", "which"];

    private static readonly string[] PointingBack =
    [
        "it",
        "its",
        "that",
        "thats",
        "they",
        "them",
        "those",
        "these",
        "one",
        "ones",
        "there",
        "then",
    ];

    /// <param name="message">What was just written.</param>
    /// <param name="alone">How it is read by itself.</param>
    public static bool Needs(string message, Ranking alone)
    {
        var (words, covered) = (Terms.Words(message), alone.Covered);
        var opens = Openings.Any(opening => words.Take(opening.Length).SequenceEqual(opening));
        var pointsBack = words.Any(PointingBack.Contains);
        var leastCovered = opens && pointsBack ? Unheard : AnotherMatter;
        if (words.Count <= VeryFewWords)
        {
            leastCovered =
                opens || pointsBack || words.Any(Asking.Contains) ? 0
                : alone.Kind is null ? AnotherMatter
                : PerhapsAnotherMatter;
        }

        return words.Count <= MostWords
            && covered >= leastCovered
            && (opens || (covered < Complete && (words.Count <= FewWords || pointsBack)));
    }
}
