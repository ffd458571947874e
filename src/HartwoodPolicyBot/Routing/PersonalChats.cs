using HartwoodPolicyBot.Teams.Activities;

namespace HartwoodPolicyBot.Routing;

/// <summary>Finds the one-to-one chat with whoever sent an activity, from wherever they sent it.</summary>
public sealed class PersonalChats(ITeamsClient connector, TimeProvider time)
{
    /// <summary>A dialog's answer may take five seconds; this is part of it.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);

    /// <returns>The chat's id, or null when Teams gives none in time.</returns>
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
