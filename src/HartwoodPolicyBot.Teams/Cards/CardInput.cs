namespace HartwoodPolicyBot.Teams.Cards;

/// <summary>Something to fill in. Its label is read out by screen readers; what it holds comes back with a click, unchecked.</summary>
/// <remarks>Source: adaptivecards.io, input validation (1.3).</remarks>
public abstract class CardInput : CardElement
{
    public required string Id { get; init; }
    public required string Label { get; init; }
    public bool? IsRequired { get; init; }

    /// <summary>What the client says when the answer is missing or does not fit.</summary>
    public string? ErrorMessage { get; init; }
    public string? Value { get; init; }
}

public sealed class TextInput : CardInput
{
    public bool? IsMultiline { get; init; }
    public int? MaxLength { get; init; }
    public string? Placeholder { get; init; }

    /// <summary>"Url" brings the right keyboard on a phone.</summary>
    public string? Style { get; init; }

    /// <summary>What the answer must look like, as a regular expression.</summary>
    public string? Regex { get; init; }
}

public sealed class ChoiceInput : CardInput
{
    public required IReadOnlyList<CardChoice> Choices { get; init; }
    public bool? IsMultiSelect { get; init; }

    /// <summary>"compact" is a list to open, "expanded" shows all.</summary>
    public string? Style { get; init; }
    public bool Wrap { get; } = true;
}

public sealed record CardChoice(string Title, string Value);

public sealed class DateInput : CardInput
{
    public string? Max { get; init; }
}

/// <summary>Names and values, side by side.</summary>
public sealed class FactSet : CardElement
{
    public required IReadOnlyList<CardFact> Facts { get; init; }
}

/// <summary>One line of a <see cref="FactSet"/>; both sides are escaped like any text.</summary>
public sealed class CardFact(CardText title, CardText value)
{
    public string Title { get; } = title.Markdown;
    public string Value { get; } = value.Markdown;
}
