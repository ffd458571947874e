namespace HartwoodPolicyBot.Routing;

/// <summary>Recognises thanks in any of their many wordings, such as "ok thx" and "great, thank u very much".</summary>
internal static class ThanksWords
{
    /// <summary>The command that thanks are read as.</summary>
    public const string Command = "thanks";

    private static readonly HashSet<string> Thanks = ["thanks", "thank", "thx", "thnx", "thanx", "thankyou", "ta", "ty", "tysm", "cheers"];

    private static readonly HashSet<string> Around =
    [
        .. "ok okay k great lovely brilliant perfect super thats very much so many a lot you u ya bot for now all got it cool".Split(' '),
    ];

    /// <summary>Says whether the words thank and say nothing else.</summary>
    public static bool AreAll(IReadOnlyList<string> words) =>
        words.Any(Thanks.Contains) && words.All(word => Thanks.Contains(word) || Around.Contains(word));
}
