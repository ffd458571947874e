using System.Runtime.CompilerServices;
using System.Text.Json;

namespace HartwoodPolicyBot.Tests.Cards;

/// <summary>Reads all approved cards: their buttons are short and tell each other apart, and their words are plain English.</summary>
public sealed class CardWordsTests
{
    private const int LongestTitle = 25;

    private static readonly string[] NotEnglish =
    [
        "any more",
        "by itself",
        "from then on",
        "in its own words",
        "I know nothing but",
        "does not say",
        "I tell you",
        "meanwhile",
        "nobody",
        "set aside",
        " stands ",
        "take it back",
        "the asker",
        "to look at",
        "whoever",
        "(no version stated)",
        "(in your browser)",
        " %",
    ];

    public static TheoryData<string> Approved
    {
        get
        {
            var root = Tests();
            var files = Directory
                .EnumerateFiles(root, "*.approved.json", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(root, file).Replace(Path.DirectorySeparatorChar, '/'))
                .Where(file => file.Contains("/Snapshots/", StringComparison.Ordinal));
            return [.. files.Order(StringComparer.Ordinal)];
        }
    }

    [Theory]
    [MemberData(nameof(Approved))]
    public void Buttons_are_short_and_begin_with_different_words(string file)
    {
        var titles = Titles(Read(file));

        Assert.All(titles, title => Assert.InRange(title.Length, 1, LongestTitle));
        Assert.Equal(titles.Count, titles.Select(title => title.Split(' ')[0]).Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Theory]
    [MemberData(nameof(Approved))]
    public void No_sentence_reads_like_a_translation(string file)
    {
        var words = Read(file).GetRawText();

        Assert.All(NotEnglish, phrase => Assert.DoesNotContain(phrase, words, StringComparison.OrdinalIgnoreCase));
    }

    private static JsonElement Read(string file) => JsonDocument.Parse(File.ReadAllText(Path.Combine(Tests(), file))).RootElement;

    private static string Tests([CallerFilePath] string file = "") => Path.GetDirectoryName(Path.GetDirectoryName(file))!;

    private static List<string> Titles(JsonElement card) =>
        card.TryGetProperty("actions", out var actions)
            ? [.. actions.EnumerateArray().Select(action => action.GetProperty("title").GetString()!)]
            : [];
}
