using System.Buffers;
using System.Net;
using System.Text;

namespace HartwoodPolicyBot.Teams.Activities;

/// <summary>
/// Reads the words out of the markup that Teams puts into a message: mentions, quotes and emoji, and in HTML everything else. It
/// goes through the text once and never back, so that no text can keep it busy.
/// </summary>
/// <param name="source">The text as Teams sent it.</param>
/// <param name="isHtml">True for HTML. In plain text only Teams' own marks are markup; all else was typed by a person.</param>
/// <param name="decodes">True if HTML entities stand for characters.</param>
/// <param name="mention">Returns what to write for a mention.</param>
internal sealed class MarkupReader(string source, bool isHtml, bool decodes, Func<MentionMark, string> mention)
{
    private const string ReplyQuote = "schema.skype.com/Reply";
    private const string SkypeMention = "schema.skype.com/Mention";
    private const int LongestEmoji = 40;
    private static readonly SearchValues<char> NotInText = SearchValues.Create([WrittenText.Colleague]);
    private static readonly SearchValues<char> NotInHtml = SearchValues.Create([WrittenText.Colleague, '\r', '\n']);
    private readonly StringBuilder words = new(source.Length);
    private (string Tag, int Start, string? Id)? mentioned;
    private (string Tag, int Start, int Depth)? quoted;
    private bool hasImage;

    /// <summary>True if the text had a quotation of another message, which was left out.</summary>
    public bool HasQuote { get; private set; }

    public string Read()
    {
        var place = 0;
        while (place < source.Length)
        {
            var open = source.IndexOf('<', place);
            Say(source.AsSpan(place, (open < 0 ? source.Length : open) - place));
            place = open < 0 ? source.Length : After(open);
        }

        return words.ToString();
    }

    /// <summary>Handles what begins with the bracket at <paramref name="open"/>, and returns where to go on.</summary>
    private int After(int open)
    {
        // A tag ends before the next tag begins, so no part of the text is looked at twice.
        var length = source.AsSpan(open + 1).IndexOfAny('<', '>');
        if (length < 0 || source[open + 1 + length] == '<')
        {
            words.Append('<');
            return open + 1;
        }

        var inside = source.AsSpan(open + 1, length);
        if (MarkupTag.Read(inside) is not { } tag || !(Handle(tag, inside) || isHtml))
        {
            words.Append('<');
            return open + 1;
        }

        return open + length + 2;
    }

    /// <summary>Returns false if the tag is not one of Teams' marks.</summary>
    private bool Handle(MarkupTag tag, ReadOnlySpan<char> inside) =>
        tag.Name switch
        {
            "at" => Mention(tag, inside),
            "quoted" => Quote(tag),
            "img" => Image(inside),
            "span" when isHtml && (mentioned?.Tag == "span" ? tag.IsEnd : Has(inside, SkypeMention)) => Mention(tag, inside),
            "blockquote" when quoted?.Tag == "blockquote" || Has(inside, ReplyQuote) => Quote(tag),
            "br" or "p" or "div" or "li" or "tr" or "td" or "blockquote" when isHtml => Break(tag),
            _ => false,
        };

    private bool Mention(MarkupTag tag, ReadOnlySpan<char> inside)
    {
        if (!tag.IsEnd)
        {
            mentioned = tag.IsEmpty ? null : (tag.Name, words.Length, MarkupTag.Value(inside, "id") ?? MarkupTag.Value(inside, "itemid"));
            hasImage = false;
        }
        else if (mentioned is { } begun && begun.Tag == tag.Name)
        {
            var name = words.ToString(begun.Start, words.Length - begun.Start);
            words.Length = begun.Start;

            // Some clients put an emoji into a mention's tag.
            words.Append(hasImage && !name.Any(char.IsLetterOrDigit) ? name : mention(new(name.Trim(), begun.Id)));
            mentioned = null;
        }

        return true;
    }

    private bool Quote(MarkupTag tag)
    {
        if (!tag.IsEnd)
        {
            HasQuote = true;
            if (!tag.IsEmpty)
            {
                quoted = quoted is { } outer ? outer with { Depth = outer.Depth + 1 } : (tag.Name, words.Length, 1);
            }
        }
        else if (quoted is { } begun && begun.Tag == tag.Name)
        {
            quoted = begun.Depth > 1 ? begun with { Depth = begun.Depth - 1 } : null;
            if (quoted is null)
            {
                words.Length = begun.Start;
                words.Append('\n');
                mentioned = null;
            }
        }

        return true;
    }

    private bool Image(ReadOnlySpan<char> inside)
    {
        hasImage = true;
        if (MarkupTag.Value(inside, "alt") is { Length: <= LongestEmoji } alt && !alt.Any(char.IsLetter))
        {
            Say(alt);
        }

        return true;
    }

    private bool Break(MarkupTag tag)
    {
        if (tag.IsEnd || tag.Name == "br")
        {
            words.Append('\n');
        }

        return true;
    }

    private void Say(ReadOnlySpan<char> part)
    {
        if (part.IsEmpty)
        {
            return;
        }

        var said = decodes && part.Contains('&') ? WebUtility.HtmlDecode(part.ToString()) : part;
        foreach (var range in said.SplitAny(isHtml ? NotInHtml : NotInText))
        {
            // What is left out is a space: the mark for mentions, and in HTML the ends of lines.
            words.Append(said[range]).Append(range.End.Value < said.Length ? " " : "");
        }
    }

    private static bool Has(ReadOnlySpan<char> inside, string type) => inside.Contains(type, StringComparison.OrdinalIgnoreCase);
}

/// <summary>Represents a mention as it is in the text: the name, and the number by which its entity may be found.</summary>
internal sealed record MentionMark(string Name, string? Id);
