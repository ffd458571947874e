using System.Text.Json.Serialization;

namespace AdaptiveCards;

/// <summary>An element of a card's body.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(AdaptiveTextBlock), "TextBlock")]
[JsonDerivedType(typeof(AdaptiveContainer), "Container")]
[JsonDerivedType(typeof(AdaptiveFactSet), "FactSet")]
[JsonDerivedType(typeof(AdaptiveTextInput), "Input.Text")]
[JsonDerivedType(typeof(AdaptiveChoiceSetInput), "Input.ChoiceSet")]
[JsonDerivedType(typeof(AdaptiveDateInput), "Input.Date")]
[JsonDerivedType(typeof(AdaptiveTable), "Table")]
[JsonDerivedType(typeof(AdaptiveVerticalBarChart), "Chart.VerticalBar")]
public abstract class AdaptiveElement
{
    public string? Spacing { get; init; }
    public bool? Separator { get; init; }
}

/// <summary>A paragraph. It wraps always: a phone shows the same words as a desktop.</summary>
public sealed class AdaptiveTextBlock(CardText text) : AdaptiveElement
{
    public string Text { get; } = text.Markdown;
    public bool Wrap { get; } = true;

    /// <summary>"heading" tells screen readers that this is one.</summary>
    public string? Style { get; init; }
    public string? Size { get; init; }
    public string? Weight { get; init; }
    public string? Color { get; init; }
    public bool? IsSubtle { get; init; }

    public static AdaptiveTextBlock Heading(CardText text) =>
        new(text)
        {
            Style = "heading",
            Size = "Large",
            Weight = "Bolder",
        };

    /// <summary>What was just done, or why not, on top of a card; nothing for null.</summary>
    public static IEnumerable<AdaptiveElement> Banner(string? sentence) =>
        sentence is null ? [] : [new AdaptiveTextBlock(sentence) { Weight = "Bolder" }];

    /// <summary>What is wrong with what was filled in; nothing for null.</summary>
    public static IEnumerable<AdaptiveElement> Warning(string? sentence) =>
        sentence is null ? [] : [new AdaptiveTextBlock(sentence) { Color = "Attention", Weight = "Bolder" }];

    public static AdaptiveTextBlock Subtle(CardText text) => new(text) { IsSubtle = true, Size = "Small" };
}

/// <summary>A group of elements; the style "emphasis" sets it off from the rest.</summary>
public sealed class AdaptiveContainer : AdaptiveElement
{
    public required IReadOnlyList<AdaptiveElement> Items { get; init; }
    public string? Style { get; init; }

    /// <summary>What a tap anywhere in the group does.</summary>
    public AdaptiveAction? SelectAction { get; init; }

    /// <summary>A line to tap: unlike a button's title it wraps, so that a phone cuts nothing off.</summary>
    public static AdaptiveContainer Row(AdaptiveAction action) =>
        new()
        {
            Items = [new AdaptiveTextBlock(action.Title) { Color = "Accent", Weight = "Bolder" }],
            SelectAction = action,
            Spacing = "Small",
        };
}
