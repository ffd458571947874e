namespace HartwoodPolicyBot.Core.Search;

/// <summary>
/// Recognises somebody who owns up, or tells that something has gone wrong, without saying what: "I think I've done something stupid",
/// "we've been hacked". Nothing in such words is the policy's, so what is learned would take them for anything. They lead to a report.
/// </summary>
public static class OwningUp
{
    /// <summary>The most words of a message that owns up and says nothing else.</summary>
    private const int MostWords = 16;

    /// <summary>Words that say who, when, how surely and how sorry, and neither what was done nor to whom.</summary>
    private static readonly HashSet<string> Around = Terms.Set(
        """
        i ive im id we weve were me my myself our us it its that thats this so and but now just really very pretty quite completely totally
        think thought might may must have has had having be been being am is was a an the some something somethings somehow of bit kind
        sort oh no god gosh omg ok right um er well hi hello please sorry help ugh argh dear today yesterday last night morning earlier
        week online here there too big huge such ever to dont know what do need admit say feel feeling sick afraid scared worried got get
        all up knew should shouldnt about badly horribly terribly accidentally by accident on in confess
        """
    );

    /// <summary>
    /// What somebody owns up to: a deed, what makes it a fault where the deed alone doesn't, and what else may be said of it.
    /// </summary>
    private static readonly (HashSet<string> Deeds, HashSet<string> Faults, HashSet<string> Beside)[] Told =
    [
        (Terms.Set("messed mucked screwed cocked slipped stuffed fouled ballsed fucked buggered goofed blundered"), [], []),
        (
            Terms.Set("done did made said went gone happened"),
            Terms.Set(
                """
                wrong bad stupid silly terrible awful dreadful horrible foolish daft dumb idiotic unprofessional regret mistake mistakes
                error blunder clanger
                """
            ),
            []
        ),
        (Terms.Set("broke broken breached"), Terms.Set("rule rules policy policies guideline guidelines"), []),
        (
            Terms.Set("hacked compromised"),
            [],
            Terms.Set("account accounts page facebook fb insta instagram twitter x tiktok linkedin website practice surgery")
        ),
        (Terms.Set("lost stolen nicked"), Terms.Set("phone mobile laptop tablet ipad"), Terms.Set("work practice surgery")),
        (
            Terms.Set("sent shared posted messaged emailed forwarded texted tagged whatsapped put"),
            Terms.Set("wrong"),
            Terms.Set("person people group chat number account page place one thread")
        ),
    ];

    /// <summary>Words that open a question, such as "have I done something wrong".</summary>
    private static readonly HashSet<string> Opening = Terms.Set("has have is was were am did do must may might should");

    /// <summary>Returns what a message asks about the bot: a report, where it owns up and says nothing else.</summary>
    /// <param name="intent">What the message was understood to ask about the bot; null for nothing.</param>
    /// <param name="words">The words of the message, in lower case and without apostrophes.</param>
    internal static string? Instead(string? intent, IReadOnlyList<string> words) => IsTold(words) ? AboutTheManager.ToReport : intent;

    /// <summary>Says whether somebody owns up and doesn't say what happened.</summary>
    /// <param name="words">The words of the message, in lower case and without apostrophes.</param>
    public static bool IsTold(IReadOnlyList<string> words) =>
        words.Count is > 1 and <= MostWords
        && !Opening.Contains(words[0])
        && !AsksWhat(words)
        && Array.Exists(
            Told,
            told =>
                words.Any(told.Deeds.Contains)
                && (told.Faults.Count == 0 || words.Any(told.Faults.Contains))
                && words.All(word =>
                    Around.Contains(word) || told.Deeds.Contains(word) || told.Faults.Contains(word) || told.Beside.Contains(word)
                )
        );

    /// <summary>Says whether "what" asks something. In "I don't know what to do" it doesn't.</summary>
    private static bool AsksWhat(IReadOnlyList<string> words) =>
        words.Index().Any(word => word.Item == "what" && words.ElementAtOrDefault(word.Index + 1) != "to");
}
