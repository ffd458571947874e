using HartwoodPolicyBot.Teams.Activities;

namespace HartwoodPolicyBot.Routing;

/// <summary>Finds the sender's one-to-one chat with the bot, wherever they sent the activity from.</summary>
internal sealed class PersonalChats(ITeamsClient connector, TimeProvider time)
{
    /// <summary>Teams waits 5 seconds for the answer to a dialog, and this is only a part of that.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);

    /// <returns>The chat's id, or null if Teams gives none in time.</returns>
    public async Task<string?> WithSenderAsync(TeamsActivity activity, CancellationToken cancellationToken)
    {
        if (Sender.IsPersonal(activity))
        {
            return activity.Conversation?.Id;
        }

        if (activity is not { Recipient.Id: { } bot, From.Id: { } person })
        {
            return null;
        }

        using var timeout = new CancellationTokenSource(Longest, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            var tenant = activity.ChannelData?.Tenant?.Id ?? activity.Conversation?.TenantId ?? "";
            var opened = await connector.CreateConversationAsync(
                new Uri(activity.ServiceUrl!),
                NewConversation.WithPerson(bot, person, tenant),
                either.Token
            );
            return opened.Value?.Id;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }
}
