using HartwoodPolicyBot.Teams.Activities;
using Microsoft.Bot.Schema;

namespace HartwoodPolicyBot.BotBuilder.Activities;

/// <summary>
/// Holds a received activity in two forms: the SDK's, with what the SDK needs to run a turn and to address answers, and
/// <see cref="Content"/>, which was read from the body and which the conversations use.
/// </summary>
/// <remarks>
/// The locale is left out: the SDK would look it up as a culture and fail, because the bot runs without cultures.
/// </remarks>
internal sealed class ReceivedActivity : Activity
{
    public ReceivedActivity(TeamsActivity content)
    {
        Content = content;
        Type = content.Type;
        Id = content.Id;
        ChannelId = content.ChannelId;
        ServiceUrl = content.ServiceUrl;
        Name = content.Name;
        Text = content.Text;
        ReplyToId = content.ReplyToId;
        From = Account(content.From);
        Recipient = Account(content.Recipient);
        Conversation = new()
        {
            Id = content.Conversation?.Id,
            ConversationType = content.Conversation?.ConversationType,
            TenantId = content.Conversation?.TenantId,
        };
    }

    internal TeamsActivity Content { get; }

    private static ChannelAccount? Account(TeamsAccount? account) =>
        account is null
            ? null
            : new()
            {
                Id = account.Id,
                Name = account.Name,
                AadObjectId = account.AadObjectId,
            };
}
