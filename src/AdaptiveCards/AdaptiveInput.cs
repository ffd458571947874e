namespace AdaptiveCards;

/// <summary>Something to fill in. Its label is read out by screen readers; what it holds comes back with a click, unchecked.</summary>
/// <remarks>Source: adaptivecards.io, input validation (1.3).</remarks>
public abstract class AdaptiveInput : AdaptiveElement
{
    public required string Id { get; init; }
    public required string Label { get; init; }
    public bool? IsRequired { get; init; }

    /// <summary>What the client says when the answer is missing or does not fit.</summary>
    public string? ErrorMessage { get; init; }
    public string? Value { get; init; }
}

public sealed class AdaptiveTextInput : AdaptiveInput
{
    public bool? IsMultiline { get; init; }
    public int? MaxLength { get; init; }
    public string? Placeholder { get; init; }

    /// <summary>"Url" brings the right keyboard on a phone.</summary>
    public string? Style { get; init; }

    /// <summary>What the answer must look like, as a regular expression.</summary>
    public string? Regex { get; init; }
}

public sealed class AdaptiveChoiceSetInput : AdaptiveInput
{
    public required IReadOnlyList<AdaptiveChoice> Choices { get; init; }
    public bool? IsMultiSelect { get; init; }

    /// <summary>"compact" is a list to open, "expanded" shows all.</summary>
    public string? Style { get; init; }
    public bool Wrap { get; } = true;
}

public sealed record AdaptiveChoice(string Title, string Value);

public sealed class AdaptiveDateInput : AdaptiveInput
{
    public string? Min { get; init; }
    public string? Max { get; init; }
}

/// <summary>Names and values, side by side.</summary>
public sealed class AdaptiveFactSet : AdaptiveElement
{
    public required IReadOnlyList<AdaptiveFact> Facts { get; init; }
}

/// <summary>One line of a <see cref="AdaptiveFactSet"/>; both sides are escaped like any text.</summary>
public sealed class AdaptiveFact(CardText title, CardText value)
{
    public string Title { get; } = title.Markdown;
    public string Value { get; } = value.Markdown;
}
