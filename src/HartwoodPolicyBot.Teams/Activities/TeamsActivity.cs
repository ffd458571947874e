using System.Text.Json;
using System.Text.Json.Serialization;

namespace HartwoodPolicyBot.Teams.Activities;

/// <summary>
/// Holds one activity that Teams sends to the bot or the bot sends to Teams, such as a message, a card click or an
/// installation. It has the parts of the Bot Framework activity schema that this bot reads or writes; every id is an opaque
/// string.
/// </summary>
/// <remarks>Source: Bot Framework Activity specification; Teams' own parts are in <see cref="ChannelData"/>.</remarks>
public sealed class TeamsActivity
{
    private const string BotPrefix = "28:";

    public string? Type { get; set; }
    public string? Id { get; set; }
    public string? ChannelId { get; set; }
    public string? ServiceUrl { get; set; }
    public string? Name { get; set; }
    public string? Action { get; set; }

    /// <summary>
    /// The text; in an activity that came in, the words that may be kept. <see cref="Written"/> has both of its readings.
    /// </summary>
    public string? Text { get; set; }

    /// <summary>How the text is written: "plain", "markdown" or "xml".</summary>
    public string? TextFormat { get; set; }

    /// <summary>What a person wrote, read once when the activity came in.</summary>
    [JsonIgnore]
    public WrittenText Written { get; internal set; } = WrittenText.Nothing;

    /// <summary>The text that the notification and the activity feed show for a message with only a card.</summary>
    public string? Summary { get; set; }

    public string? ReplyToId { get; set; }
    public TeamsAccount? From { get; set; }
    public TeamsAccount? Recipient { get; set; }
    public TeamsConversation? Conversation { get; set; }
    public IList<TeamsAccount>? MembersAdded { get; set; }
    public IList<MessageAttachment>? Attachments { get; set; }
    public IList<MessageEntity>? Entities { get; set; }
    public TeamsData? ChannelData { get; set; }

    /// <summary>The card data of a click, or the payload of an invoke. It may be forged, so it must be checked.</summary>
    public JsonElement? Value { get; set; }

    /// <summary>Returns whether an account is this bot, or any other: the ids of bots begin with "28:".</summary>
    public bool IsBot(TeamsAccount? account) =>
        account?.Id is { Length: > 0 } id && (id == Recipient?.Id || id.StartsWith(BotPrefix, StringComparison.Ordinal));
}

/// <summary>Holds the activity types and invoke names that this bot handles; it accepts all others and does nothing.</summary>
public static class ActivityKinds
{
    public const string Message = "message";
    public const string MessageUpdate = "messageUpdate";
    public const string Typing = "typing";
    public const string Invoke = "invoke";
    public const string ConversationUpdate = "conversationUpdate";
    public const string InstallationUpdate = "installationUpdate";
    public const string AdaptiveCardAction = "adaptiveCard/action";
    public const string ComposeExtensionQuery = "composeExtension/query";
    public const string ComposeExtensionFetchTask = "composeExtension/fetchTask";
    public const string ComposeExtensionSubmitAction = "composeExtension/submitAction";
}

/// <summary>
/// Identifies a person or a bot in a conversation. <see cref="Id"/> differs for each bot; <see cref="AadObjectId"/> is the
/// person's id in Entra.
/// </summary>
public sealed class TeamsAccount
{
    public string? Id { get; set; }
    public string? Name { get; set; }
    public string? AadObjectId { get; set; }
}

/// <summary>Identifies the conversation of an activity: a one-to-one chat, a group chat, or a thread of a channel.</summary>
public sealed class TeamsConversation
{
    /// <summary>The type of a one-to-one chat.</summary>
    public const string Personal = "personal";

    public string? Id { get; set; }
    public string? ConversationType { get; set; }
    public string? TenantId { get; set; }
}

/// <summary>Holds an attachment of a message; <see cref="Content"/> is a card when the bot sends it.</summary>
public sealed class MessageAttachment
{
    public string? ContentType { get; set; }

    /// <summary>For a file in OneDrive, its address.</summary>
    public string? ContentUrl { get; set; }

    /// <summary>For a file, its name.</summary>
    public string? Name { get; set; }
    public object? Content { get; set; }
}

/// <summary>Holds Teams' answer to a send or create: the id by which the message can be edited later.</summary>
public sealed class SentMessage
{
    public string? Id { get; set; }
    public string? ActivityId { get; set; }
}
