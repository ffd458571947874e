namespace AdaptiveCards;

/// <summary>Shortens the texts that a card shows. No character is cut in half.</summary>
/// <param name="Longest">The most UTF-16 units of a text.</param>
/// <param name="More">What is shown where a text was cut, such as where the rest can be read.</param>
internal sealed record TextCut(int Longest, string More)
{
    /// <summary>Returns the cut for a text that a tap opens in full, which needs no words about the rest.</summary>
    public TextCut ForTap() => this with { More = "" };

    public string Of(string words) => words.Length <= Longest ? words : $"{words[..Start(words)].TrimEnd()}… {More}".TrimEnd();

    public CardText Of(CardText text) =>
        text.Markdown.Length <= Longest ? text
        : text.Words is { } words ? Of(words)
        : CardText.Formatted($"{text.Markdown[..Space(text.Markdown)].TrimEnd()}… {CardText.Escape(More)}".TrimEnd());

    private int Start(string words) => char.IsHighSurrogate(words[Longest - 1]) ? Longest - 1 : Longest;

    /// <summary>Returns the last space that is near enough, because anywhere else could be in the middle of an escape.</summary>
    private int Space(string markdown) => markdown.LastIndexOf(' ', Longest) is > 0 and var space ? space : Start(markdown);
}
