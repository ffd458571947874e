using HartwoodPolicyBot.BotBuilder.Activities;
using HartwoodPolicyBot.Teams.Activities;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Logging;
using Microsoft.Identity.Client;
using Microsoft.Rest;

namespace HartwoodPolicyBot.BotBuilder.Connector;

/// <summary>Implements <see cref="ITeamsClient"/> with the SDK's clients.</summary>
internal sealed class BotBuilderClient(
    TeamsConnectorFactory connectors,
    ServiceClientCredentials credentials,
    ILogger<BotBuilderClient> log
) : ITeamsClient
{
    private const int MembersPerPage = 500;

    public Task<TeamsResult<SentMessage>> SendToConversationAsync(
        ConversationAddress to,
        TeamsActivity activity,
        CancellationToken cancellationToken
    ) => SdkResults.SentAsync(() => At(to).SendToConversationAsync(to.ConversationId, new OutgoingActivity(activity), cancellationToken));

    public Task<TeamsResult<SentMessage>> ReplyToActivityAsync(
        ConversationAddress to,
        string activityId,
        TeamsActivity activity,
        CancellationToken cancellationToken
    ) =>
        SdkResults.SentAsync(() =>
            At(to).ReplyToActivityAsync(to.ConversationId, activityId, new OutgoingActivity(activity), cancellationToken)
        );

    public Task<TeamsResult<SentMessage>> UpdateActivityAsync(
        ConversationAddress to,
        string activityId,
        TeamsActivity activity,
        CancellationToken cancellationToken
    ) =>
        SdkResults.SentAsync(() =>
            At(to).UpdateActivityAsync(to.ConversationId, activityId, new OutgoingActivity(activity), cancellationToken)
        );

    public Task<TeamsResult<SentMessage>> DeleteActivityAsync(
        ConversationAddress to,
        string activityId,
        CancellationToken cancellationToken
    ) =>
        SdkResults.SentAsync(async () =>
        {
            await At(to).DeleteActivityAsync(to.ConversationId, activityId, cancellationToken);
            return null;
        });

    public Task<TeamsResult<SentMessage>> CreateConversationAsync(
        Uri serviceUrl,
        NewConversation parameters,
        CancellationToken cancellationToken
    ) =>
        SdkResults.OfAsync<ConversationResourceResponse, SentMessage>(
            () => At(serviceUrl).CreateConversationAsync(new OutgoingConversation(parameters), cancellationToken)!,
            static answer => new SentMessage { Id = answer.Id, ActivityId = answer.ActivityId }
        );

    public async Task<TeamsResult<IReadOnlyList<TeamsAccount>>> GetConversationMembersAsync(
        ConversationAddress conversation,
        CancellationToken cancellationToken
    )
    {
        var members = new List<TeamsAccount>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        string? next = null;
        do
        {
            var page = await PageAsync(conversation, next, cancellationToken);
            if (!page.Succeeded)
            {
                return new(page.Outcome);
            }

            members.AddRange(page.Value?.Members?.Select(Account) ?? []);

            // If Teams returned the same token twice, the loop would never end.
            next = page.Value?.ContinuationToken is { Length: > 0 } token && seen.Add(token) ? token : null;
        } while (next is not null);
        return new(TeamsOutcome.Done, members);
    }

    public Task<TeamsResult<TeamsAccount>> GetConversationMemberAsync(
        ConversationAddress conversation,
        string memberId,
        CancellationToken cancellationToken
    ) =>
        SdkResults.OfAsync<ChannelAccount, TeamsAccount>(
            // The SDK has this request in its class only, not in its interface.
            () => ((Conversations)At(conversation)).GetConversationMemberAsync(memberId, conversation.ConversationId, cancellationToken)!,
            Account
        );

    public async Task<bool> AuthorizeAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            await credentials.ProcessHttpRequestAsync(request, cancellationToken);
            return true;
        }
        catch (MsalException fault)
        {
            log.NoToken(fault.ErrorCode);
            return false;
        }
    }

    private static TeamsAccount Account(ChannelAccount account) =>
        new()
        {
            Id = account.Id,
            Name = account.Name,
            AadObjectId = account.AadObjectId,
        };

    private IConversations At(ConversationAddress address) => At(address.ServiceUrl);

    private IConversations At(Uri serviceUrl) => connectors.For(serviceUrl).Conversations;

    private Task<TeamsResult<PagedMembersResult>> PageAsync(
        ConversationAddress conversation,
        string? continuation,
        CancellationToken cancellationToken
    ) =>
        SdkResults.OfAsync<PagedMembersResult, PagedMembersResult>(
            () =>
                At(conversation)
                    .GetConversationPagedMembersAsync(conversation.ConversationId, MembersPerPage, continuation, cancellationToken)!,
            static page => page
        );
}
