using System.Net;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using HartwoodPolicyBot.Tests.Training;

namespace HartwoodPolicyBot.Tests.Cards;

/// <summary>
/// Measures all that the bot itself says: each text in the program that is a sentence, the pages, and the lines above quotations. A
/// value that is filled in counts as one word. The policy's own words are not measured, because the bot may not change them, and
/// neither is what the log says.
/// </summary>
public sealed partial class PlainWordsTests
{
    /// <summary>The most words of a sentence. Source: GOV.UK, "Sentence length: why 25 words is our limit".</summary>
    private const int MostWords = 25;

    /// <summary>The reading age that the practice asked for, by <see cref="ReadingAge"/>.</summary>
    private const double OldestReader = 11;

    private static readonly string Root = Path.GetFullPath(Path.Combine(Here(), "..", "..", "..", "src"));

    [Fact]
    public void No_sentence_has_more_than_25_words()
    {
        var texts = Said();

        Assert.InRange(texts.Count, 700, 5000);
        Assert.Empty(
            texts
                .SelectMany(text => Sentences(text.Text).Select(sentence => (text.File, Sentence: sentence)))
                .Where(said => ReadingAge.Words(said.Sentence).Count > MostWords)
                .Select(said => $"{said.File}: {said.Sentence}")
        );
    }

    [Fact]
    public void The_reading_age_is_at_most_11_in_all_and_12_in_each_feature()
    {
        var texts = Said();

        Assert.InRange(ReadingAge.Of(string.Join(' ', texts.Select(text => text.Text))), 5, OldestReader);
        Assert.All(
            texts.GroupBy(text => text.File.Split('/')[1]).Where(feature => feature.Count() >= 10),
            feature => Assert.InRange(ReadingAge.Of(string.Join(' ', feature.Select(text => text.Text))), 5, OldestReader + 1)
        );
    }

    private static List<(string File, string Text)> Said() => [.. InCode(), .. OnPages(), .. AboveQuotations()];

    private static IEnumerable<(string File, string Text)> InCode() =>
        from file in Files("*.cs")
        where !file.EndsWith("Log.cs", StringComparison.Ordinal) && !file.Contains("/Migrations/", StringComparison.Ordinal)
        from Match match in Joined().Matches(Comment().Replace(File.ReadAllText(Path.Combine(Root, file)), ""))
        let text = string.Concat(Literal().Matches(match.Value).Select(Value))
        where IsSentence().IsMatch(text) && !text.Contains("SELECT ", StringComparison.Ordinal)
        select (file, text);

    private static IEnumerable<(string File, string Text)> OnPages() =>
        from file in Files("*.razor")
        let markup = File.ReadAllText(Path.Combine(Root, file)).Split("@code")[0]
        from Match match in Paragraph().Matches(markup)
        let text = WebUtility.HtmlDecode(Tag().Replace(Expression().Replace(match.Groups["text"].Value, "X"), ""))
        where IsSentence().IsMatch(text)
        select (file, text);

    private static IEnumerable<(string File, string Text)> AboveQuotations() =>
        from file in Files("*.txt")
        where file.Contains("/Phrasings/", StringComparison.Ordinal)
        from line in File.ReadLines(Path.Combine(Root, file))
        where line.StartsWith("> ", StringComparison.Ordinal)
        select (file, line[2..]);

    private static IEnumerable<string> Files(string pattern) =>
        new[] { "HartwoodPolicyBot", "HartwoodPolicyBot.Core" }
            .SelectMany(project => Directory.EnumerateFiles(Path.Combine(Root, project), pattern, SearchOption.AllDirectories))
            .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal));

    private static IEnumerable<string> Sentences(string text) => End().Split(text).Where(sentence => sentence.Any(char.IsLetter));

    /// <summary>Returns what a literal says; what is filled in stands as X.</summary>
    private static string Value(Match literal)
    {
        var text = SettingName().Replace(literal.Value.TrimStart('$')[1..^1].Replace("\\\"", "\"", StringComparison.Ordinal), "X");
        for (var before = ""; before != text && literal.Value[0] == '$'; )
        {
            before = text;
            text = FilledIn().Replace(text, "X");
        }

        return text;
    }

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;

    [GeneratedRegex("""\$?"(?>(?:[^"\\\n]|\\.)*)"(?>(?:\s*\+\s*\$?"(?>(?:[^"\\\n]|\\.)*)")*)""", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Joined();

    [GeneratedRegex("""\$?"(?>(?:[^"\\\n]|\\.)*)" """, RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace, 5000)]
    private static partial Regex Literal();

    [GeneratedRegex("""^\s*//[^\n]*$""", RegexOptions.Multiline, 5000)]
    private static partial Regex Comment();

    /// <summary>Matches the name of a setting, such as "Privacy:AuditYears", which is not a word.</summary>
    [GeneratedRegex(@"\b[A-Z]\w+(?::[A-Z]\w+)+", RegexOptions.None, 5000)]
    private static partial Regex SettingName();

    [GeneratedRegex("""\{[^{}]*\}""", RegexOptions.None, 5000)]
    private static partial Regex FilledIn();

    [GeneratedRegex("""<(?:p|li|dd)(?: [^>]*)?>(?<text>.*?)</(?:p|li|dd)>""", RegexOptions.ExplicitCapture | RegexOptions.Singleline, 5000)]
    private static partial Regex Paragraph();

    [GeneratedRegex("""<[^>]*>""", RegexOptions.None, 5000)]
    private static partial Regex Tag();

    [GeneratedRegex("""@\([^)]*\)|@[A-Za-z.]+(?:\([^)]*\))?""", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Expression();

    [GeneratedRegex("""\A[A-Z“].* .*[.?!]["”]?\s*\z""", RegexOptions.Singleline, 5000)]
    private static partial Regex IsSentence();

    [GeneratedRegex("""(?<=[.!?])["”]?\s+(?=[A-Z“])""", RegexOptions.None, 5000)]
    private static partial Regex End();
}
