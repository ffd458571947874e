namespace HartwoodPolicyBot.Core.Search;

/// <summary>A text taken apart once, for everything that looks at it.</summary>
/// <param name="Words">Lower case, in order.</param>
/// <param name="Stems">The words without their endings, in the same order.</param>
/// <param name="Concepts">What the words stand for, each once, in a fixed order; each name begins with @, as no word does.</param>
public sealed record QuestionText(IReadOnlyList<string> Words, IReadOnlyList<string> Stems, IReadOnlyList<string> Concepts)
{
    public static QuestionText Of(string text, Lexicon lexicon) => Of(Terms.Words(text), lexicon);

    internal static QuestionText Of(List<string> words, Lexicon lexicon)
    {
        var stems = words.ConvertAll(Terms.Stem);
        return new QuestionText(words, stems, lexicon.In(stems));
    }
}
