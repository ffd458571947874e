using System.Text.Json;
using HartwoodPolicyBot.Teams.Activities;

namespace HartwoodPolicyBot.Teams.Cards;

/// <summary>A click on a card, whichever way the client sent it. Nothing in it is trusted but the fact that somebody clicked.</summary>
/// <param name="Verb">Which action; empty when the data names none.</param>
/// <param name="Id">What it is about, if the data says so.</param>
/// <param name="IsInvoke">Came as <c>Action.Execute</c>: the answer goes into the HTTP response. Otherwise as a message.</param>
public sealed record CardClick(string Verb, string? Id, bool IsInvoke)
{
    private JsonElement Data { get; init; }

    /// <summary>
    /// What was filled in under this name, or null. Text, whatever the input's kind: several choices are joined by
    /// commas.
    /// </summary>
    public string? Input(string name) => Text(Data, name);

    /// <summary>What the button kept from an earlier card.</summary>
    public string? Kept(string name) =>
        Data.ValueKind == JsonValueKind.Object && Data.TryGetProperty("kept", out var kept) ? Text(kept, name) : null;

    /// <summary>A click made of a form's data that came another way, such as from a dialog.</summary>
    public static CardClick Of(JsonElement data) => From(data, null, true);

    /// <summary>The click in <paramref name="activity"/>, or null when it is none.</summary>
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

    private static string? Text(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object
        && parent.TryGetProperty(name, out var property)
        && property.ValueKind == JsonValueKind.String
            ? property.GetString()
            : null;
}
