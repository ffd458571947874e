using HartwoodPolicyBot.BotBuilder.Activities;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Connector;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Logging;
using Microsoft.Rest;

namespace HartwoodPolicyBot.BotBuilder.Connector;

/// <summary>
/// Sends the SDK's conversation requests at the pace that Teams allows: a request that writes a message waits until its
/// conversation may get another one. A message goes out as the port's JSON, by <see cref="PortMessages"/>.
/// </summary>
internal sealed class PacedConversations(ConnectorClient client, ConversationPacer pacer, ILogger log)
    : Conversations(client),
        IConversations
{
    private readonly PortMessages messages = new(client);
    private static readonly char[] NotInHeaders = ['\r', '\n', '\0'];

    async Task<HttpOperationResponse<ResourceResponse>> IConversations.SendToConversationWithHttpMessagesAsync(
        string conversationId,
        Activity activity,
        Dictionary<string, List<string>> customHeaders,
        CancellationToken cancellationToken
    )
    {
        await PaceAsync(conversationId, cancellationToken);
        return activity is OutgoingActivity message
            ? await messages.PostAsync(conversationId, message, cancellationToken)
            : await SendToConversationWithHttpMessagesAsync(conversationId, activity, customHeaders, cancellationToken);
    }

    async Task<HttpOperationResponse<ResourceResponse>> IConversations.ReplyToActivityWithHttpMessagesAsync(
        string conversationId,
        string activityId,
        Activity activity,
        Dictionary<string, List<string>> customHeaders,
        CancellationToken cancellationToken
    )
    {
        await PaceAsync(conversationId, cancellationToken);

        if (activity is OutgoingActivity message)
        {
            return await messages.ReplyAsync(conversationId, activityId, message, cancellationToken);
        }

        // The SDK copies the id into a header, and fails if a header can't hold it.
        return conversationId.IndexOfAny(NotInHeaders) < 0
            ? await ReplyToActivityWithHttpMessagesAsync(conversationId, activityId, activity, customHeaders, cancellationToken)
            : await SendToConversationWithHttpMessagesAsync(conversationId, activity, customHeaders, cancellationToken);
    }

    async Task<HttpOperationResponse<ResourceResponse>> IConversations.UpdateActivityWithHttpMessagesAsync(
        string conversationId,
        string activityId,
        Activity activity,
        Dictionary<string, List<string>> customHeaders,
        CancellationToken cancellationToken
    )
    {
        await PaceAsync(conversationId, cancellationToken);
        return await UpdateActivityWithHttpMessagesAsync(conversationId, activityId, activity, customHeaders, cancellationToken);
    }

    async Task<HttpOperationResponse<ConversationResourceResponse>> IConversations.CreateConversationWithHttpMessagesAsync(
        ConversationParameters parameters,
        Dictionary<string, List<string>> customHeaders,
        CancellationToken cancellationToken
    )
    {
        // A post counts for its channel, a new chat for its person.
        await PaceAsync((parameters as OutgoingConversation)?.Place ?? "", cancellationToken);
        return await CreateConversationWithHttpMessagesAsync(parameters, customHeaders, cancellationToken);
    }

    private async ValueTask PaceAsync(string place, CancellationToken cancellationToken)
    {
        if (!await pacer.WaitAsync(place, cancellationToken))
        {
            log.ConversationTooBusy();
            throw new TeamsRequestException(TeamsOutcome.Unavailable);
        }
    }
}
