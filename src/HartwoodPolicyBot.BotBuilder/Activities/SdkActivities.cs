using System.Text.Json;
using HartwoodPolicyBot.Teams.Activities;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace HartwoodPolicyBot.BotBuilder.Activities;

/// <summary>
/// Converts the messages of HartwoodPolicyBot.Teams to the SDK's. Attachments, entities, channel data and values are passed on
/// as finished JSON.
/// </summary>
internal static class SdkActivities
{
    public static Activity Of(TeamsActivity message) =>
        new()
        {
            Type = message.Type ?? ActivityKinds.Message,
            Id = message.Id,
            ChannelId = message.ChannelId,
            ServiceUrl = message.ServiceUrl,
            Name = message.Name,
            Action = message.Action,
            Text = message.Text,
            Summary = message.Summary,
            ReplyToId = message.ReplyToId,
            From = Of(message.From),
            Recipient = Of(message.Recipient),
            Conversation = Of(message.Conversation),
            MembersAdded = message.MembersAdded is { } added ? [.. added.Select(Of)] : null,
            Attachments = message.Attachments is { } attachments ? [.. attachments.Select(one => new RawAttachment(one))] : null,
            Entities = message.Entities is { } entities ? [.. entities.Select(one => new RawEntity(one))] : null,
            ChannelData = Of(message.ChannelData),
            Value = message.Value is { } value ? new JRaw(value.GetRawText()) : null,
        };

    public static ConversationParameters Of(NewConversation wanted) =>
        new PlacedParameters
        {
            IsGroup = wanted.IsGroup,
            Bot = Of(wanted.Bot),
            Members = wanted.Members is { } members ? [.. members.Select(Of)] : null,
            TenantId = wanted.TenantId,
            ChannelData = Of(wanted.ChannelData),
            Activity = wanted.Activity is { } activity ? Of(activity) : null,
            ChannelId = wanted.ChannelData?.Channel?.Id,
        };

    public static ChannelAccount? Of(TeamsAccount? account) =>
        account is null
            ? null
            : new()
            {
                Id = account.Id,
                Name = account.Name,
                AadObjectId = account.AadObjectId,
            };

    public static ConversationAccount? Of(TeamsConversation? conversation) =>
        conversation is null
            ? null
            : new()
            {
                Id = conversation.Id,
                ConversationType = conversation.ConversationType,
                TenantId = conversation.TenantId,
            };

    /// <summary>Converts an account of the SDK back, for the members of a conversation.</summary>
    public static TeamsAccount From(ChannelAccount account) =>
        new()
        {
            Id = account.Id,
            Name = account.Name,
            AadObjectId = account.AadObjectId,
        };

    private static JRaw? Of(TeamsData? data) => data is null ? null : new JRaw(JsonSerializer.Serialize(data, TeamsJson.Wire.TeamsData));
}

/// <summary>
/// Describes a new conversation together with its channel's id, so that new posts keep to the channel's pace. The SDK sends
/// public properties only, so the id stays here.
/// </summary>
internal sealed class PlacedParameters : ConversationParameters
{
    internal string? ChannelId { get; init; }
}
