using System.Text.Json;
using HartwoodPolicyBot.Teams.Activities;

namespace HartwoodPolicyBot;

/// <summary>A turn of the <see cref="Rehearsal"/>: its answers are written as for Teams, and go nowhere.</summary>
internal sealed class RehearsedTurn : ITurn
{
    /// <summary>A practice manager of the rehearsal alone.</summary>
    public const string Manager = "5e0f0000-0000-4000-8000-000000000000";

    private RehearsedTurn(TeamsActivity activity) => Activity = activity;

    public TeamsActivity Activity { get; }

    /// <summary>Returns a message that a practice manager typed in their own chat.</summary>
    public static RehearsedTurn OfManager(string text) =>
        new(
            ActivityCleaning.Cleaned(
                new()
                {
                    Type = ActivityKinds.Message,
                    Id = "rehearsal",
                    ChannelId = "msteams",
                    ServiceUrl = "https://smba.trafficmanager.net/teams/",
                    Text = text,
                    From = new()
                    {
                        Id = "29:rehearsal",
                        Name = "Rehearsal",
                        AadObjectId = Manager,
                    },
                    Recipient = new() { Id = "28:rehearsal" },
                    Conversation = new() { Id = "a:rehearsal", ConversationType = TeamsConversation.Personal },
                }
            )
        );

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
}
