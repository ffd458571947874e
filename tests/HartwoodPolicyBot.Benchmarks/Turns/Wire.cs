using System.Text.Json.Serialization;

namespace HartwoodPolicyBot.Benchmarks.Turns;

/// <summary>Is a message as Teams sends it to a bot, with the few fields that a bare reply needs.</summary>
internal sealed record Message
{
    public required string Type { get; init; }

    public required string Id { get; init; }

    public required string ChannelId { get; init; }

    public required string ServiceUrl { get; init; }

    public required string Text { get; init; }

    public required Account From { get; init; }

    public required Account Recipient { get; init; }

    public required Chat Conversation { get; init; }

    public string? ReplyToId { get; init; }
}

internal sealed record Account(string Id, string? Name = null, string? AadObjectId = null);

internal sealed record Chat(string Id, string ConversationType, string TenantId);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
[JsonSerializable(typeof(Message))]
internal sealed partial class Wire : JsonSerializerContext;
