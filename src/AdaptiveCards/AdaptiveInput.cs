using System.Text.Json;

namespace AdaptiveCards;

/// <summary>
/// Represents an input. Screen readers read out its label; its value comes back with a click and is unchecked.
/// </summary>
/// <remarks>Source: adaptivecards.io, input validation (1.3).</remarks>
/// <param name="type">The name of the kind of input in JSON.</param>
public abstract class AdaptiveInput(string type) : AdaptiveElement(type)
{
    public required string Id { get; init; }
    public required string Label { get; init; }
    public bool? IsRequired { get; init; }

    /// <summary>The sentence that the client shows if the answer is missing or doesn't match.</summary>
    public string? ErrorMessage { get; init; }
    public string? Value { get; init; }
}

/// <summary>Asks for text, on one line or several.</summary>
public sealed class AdaptiveTextInput() : AdaptiveInput("Input.Text")
{
    public bool? IsMultiline { get; init; }
    public int? MaxLength { get; init; }
    public string? Placeholder { get; init; }

    /// <summary>Set to "Url" so that a phone shows the keyboard for web addresses.</summary>
    public string? Style { get; init; }

    /// <summary>A regular expression that the answer must match.</summary>
    public string? Regex { get; init; }

    internal override void Write(Utf8JsonWriter writer) => CardJson.Default.AdaptiveTextInput.SerializeHandler!(writer, this);
}

/// <summary>Asks to choose one or several of the given choices.</summary>
public sealed class AdaptiveChoiceSetInput() : AdaptiveInput("Input.ChoiceSet")
{
    public required IReadOnlyList<AdaptiveChoice> Choices { get; init; }
    public bool? IsMultiSelect { get; init; }

    /// <summary>Set to "compact" for a list that opens, or "expanded" to show all choices.</summary>
    public string? Style { get; init; }
    public bool Wrap { get; } = true;

    internal override AdaptiveElement Shortened(TextCut cut) =>
        new AdaptiveChoiceSetInput
        {
            Id = Id,
            Label = Label,
            IsRequired = IsRequired,
            ErrorMessage = ErrorMessage,
            Value = Value,
            Choices = [.. Choices.Select(choice => choice with { Title = cut.ForTap().Of(choice.Title) })],
            IsMultiSelect = IsMultiSelect,
            Style = Style,
            Spacing = Spacing,
            Separator = Separator,
        };

    internal override void Write(Utf8JsonWriter writer) => CardJson.Default.AdaptiveChoiceSetInput.SerializeHandler!(writer, this);
}

/// <summary>Represents a choice: the title that people read, and the value that comes back.</summary>
public sealed record AdaptiveChoice(string Title, string Value);

/// <summary>Asks for a day.</summary>
public sealed class AdaptiveDateInput() : AdaptiveInput("Input.Date")
{
    public string? Min { get; init; }
    public string? Max { get; init; }

    internal override void Write(Utf8JsonWriter writer) => CardJson.Default.AdaptiveDateInput.SerializeHandler!(writer, this);
}

/// <summary>Shows names and values side by side.</summary>
public sealed class AdaptiveFactSet() : AdaptiveElement("FactSet")
{
    public required IReadOnlyList<AdaptiveFact> Facts { get; init; }

    internal override AdaptiveElement Shortened(TextCut cut) =>
        new AdaptiveFactSet
        {
            Facts = [.. Facts.Select(fact => fact.Shortened(cut))],
            Spacing = Spacing,
            Separator = Separator,
        };

    internal override void Write(Utf8JsonWriter writer) => CardJson.Default.AdaptiveFactSet.SerializeHandler!(writer, this);
}

/// <summary>Represents one line of a <see cref="AdaptiveFactSet"/>; name and value are escaped like any text.</summary>
public sealed class AdaptiveFact(CardText title, CardText value)
{
    public string Title { get; } = title.Markdown;
    public string Value { get; } = value.Markdown;

    internal AdaptiveFact Shortened(TextCut cut) => new(title, cut.Of(value));
}
