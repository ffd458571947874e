namespace HartwoodPolicyBot.Attack.Floods;

/// <summary>Lists the texts that patterns find hardest, each as long as a request may hold.</summary>
internal static class WorstTexts
{
    private const int Length = 100_000;

    public static IReadOnlyList<(string Name, string Text)> All { get; } =
    [
        ("NHS and 3,900 spaces", "NHS" + new string(' ', 3900) + "x1"),
        ("a. × 60,000", Times("a.", 60_000)),
        ("01.01. × 20,000", Times("01.01.", 20_000)),
        ("&nbsp; × 3,000", Times("&nbsp;", 3_000)),
        .. Repeated("x", " ", "\n", "0", "07", "9 ", "<", "<b", "</", "<at>", "&", "&amp;", "&#", "@", "a@", "a@a.", "@a.", ".", "-"),
        .. Repeated(
            "NHS ",
            "NHS:",
            "born ",
            "http://",
            "https://a.",
            "www.",
            "*",
            "_",
            "[",
            "[](",
            "`",
            "|",
            "Mr A",
            "A1 1A",
            "\t-",
            "1/1/",
            "<at></at>",
            "<at id=\"0\">a</at>",
            "<quoted ",
            "<quoted>",
            "<quoted messageId=\"1\"/>",
            "<img alt",
            "<img alt=\"🍺\">",
            "<blockquote itemtype=\"http://schema.skype.com/Reply\">"
        ),
        ("NHS and 99,000 spaces", "NHS" + new string(' ', 99_000) + "x1"),
        ("words of one letter", Times("a b c d e f g h i j ", Length / 20)),
        ("one question, over and over", Times("can i post a photo of a patient on insta ", Length / 41)),
    ];

    private static IEnumerable<(string Name, string Text)> Repeated(params string[] parts) =>
        parts.Select(part =>
            ($"{part.Replace("\n", "\\n", StringComparison.Ordinal)} × {Length / part.Length}", Times(part, Length / part.Length))
        );

    private static string Times(string part, int count) => string.Concat(Enumerable.Repeat(part, count));
}
