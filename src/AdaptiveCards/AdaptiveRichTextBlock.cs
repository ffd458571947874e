using System.Text.Json;
using System.Text.Json.Serialization;

namespace AdaptiveCards;

/// <summary>
/// Shows a paragraph with the words of people or documents in it. No client reads Markdown here, so that every character is
/// shown as it was typed.
/// </summary>
/// <remarks>
/// Sources: adaptivecards.io, RichTextBlock (1.2); github.com/microsoft/AdaptiveCards/issues/5590: phones show the Markdown
/// escapes of a <see cref="AdaptiveTextBlock"/> as typed.
/// </remarks>
/// <param name="runs">The parts of the paragraph. Each keeps its own look; what it leaves open is as the paragraph says.</param>
public sealed class AdaptiveRichTextBlock(params IReadOnlyList<AdaptiveTextRun> runs) : AdaptiveElement("RichTextBlock")
{
    private IReadOnlyList<AdaptiveTextRun> runs = runs;

    public AdaptiveRichTextBlock(string words)
        : this(new AdaptiveTextRun(words)) { }

    public IReadOnlyList<AdaptiveTextRun> Inlines =>
        [
            .. runs.Select(run =>
                run with
                {
                    Size = run.Size ?? Size,
                    Weight = run.Weight ?? Weight,
                    Color = run.Color ?? Color,
                    IsSubtle = run.IsSubtle ?? IsSubtle,
                }
            ),
        ];

    [JsonIgnore]
    public string? Size { get; init; }

    [JsonIgnore]
    public string? Weight { get; init; }

    [JsonIgnore]
    public string? Color { get; init; }

    [JsonIgnore]
    public bool? IsSubtle { get; init; }

    internal override AdaptiveElement Shortened(TextCut cut)
    {
        var copy = (AdaptiveRichTextBlock)MemberwiseClone();
        copy.runs = [.. runs.Select(run => run with { Text = cut.Of(run.Text) })];
        return copy;
    }

    internal override void Write(Utf8JsonWriter writer) => CardJson.Default.AdaptiveRichTextBlock.SerializeHandler!(writer, this);

    public static AdaptiveRichTextBlock Subtle(string words) => new(words) { IsSubtle = true, Size = "Small" };

    /// <summary>Returns one item of a list.</summary>
    public static AdaptiveRichTextBlock Bullet(string words) => new(new AdaptiveTextRun("• "), new AdaptiveTextRun(words));

    /// <summary>Returns a name and its value, such as "Asked by: Priya Shah".</summary>
    public static AdaptiveRichTextBlock Labelled(string label, string words, string? spacing = null) =>
        new(new AdaptiveTextRun($"{label}: ") { Weight = "Bolder" }, new AdaptiveTextRun(words)) { Spacing = spacing };

    /// <summary>Returns words in a group of their own with a background, which sets them off from what the bot says.</summary>
    public static AdaptiveContainer SetOff(params IEnumerable<string> words) =>
        new() { Style = "emphasis", Items = [.. words.Select(paragraph => new AdaptiveRichTextBlock(paragraph))] };
}

/// <summary>Represents a part of a paragraph: words exactly as they are shown, and their look.</summary>
public sealed record AdaptiveTextRun(string Text)
{
    public string Type { get; } = "TextRun";
    public string? Size { get; init; }
    public string? Weight { get; init; }
    public string? Color { get; init; }
    public bool? IsSubtle { get; init; }
}
