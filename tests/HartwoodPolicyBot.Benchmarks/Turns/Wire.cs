using System.Text.Json.Serialization;

namespace HartwoodPolicyBot.Benchmarks.Turns;

/// <summary>A message as Teams sends it to a bot, and the little that a bare reply needs.</summary>
internal sealed record Message(
    string Type,
    string Id,
    string ChannelId,
    string ServiceUrl,
    string Text,
    Account From,
    Account Recipient,
    Chat Conversation,
    string? ReplyToId = null
);

internal sealed record Account(string Id, string? Name = null, string? AadObjectId = null);

internal sealed record Chat(string Id, string ConversationType, string TenantId);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
[JsonSerializable(typeof(Message))]
internal sealed partial class Wire : JsonSerializerContext;
