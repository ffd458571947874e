using System.Text.Json;

namespace HartwoodPolicyBot.Teams.Activities;

/// <summary>
/// One thing that Teams tells the bot, or the bot tells Teams: a message, a card click, an installation.
/// The Bot Framework activity schema, as far as this bot reads or writes it; every id is an opaque string.
/// </summary>
/// <remarks>Source: Bot Framework Activity specification; Teams' own parts are in <see cref="ChannelData"/>.</remarks>
public sealed class TeamsActivity
{
    public string? Type { get; set; }
    public string? Id { get; set; }
    public string? ChannelId { get; set; }
    public string? ServiceUrl { get; set; }
    public string? Name { get; set; }
    public string? Action { get; set; }
    public string? Text { get; set; }

    /// <summary>What the toast and the activity feed show for a message that is a card alone.</summary>
    public string? Summary { get; set; }

    public string? ReplyToId { get; set; }
    public TeamsAccount? From { get; set; }
    public TeamsAccount? Recipient { get; set; }
    public TeamsConversation? Conversation { get; set; }
    public IList<TeamsAccount>? MembersAdded { get; set; }
    public IList<MessageAttachment>? Attachments { get; set; }
    public IList<MessageEntity>? Entities { get; set; }
    public TeamsData? ChannelData { get; set; }

    /// <summary>Card data of a click, or an invoke's payload: from an attacker until checked.</summary>
    public JsonElement? Value { get; set; }
}

/// <summary>The activity types and invoke names that this bot acts on; it tolerates all others.</summary>
public static class ActivityKinds
{
    public const string Message = "message";
    public const string Invoke = "invoke";
    public const string ConversationUpdate = "conversationUpdate";
    public const string InstallationUpdate = "installationUpdate";
    public const string AdaptiveCardAction = "adaptiveCard/action";
    public const string ComposeExtensionFetchTask = "composeExtension/fetchTask";
    public const string ComposeExtensionSubmitAction = "composeExtension/submitAction";
}

/// <summary>A person or a bot in a conversation. <see cref="Id"/> is per bot; <see cref="AadObjectId"/> is the person's in Entra.</summary>
public sealed class TeamsAccount
{
    public string? Id { get; set; }
    public string? Name { get; set; }
    public string? AadObjectId { get; set; }
}

/// <summary>Where an activity was said: a one-to-one chat, a group chat, or a thread of a channel.</summary>
public sealed class TeamsConversation
{
    public string? Id { get; set; }
    public string? ConversationType { get; set; }
    public string? TenantId { get; set; }
}

/// <summary>What a message carries beside its text; <see cref="Content"/> is a card when the bot sends it.</summary>
public sealed class MessageAttachment
{
    public string? ContentType { get; set; }

    /// <summary>Of a file in OneDrive: where it lies.</summary>
    public string? ContentUrl { get; set; }

    /// <summary>Of a file: its name.</summary>
    public string? Name { get; set; }
    public object? Content { get; set; }
}

/// <summary>The answer to a send or create: the id by which the message can be edited later.</summary>
public sealed class SentMessage
{
    public string? Id { get; set; }
    public string? ActivityId { get; set; }
}
