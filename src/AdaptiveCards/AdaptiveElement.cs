using System.Text.Json;
using System.Text.Json.Serialization;

namespace AdaptiveCards;

/// <summary>Represents an element of a card's body.</summary>
/// <param name="type">The name of the kind of element in JSON.</param>
[JsonConverter(typeof(AdaptiveElementConverter))]
public abstract class AdaptiveElement(string type)
{
    [JsonPropertyOrder(-1)]
    public string Type { get; } = type;
    public string? Spacing { get; init; }
    public bool? Separator { get; init; }

    /// <summary>Returns the element with its texts cut; the same element if it shows none that may be cut.</summary>
    internal virtual AdaptiveElement Shortened(TextCut cut) => this;

    internal abstract void Write(Utf8JsonWriter writer);
}

/// <summary>
/// Shows a paragraph of the bot's own words, which clients read as Markdown; the words of people and documents go into an
/// <see cref="AdaptiveRichTextBlock"/>. It always wraps, so that a phone shows the same words as a desktop.
/// </summary>
public sealed class AdaptiveTextBlock(CardText text) : AdaptiveElement("TextBlock")
{
    private CardText shown = text;

    public string Text => shown.Markdown;
    public bool Wrap { get; } = true;

    /// <summary>Set to "heading" so that screen readers announce a heading.</summary>
    public string? Style { get; init; }
    public string? Size { get; init; }
    public string? Weight { get; init; }
    public string? Color { get; init; }
    public bool? IsSubtle { get; init; }

    /// <summary>
    /// Returns the heading of a card, or of a part <paramref name="isBelow"/> another with a line above it. Only a TextBlock is
    /// announced as a heading, so that the words of people and documents are in one too, unless a client could take them for
    /// Markdown.
    /// </summary>
    public static AdaptiveElement Heading(string words, bool isBelow = false) => Heading(words, "Large", isBelow ? "Large" : null);

    /// <summary>Returns the smaller heading of a part of a card, with a line above it.</summary>
    public static AdaptiveElement PartHeading(string words) => Heading(words, null, "Medium");

    private static AdaptiveElement Heading(string words, string? size, string? spacing) =>
        CardText.IsPlain(words)
            ? new AdaptiveTextBlock(words)
            {
                Style = "heading",
                Size = size,
                Weight = "Bolder",
                Separator = spacing is null ? null : true,
                Spacing = spacing,
            }
            : new AdaptiveRichTextBlock(words)
            {
                Size = size,
                Weight = "Bolder",
                Separator = spacing is null ? null : true,
                Spacing = spacing,
            };

    /// <summary>
    /// Returns a line for the top of a card that says what was just done, or why it was not; nothing for null.
    /// </summary>
    public static IEnumerable<AdaptiveElement> Banner(string? sentence) =>
        sentence is null ? [] : [new AdaptiveRichTextBlock(sentence) { Weight = "Bolder" }];

    /// <summary>Returns a line that says what is wrong with the answers; nothing for null.</summary>
    public static IEnumerable<AdaptiveElement> Warning(string? sentence) =>
        sentence is null ? [] : [new AdaptiveRichTextBlock(sentence) { Color = "Attention", Weight = "Bolder" }];

    public static AdaptiveTextBlock Subtle(CardText text) => new(text) { IsSubtle = true, Size = "Small" };

    internal override AdaptiveElement Shortened(TextCut cut)
    {
        var copy = (AdaptiveTextBlock)MemberwiseClone();
        copy.shown = cut.Of(shown);
        return copy;
    }

    internal override void Write(Utf8JsonWriter writer) => CardJson.Default.AdaptiveTextBlock.SerializeHandler!(writer, this);
}

/// <summary>Groups elements; the style "emphasis" gives the group a background.</summary>
public sealed class AdaptiveContainer() : AdaptiveElement("Container")
{
    internal const string TapHeight = "44px";

    /// <summary>The name by which an action shows or hides the group.</summary>
    public string? Id { get; init; }

    /// <summary>Set to false for a group that is hidden at first.</summary>
    public bool? IsVisible { get; init; }
    public required IReadOnlyList<AdaptiveElement> Items { get; init; }
    public string? Style { get; init; }

    /// <summary>The action of a tap anywhere in the group.</summary>
    public AdaptiveAction? SelectAction { get; init; }

    /// <summary>The height that a thumb needs, for a group to tap. Source: WCAG 2.2, target size (enhanced), 44 px.</summary>
    public string? MinHeight => SelectAction is null ? null : TapHeight;

    public string? VerticalContentAlignment => SelectAction is null ? null : "Center";

    /// <summary>Makes a line to tap that says in other words what its action's title says.</summary>
    public static AdaptiveContainer Row(AdaptiveAction action, params IReadOnlyList<AdaptiveTextRun> runs) =>
        new()
        {
            Items = [new AdaptiveRichTextBlock(runs)],
            SelectAction = action,
            Spacing = "Small",
        };

    /// <summary>Makes a line to tap. Unlike a button's title it wraps, so that a phone doesn't cut it off.</summary>
    public static AdaptiveContainer Row(AdaptiveAction action) => TitleToTap(action, separator: null, "Small");

    /// <summary>Makes a line to tap below a rule, with which another part of the card begins.</summary>
    public static AdaptiveContainer SeparatedRow(AdaptiveAction action) => TitleToTap(action, separator: true, "Medium");

    private static AdaptiveContainer TitleToTap(AdaptiveAction action, bool? separator, string spacing) =>
        new()
        {
            Items = [new AdaptiveRichTextBlock(action.Title) { Color = "Accent", Weight = "Bolder" }],
            SelectAction = action,
            Separator = separator,
            Spacing = spacing,
        };

    internal override AdaptiveElement Shortened(TextCut cut)
    {
        var inside = SelectAction is null ? cut : cut.ForTap();
        return new AdaptiveContainer
        {
            Id = Id,
            IsVisible = IsVisible,
            Items = [.. Items.Select(item => item.Shortened(inside))],
            Style = Style,
            SelectAction = SelectAction?.Shortened(inside),
            Spacing = Spacing,
            Separator = Separator,
        };
    }

    internal override void Write(Utf8JsonWriter writer) => CardJson.Default.AdaptiveContainer.SerializeHandler!(writer, this);
}
