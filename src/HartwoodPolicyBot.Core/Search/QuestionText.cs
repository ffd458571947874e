namespace HartwoodPolicyBot.Core.Search;

/// <summary>Represents a text divided into words, stems and concepts once, for all parts of the search.</summary>
/// <param name="Words">The words in lower case, in order.</param>
/// <param name="Stems">The words without their endings, in the same order.</param>
/// <param name="Concepts">The concepts of the words, each once, in a fixed order. Each name starts with @, as no word does.</param>
public sealed record QuestionText(IReadOnlyList<string> Words, IReadOnlyList<string> Stems, IReadOnlyList<string> Concepts)
{
    public static QuestionText Of(string text, Lexicon lexicon) => Of(Terms.Words(text), lexicon);

    internal static QuestionText Of(List<string> words, Lexicon lexicon)
    {
        var stems = words.ConvertAll(Terms.Stem);
        return new QuestionText(words, stems, lexicon.In(stems));
    }
}
