using System.Text.Json;
using HartwoodPolicyBot.Core.Answers;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Teams.Activities;

namespace HartwoodPolicyBot.Answers;

/// <summary>
/// Finds sections and saved answers from the compose box of any chat, while somebody types, and puts the chosen one into the message
/// as a card.
/// </summary>
/// <remarks>Source: learn.microsoft.com, "Define message extension search commands".</remarks>
internal sealed class InsertionConversation(FindToInsert find, InsertionCards cards) : IConversation
{
    /// <summary>Names the command in the manifest.</summary>
    private const string ManifestCommand = "findInPolicy";
    private const string Query = "query";
    private const string NothingFound = "I found nothing in the policy or the practice manager's answers. Try other words.";

    public IEnumerable<BotCommand> Commands => [];

    public IEnumerable<CardVerb> Verbs => [];

    public IEnumerable<NamedInvoke> Invokes =>
        [new(ActivityKinds.ComposeExtensionQuery, (turn, _) => Task.FromResult(Search(turn)), ManifestCommand)];

    private InvokeAnswer Search(ITurn turn)
    {
        var found = find.Find(ActivityText.Fold(Typed(turn.Activity.Value)));
        return InvokeAnswer.Search(found.Count == 0 ? SearchAnswer.Saying(NothingFound) : SearchAnswer.Of(found.Select(cards.Of)));
    }

    /// <summary>Returns what was typed; empty when the list has just opened, or the client sent something else.</summary>
    private static string Typed(JsonElement? value) =>
        value is { ValueKind: JsonValueKind.Object } query
        && query.TryGetProperty("parameters", out var parameters)
        && parameters.ValueKind == JsonValueKind.Array
            ? parameters
                .EnumerateArray()
                .Where(parameter =>
                    parameter.ValueKind == JsonValueKind.Object
                    && parameter.TryGetProperty("name", out var name)
                    && name.ValueKind == JsonValueKind.String
                    && name.GetString() == Query
                    && parameter.TryGetProperty("value", out var words)
                    && words.ValueKind == JsonValueKind.String
                )
                .Select(parameter => parameter.GetProperty("value").GetString()!)
                .FirstOrDefault("")
            : "";
}
