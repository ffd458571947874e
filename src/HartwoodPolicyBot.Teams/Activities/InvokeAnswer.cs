using AdaptiveCards;

namespace HartwoodPolicyBot.Teams.Activities;

/// <summary>Holds the answer to an invoke: the HTTP status, and a body if the invoke needs one.</summary>
public sealed record InvokeAnswer(int Status, object? Body = null)
{
    /// <summary>Answers an invoke that this bot doesn't know; the SDK's bots answer the same.</summary>
    public static readonly InvokeAnswer NotImplemented = new(501);

    /// <summary>Accepts an invoke without showing anything new.</summary>
    public static readonly InvokeAnswer Taken = new(200);

    /// <summary>Replaces the card that was clicked with this one.</summary>
    public static InvokeAnswer Card(AdaptiveCard card) =>
        new(
            200,
            new CardActionAnswer
            {
                StatusCode = 200,
                Type = AdaptiveCard.ContentType,
                Value = card,
            }
        );

    /// <summary>Shows the person a sentence and leaves the card as it is.</summary>
    public static InvokeAnswer Message(string text) =>
        new(
            200,
            new CardActionAnswer
            {
                StatusCode = 200,
                Type = "application/vnd.microsoft.activity.message",
                Value = text,
            }
        );

    /// <summary>Opens a dialog, in answer to a message extension action.</summary>
    public static InvokeAnswer Dialog(string title, AdaptiveCard card) => new(200, DialogAnswer.Showing(title, card));

    /// <summary>Answers a message extension's search.</summary>
    public static InvokeAnswer Search(SearchAnswer answer) => new(200, answer);

    /// <summary>Refuses a card click with a sentence for the person and leaves the card as it is.</summary>
    /// <param name="code">400 for bad data, 403 for not allowed, 429 for too fast.</param>
    /// <param name="text">The sentence that the person reads.</param>
    public static InvokeAnswer Refused(int code, string text) =>
        new(
            200,
            new CardActionAnswer
            {
                StatusCode = code,
                Type = "application/vnd.microsoft.error",
                Value = new InvokeError { Code = code.ToString(System.Globalization.CultureInfo.InvariantCulture), Message = text },
            }
        );
}

/// <summary>
/// Holds the body of an answer to <c>adaptiveCard/action</c>: a card, a sentence or an error in <see cref="Value"/>.
/// </summary>
/// <remarks>Source: learn.microsoft.com, "Universal Actions for Adaptive Cards", response format.</remarks>
public sealed class CardActionAnswer
{
    public int StatusCode { get; set; }
    public string? Type { get; set; }
    public object? Value { get; set; }
}

/// <summary>Holds the value of an <c>application/vnd.microsoft.error</c>.</summary>
public sealed class InvokeError
{
    public string? Code { get; set; }
    public string? Message { get; set; }
}
