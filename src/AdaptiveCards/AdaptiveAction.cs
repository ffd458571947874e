using System.Text.Json;
using System.Text.Json.Serialization;

namespace AdaptiveCards;

/// <summary>Represents a button of a card.</summary>
/// <param name="type">The name of the kind of button in JSON.</param>
[JsonConverter(typeof(AdaptiveActionConverter))]
public abstract class AdaptiveAction(string type)
{
    [JsonPropertyOrder(-1)]
    public string Type { get; } = type;

    public required string Title { get; init; }

    /// <summary>Set to "positive" for what the card is for, or "destructive" for what can't be undone.</summary>
    public string? Style { get; internal set; }

    /// <summary>Set to "secondary" for a button that the client shows behind its "more" button.</summary>
    public string? Mode { get; internal set; }

    /// <summary>Puts the button behind the client's "more" button.</summary>
    internal virtual void PutBehind() => Mode = "secondary";

    /// <summary>Returns the action with its title cut.</summary>
    internal virtual AdaptiveAction Shortened(TextCut cut) => this;

    internal abstract void Write(Utf8JsonWriter writer);
}

/// <summary>
/// Sends a click that the bot answers. Clients without <c>Action.Execute</c> show its fallback, an <c>Action.Submit</c>. Both
/// carry the verb in their data, so that one handler serves both.
/// </summary>
public sealed class AdaptiveExecuteAction() : AdaptiveAction("Action.Execute")
{
    public required string Verb { get; init; }
    public required CardData Data { get; init; }
    public AdaptiveAction? Fallback { get; init; }

    /// <summary>Set to "none" for a button that leaves a form, so that the client doesn't ask for missing answers.</summary>
    public string? AssociatedInputs { get; init; }

    /// <summary>Marks the button as what the card is for.</summary>
    public AdaptiveExecuteAction Positive() => With("positive", Mode);

    /// <summary>Marks the button as something that can't be undone.</summary>
    public AdaptiveExecuteAction Destructive() => With("destructive", Mode);

    /// <summary>Puts the button behind the client's "more" button.</summary>
    public AdaptiveExecuteAction Secondary() => With(Style, "secondary");

    internal override void PutBehind() => Secondary();

    internal override AdaptiveAction Shortened(TextCut cut) =>
        new AdaptiveExecuteAction
        {
            Title = cut.Of(Title),
            Verb = Verb,
            Data = Data,
            AssociatedInputs = AssociatedInputs,
            Fallback = Data.Size > cut.Longest ? null : Fallback?.Shortened(cut),
            Style = Style,
            Mode = Mode,
        };

    internal override void Write(Utf8JsonWriter writer) => CardJson.Default.AdaptiveExecuteAction.SerializeHandler!(writer, this);

    private AdaptiveExecuteAction With(string? style, string? mode)
    {
        (Style, Mode) = (style, mode);
        if (Fallback is not null)
        {
            (Fallback.Style, Fallback.Mode) = (style, mode);
        }

        return this;
    }

    /// <summary>Makes a button with its fallback.</summary>
    /// <param name="title">The text on the button.</param>
    /// <param name="verb">The verb of the action.</param>
    /// <param name="id">The id of the record that the action concerns; it must be checked again when it comes back.</param>
    /// <param name="kept">Other values that come back with the click.</param>
    /// <param name="leavesForm">True if the button sends no answers of the form.</param>
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

/// <summary>Sends the older kind of click, which arrives as a message with a value.</summary>
public sealed class AdaptiveSubmitAction() : AdaptiveAction("Action.Submit")
{
    public required CardData Data { get; init; }
    public string? AssociatedInputs { get; init; }

    internal override AdaptiveAction Shortened(TextCut cut) =>
        new AdaptiveSubmitAction
        {
            Title = cut.Of(Title),
            Data = Data,
            AssociatedInputs = AssociatedInputs,
            Style = Style,
            Mode = Mode,
        };

    internal override void Write(Utf8JsonWriter writer) => CardJson.Default.AdaptiveSubmitAction.SerializeHandler!(writer, this);
}

/// <summary>Opens a web page outside Teams; the title must say so.</summary>
public sealed class AdaptiveOpenUrlAction() : AdaptiveAction("Action.OpenUrl")
{
    public required Uri Url { get; init; }

    internal override void Write(Utf8JsonWriter writer) => CardJson.Default.AdaptiveOpenUrlAction.SerializeHandler!(writer, this);
}

/// <summary>Shows or hides elements of the card, without asking the bot. What is hidden is still sent with a click.</summary>
public sealed class AdaptiveToggleVisibilityAction() : AdaptiveAction("Action.ToggleVisibility")
{
    /// <summary>The ids of the elements.</summary>
    public required IReadOnlyList<string> TargetElements { get; init; }

    internal override void Write(Utf8JsonWriter writer) => CardJson.Default.AdaptiveToggleVisibilityAction.SerializeHandler!(writer, this);
}

/// <summary>
/// Holds what a button carries: its verb, and the record that it concerns. It comes back from the client, so it may be forged
/// until it has been checked.
/// </summary>
public sealed class CardData
{
    public required string Verb { get; init; }
    public string? Id { get; init; }

    /// <summary>
    /// Holds answers from earlier cards that the next card needs. It must never contain anything that should not be stored in a
    /// chat.
    /// </summary>
    public IReadOnlyDictionary<string, string>? Kept { get; init; }

    /// <summary>How many characters the button carries.</summary>
    internal int Size => (Id?.Length ?? 0) + (Kept?.Values.Sum(value => value.Length) ?? 0);
}
