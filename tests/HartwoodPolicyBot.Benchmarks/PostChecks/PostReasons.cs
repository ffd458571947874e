using System.Globalization;
using HartwoodPolicyBot.Core.PostChecks;

namespace HartwoodPolicyBot.Benchmarks.PostChecks;

/// <summary>Says what decided about a draft: how likely each concern was, which words weighed, and the signs of its passages.</summary>
internal static class PostReasons
{
    private const int MostKinds = 3;
    private const int MostWords = 5;

    public static string Of(ConcernClassifier classifier, string text, PostCheck found)
    {
        var draft = Draft.Read(text);
        var scores = classifier.Score(draft);
        var kinds = scores.Kinds.Take(MostKinds).Select(kind => $"{kind.Kind} {Number(kind.Probability)}");
        var signs = draft.Passages.Select(passage =>
            string.Join(' ', DraftGrammar.In(draft.WordsOf(passage), Core.Search.Terms.Words(draft.WordsOf(passage))))
        );
        var words = text.Split(' ');
        var weighed = Enumerable
            .Range(0, words.Length)
            .Select(left => (Word: words[left], By: scores.Any - Without(classifier, words, left)))
            .OrderByDescending(word => Math.Abs(word.By))
            .Take(MostWords)
            .Select(word => $"{word.Word} {Number(word.By)}");
        return $"    any {Number(scores.Any)}; {string.Join(", ", kinds)}; words: {string.Join(", ", weighed)}; "
            + $"signs: {string.Join(" | ", signs)}; shown: "
            + $"{string.Join("; ", found.Concerns.Select(concern => $"{concern.Kind}: {concern.Words}"))}";
    }

    private static float Without(ConcernClassifier classifier, string[] words, int left) =>
        classifier.Score(Draft.Read(string.Join(' ', words.Where((_, number) => number != left)))).Any;

    private static string Number(float number) => number.ToString("F2", CultureInfo.InvariantCulture);
}
