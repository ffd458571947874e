using System.Text.Json.Serialization;

namespace AdaptiveCards;

/// <summary>A button of a card.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(AdaptiveExecuteAction), "Action.Execute")]
[JsonDerivedType(typeof(AdaptiveSubmitAction), "Action.Submit")]
[JsonDerivedType(typeof(AdaptiveOpenUrlAction), "Action.OpenUrl")]
public abstract class AdaptiveAction
{
    public required string Title { get; init; }
}

/// <summary>
/// A click that the bot answers. Clients without <c>Action.Execute</c> get the same button as <c>Action.Submit</c>;
/// both carry the verb in their data, so that one handler serves both.
/// </summary>
public sealed class AdaptiveExecuteAction : AdaptiveAction
{
    public required string Verb { get; init; }
    public required CardData Data { get; init; }
    public AdaptiveAction? Fallback { get; init; }

    /// <summary>"none" for a button that leaves a form: the client then does not ask for what is missing.</summary>
    public string? AssociatedInputs { get; init; }

    /// <summary>A button with its fallback.</summary>
    /// <param name="title">What the button says.</param>
    /// <param name="verb">Which action it is.</param>
    /// <param name="id">What the action is about; checked again when it comes back.</param>
    /// <param name="kept">What else comes back with the click.</param>
    /// <param name="leavesForm">The button takes no answers along.</param>
    public static AdaptiveExecuteAction Of(
        string title,
        string verb,
        string? id = null,
        IReadOnlyDictionary<string, string>? kept = null,
        bool leavesForm = false
    )
    {
        var data = new CardData
        {
            Verb = verb,
            Id = id,
            Kept = kept,
        };
        var inputs = leavesForm ? "none" : null;
        return new AdaptiveExecuteAction
        {
            Title = title,
            Verb = verb,
            Data = data,
            AssociatedInputs = inputs,
            Fallback = new AdaptiveSubmitAction
            {
                Title = title,
                Data = data,
                AssociatedInputs = inputs,
            },
        };
    }
}

/// <summary>The older kind of click: it arrives as a message with a value.</summary>
public sealed class AdaptiveSubmitAction : AdaptiveAction
{
    public required CardData Data { get; init; }
    public string? AssociatedInputs { get; init; }
}

/// <summary>Leaves Teams for a page; its title says so.</summary>
public sealed class AdaptiveOpenUrlAction : AdaptiveAction
{
    public required Uri Url { get; init; }
}

/// <summary>
/// What a button carries: which action, and what it is about. It comes back from the client, so from an attacker until
/// checked.
/// </summary>
public sealed class CardData
{
    public required string Verb { get; init; }
    public string? Id { get; init; }

    /// <summary>What was filled in before, for the next card. Never anything that must not stand in a chat.</summary>
    public IReadOnlyDictionary<string, string>? Kept { get; init; }
}
