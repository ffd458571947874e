using System.Text.Json;
using System.Text.Json.Nodes;
using HartwoodPolicyBot.Teams.Activities;

namespace HartwoodPolicyBot.Start;

/// <summary>Represents a turn of the <see cref="Rehearsal"/>: its answers are written as for Teams, and go nowhere.</summary>
internal sealed class RehearsedTurn : ITurn
{
    /// <summary>A practice manager of the rehearsal alone.</summary>
    public const string Manager = "5e0f0000-0000-4000-8000-000000000000";

    private RehearsedTurn(TeamsActivity activity) => Activity = activity;

    public TeamsActivity Activity { get; }

    /// <summary>Returns a message that a practice manager typed in their own chat.</summary>
    public static RehearsedTurn OfManager(string text)
    {
        var message = OfType(ActivityKinds.Message);
        message.Text = text;
        return new(ActivityCleaning.Cleaned(message));
    }

    /// <summary>Returns a click on a form's button, with these answers in the form and kept by its card.</summary>
    public static RehearsedTurn OfForm(string verb, IReadOnlyDictionary<string, string> answers)
    {
        var data = new JsonObject { ["id"] = $"{Guid.NewGuid()}", ["kept"] = new JsonObject(Fields(answers)) };
        foreach (var field in Fields(answers))
        {
            data.Add(field);
        }

        var value = new JsonObject
        {
            ["action"] = new JsonObject { ["verb"] = verb, ["data"] = data },
        };
        var click = OfType(ActivityKinds.Invoke);
        click.Name = ActivityKinds.AdaptiveCardAction;
        click.Value = JsonDocument.Parse(value.ToJsonString()).RootElement;
        return new(ActivityCleaning.Cleaned(click));
    }

    public Task<TeamsResult<SentMessage>> SendActivityAsync(TeamsActivity activity, CancellationToken cancellationToken)
    {
        JsonSerializer.SerializeToUtf8Bytes(activity, TeamsJson.Wire.TeamsActivity);
        return Task.FromResult(new TeamsResult<SentMessage>(TeamsOutcome.Done, new SentMessage { Id = "rehearsal" }));
    }

    public Task<TeamsResult<SentMessage>> UpdateActivityAsync(
        string activityId,
        TeamsActivity activity,
        CancellationToken cancellationToken
    ) => SendActivityAsync(activity, cancellationToken);

    private static IEnumerable<KeyValuePair<string, JsonNode?>> Fields(IReadOnlyDictionary<string, string> answers) =>
        answers.Select(answer => KeyValuePair.Create(answer.Key, (JsonNode?)answer.Value));

    private static TeamsActivity OfType(string type) =>
        new()
        {
            Type = type,
            Id = "rehearsal",
            ChannelId = "msteams",
            ServiceUrl = "https://smba.trafficmanager.net/teams/",
            From = new()
            {
                Id = "29:rehearsal",
                Name = "Rehearsal",
                AadObjectId = Manager,
            },
            Recipient = new() { Id = "28:rehearsal" },
            Conversation = new() { Id = "a:rehearsal", ConversationType = TeamsConversation.Personal },
        };
}
