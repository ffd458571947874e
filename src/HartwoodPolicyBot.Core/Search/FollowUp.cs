namespace HartwoodPolicyBot.Core.Search;

/// <summary>
/// Recognises a follow-up, a message that makes sense only with the one before it: "and on linkedin?", "where do I find
/// it", "why". It opens like one or points back; that a message is short is not enough.
/// </summary>
public static class FollowUp
{
    private const int VeryFewWords = 2;
    private const int FewWords = 5;

    /// <summary>The longest follow-up, in words. A longer message makes sense alone.</summary>
    private const int MostWords = 12;

    /// <summary>
    /// Below this probability that a policy covers the message alone, it is about an unrelated subject, such as leave or lunch.
    /// </summary>
    private const float AnotherMatter = 0.15f;

    /// <summary>
    /// The same limit for messages such as "what if it was only a sample", which refer to the question before in two ways.
    /// </summary>
    private const float Unheard = 0.023f;

    /// <summary>Above this probability that a policy covers the message alone, nothing is missing from it.</summary>
    private const float Complete = 0.96f;

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
        ["just"],
        ["ok"],
        ["what", "even"],
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
    ];

    /// <summary>First words with which even two words are no request to the bot: "and whatsapp?".</summary>
    private static readonly string[] AddsOn = ["and", "or"];

    /// <summary>Words that, alone, ask about the message before: "how", "for how long", "why not".</summary>
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
        "she",
        "he",
    ];

    /// <summary>Words that add to the message before, in a short message: "the builders too?", "mine as well?".</summary>
    private static readonly string[] Adding = ["too", "well", "only", "either", "instead", "else", "though"];

    /// <summary>Words about the chat itself. A message with one of them is said to the bot, and is no question about a policy.</summary>
    private static readonly string[] AboutTheChat =
    [
        "yes",
        "yeah",
        "yep",
        "no",
        "nope",
        "nah",
        "back",
        "undo",
        "over",
        "wrong",
        "right",
        "disagree",
        "contact",
        "human",
        "person",
        "weather",
    ];

    /// <summary>Says whether a message has to be read with the one before it.</summary>
    /// <param name="message">The message that was just written.</param>
    /// <param name="alone">The ranking for the message alone.</param>
    public static bool Needs(string message, Ranking alone)
    {
        var (words, covered) = (Terms.Words(message), alone.Covered);
        if (
            words.Any(AboutTheChat.Contains)
            || (words.Count <= VeryFewWords && alone.Intent is not null && !words.Take(1).Any(AddsOn.Contains))
        )
        {
            return false;
        }

        var opens = Openings.Any(opening => words.Take(opening.Length).SequenceEqual(opening));
        var pointsBack = words.Any(PointingBack.Contains) || (words.Count <= FewWords && words.Any(Adding.Contains));
        var leastCovered = opens && pointsBack ? Unheard : AnotherMatter;
        var asks = words.Count <= VeryFewWords && words.Any(Asking.Contains);
        if (words.Count <= VeryFewWords)
        {
            leastCovered = 0;
        }

        return words.Count <= MostWords && covered >= leastCovered && (opens || (covered < Complete && (pointsBack || asks)));
    }
}
