namespace HartwoodPolicyBot.Core.Search;

/// <summary>
/// Finds words that tell of an act: "posted", "has put", "keeps tweeting". A message without one, such as "anonymous posting",
/// tells of nothing that happened, so nobody is asked whether it has.
/// </summary>
internal static class ActWords
{
    private const int ShortestPast = 4;

    private static readonly HashSet<string> Past =
    [
        .. """
            been came caught did done drew fell felt forgot found gave given gone got had has have held kept knew left let lost made met put
            ran read said sang sat saw seen sent shot shown sold spoke stuck taken taught texted thought threw told took went wrote written
            ive weve theyve youve whos hes shes someones somebodys
            """.Split([' ', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries),
    ];

    private static readonly HashSet<string> GoingOn =
    [
        "is",
        "are",
        "was",
        "were",
        "am",
        "im",
        "keeps",
        "keep",
        "theres",
        "hes",
        "shes",
        "theyre",
    ];

    public static bool AreIn(IReadOnlyList<string> words) =>
        words.Any(word => Past.Contains(word) || (word.Length >= ShortestPast && word.EndsWith("ed", StringComparison.Ordinal)))
        || words.Zip(words.Skip(1)).Any(pair => GoingOn.Contains(pair.First) && pair.Second.EndsWith("ing", StringComparison.Ordinal));
}
