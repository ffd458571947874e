using System.Text;

namespace HartwoodPolicyBot.Core.Policies.Import.Word;

/// <summary>A part of a paragraph, with what all of its words look like.</summary>
internal sealed record WordPiece(StringBuilder Text, BlockLook Look)
{
    private int letters;
    private int boldLetters;
    private BlockLook? untouched;
    private bool hasInserted;

    /// <summary>Whether its look is that of words. To look for them in the text again for each addition would take too long.</summary>
    private bool HasWords { get; init; } = Text.ToString().Any(char.IsLetter);

    /// <summary>Whether somebody inserted it while changes were tracked.</summary>
    public bool IsInserted { get; init; }

    /// <summary>How the words look that were there before others were inserted; null where all of them, or none, were.</summary>
    public BlockLook? LookBefore => hasInserted ? untouched : null;

    /// <summary>The bold words at its start, where others follow; otherwise null.</summary>
    public string? BoldStart { get; private init; }

    /// <summary>Whether at least half of its letters are bold, and not all.</summary>
    public bool IsMostlyBold => boldLetters < letters && boldLetters * 2 >= letters;

    /// <summary>
    /// Adds text. Its look counts only where it has words: all of them must be bold for the line to be bold. A number says nothing.
    /// </summary>
    public WordPiece With(string text, BlockLook look, bool isInserted = false)
    {
        var before = Text.Length;
        Text.Append(text);
        var added = text.Count(char.IsLetter);
        if (added == 0)
        {
            return this;
        }

        letters += added;
        boldLetters += look.Bold ? added : 0;
        hasInserted |= isInserted;
        untouched = isInserted ? untouched : untouched?.And(look) ?? look;
        return !HasWords
            ? this with
            {
                Look = look,
                HasWords = true,
            }
            : this with
            {
                Look = Look.And(look),
                BoldStart = Look.Bold && !look.Bold ? PlainWords.Clean(Text.ToString(0, before)) : BoldStart,
            };
    }
}
