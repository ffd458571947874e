using System.Text.Json;
using HartwoodPolicyBot.Teams.Activities;

namespace HartwoodPolicyBot.Teams.Cards;

/// <summary>
/// Represents a click on a card, in whichever way the client sent it. Only the click is certain; everything that it carries
/// must be checked.
/// </summary>
/// <param name="Verb">The verb of the action; empty if the data names none.</param>
/// <param name="Id">The id of the record that the click concerns; null if the data has none.</param>
/// <param name="IsInvoke">
/// True if it came as <c>Action.Execute</c>, which is answered in the HTTP response. Otherwise it came as a message.
/// </param>
public sealed record CardClick(string Verb, string? Id, bool IsInvoke)
{
    private JsonElement Data { get; init; }

    /// <summary>
    /// Returns the answer in the input with this name, or null. It is text for every kind of input; several choices are joined
    /// by commas. A client may send a choice as a value that is no text; it is not taken for a missing answer.
    /// </summary>
    public string? Input(string name) => Value(Data, name);

    /// <summary>Returns a value that the button kept from an earlier card.</summary>
    public string? Kept(string name) =>
        Data.ValueKind == JsonValueKind.Object && Data.TryGetProperty("kept", out var kept) ? Value(kept, name) : null;

    /// <summary>Makes a click from a form's data that came in another way, such as from a dialog.</summary>
    public static CardClick Of(JsonElement data) => From(data, null, true);

    /// <summary>Returns the click in <paramref name="activity"/>, or null if it isn't a click.</summary>
    public static CardClick? In(TeamsActivity activity) =>
        activity switch
        {
            { Type: ActivityKinds.Invoke, Name: ActivityKinds.AdaptiveCardAction } => FromInvoke(activity.Value),
            { Type: ActivityKinds.Message, Value: { ValueKind: JsonValueKind.Object } value } => From(value, null, false),
            _ => null,
        };

    private static CardClick FromInvoke(JsonElement? value)
    {
        if (
            value is { ValueKind: JsonValueKind.Object } payload
            && payload.TryGetProperty("action", out var action)
            && action.ValueKind == JsonValueKind.Object
        )
        {
            var data = action.TryGetProperty("data", out var inner) ? inner : default;
            return From(data, Text(action, "verb"), true);
        }

        return new CardClick("", null, true);
    }

    private static CardClick From(JsonElement data, string? verb, bool isInvoke) =>
        new(verb ?? Text(data, "verb") ?? "", Text(data, "id"), isInvoke) { Data = data };

    private static string? Value(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var property)
            ? property.ValueKind switch
            {
                JsonValueKind.String => WrittenText.Cut(property.GetString()!),
                JsonValueKind.True or JsonValueKind.False or JsonValueKind.Number => property.GetRawText(),
                _ => null,
            }
            : null;

    private static string? Text(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object
        && parent.TryGetProperty(name, out var property)
        && property.ValueKind == JsonValueKind.String
            ? WrittenText.Cut(property.GetString()!)
            : null;
}
