using System.Text.Json.Serialization;

namespace HartwoodPolicyBot.Teams.Cards;

/// <summary>An element of a card's body.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(TextBlock), "TextBlock")]
[JsonDerivedType(typeof(Container), "Container")]
[JsonDerivedType(typeof(FactSet), "FactSet")]
[JsonDerivedType(typeof(TextInput), "Input.Text")]
[JsonDerivedType(typeof(ChoiceInput), "Input.ChoiceSet")]
[JsonDerivedType(typeof(DateInput), "Input.Date")]
[JsonDerivedType(typeof(Table), "Table")]
[JsonDerivedType(typeof(BarChart), "Chart.VerticalBar")]
public abstract class CardElement
{
    public string? Spacing { get; init; }
    public bool? Separator { get; init; }
}

/// <summary>A paragraph. It wraps always: a phone shows the same words as a desktop.</summary>
public sealed class TextBlock(CardText text) : CardElement
{
    public string Text { get; } = text.Markdown;
    public bool Wrap { get; } = true;

    /// <summary>"heading" tells screen readers that this is one.</summary>
    public string? Style { get; init; }
    public string? Size { get; init; }
    public string? Weight { get; init; }
    public string? Color { get; init; }
    public bool? IsSubtle { get; init; }

    public static TextBlock Heading(CardText text) =>
        new(text)
        {
            Style = "heading",
            Size = "Large",
            Weight = "Bolder",
        };

    /// <summary>What was just done, or why not, on top of a card; nothing for null.</summary>
    public static IEnumerable<CardElement> Banner(string? sentence) =>
        sentence is null ? [] : [new TextBlock(sentence) { Weight = "Bolder" }];

    /// <summary>What is wrong with what was filled in; nothing for null.</summary>
    public static IEnumerable<CardElement> Warning(string? sentence) =>
        sentence is null ? [] : [new TextBlock(sentence) { Color = "Attention", Weight = "Bolder" }];

    public static TextBlock Subtle(CardText text) => new(text) { IsSubtle = true, Size = "Small" };
}

/// <summary>A group of elements; the style "emphasis" sets it off from the rest.</summary>
public sealed class Container : CardElement
{
    public required IReadOnlyList<CardElement> Items { get; init; }
    public string? Style { get; init; }

    /// <summary>What a tap anywhere in the group does.</summary>
    public CardAction? SelectAction { get; init; }

    /// <summary>A line to tap: unlike a button's title it wraps, so that a phone cuts nothing off.</summary>
    public static Container Row(CardAction action) =>
        new()
        {
            Items = [new TextBlock(action.Title) { Color = "Accent", Weight = "Bolder" }],
            SelectAction = action,
            Spacing = "Small",
        };
}
