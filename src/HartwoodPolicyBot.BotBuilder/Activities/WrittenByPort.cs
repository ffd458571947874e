using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;
using Microsoft.Bot.Schema;
using Newtonsoft.Json;

namespace HartwoodPolicyBot.BotBuilder.Activities;

/// <summary>Marks what the SDK sends but the port writes as JSON.</summary>
internal interface IWrittenByPort
{
    /// <summary>Returns the JSON, written by the port's generated code.</summary>
    string ToJson();
}

/// <summary>
/// Holds an outgoing message as the SDK's activity. The SDK addresses and sends it, but the body of the request is the port's
/// message with its card, so that nothing is serialised by reflection and no card is parsed again.
/// </summary>
[JsonConverter(typeof(WrittenByPortConverter))]
internal sealed class OutgoingActivity : Activity, IWrittenByPort
{
    private readonly TeamsActivity content;

    public OutgoingActivity(TeamsActivity content)
    {
        this.content = content;
        content.Type ??= ActivityKinds.Message;
        Type = content.Type;
        Text = content.Text;
        Summary = content.Summary;
    }

    public string ToJson() => FittingJson.Write(content);

    /// <summary>Returns the JSON as it goes over the wire.</summary>
    public byte[] ToUtf8() => FittingJson.WriteUtf8(content);
}

/// <summary>Holds the request for a new conversation as the SDK's parameters.</summary>
[JsonConverter(typeof(WrittenByPortConverter))]
internal sealed class OutgoingConversation(NewConversation content) : ConversationParameters, IWrittenByPort
{
    /// <summary>Returns the id that the pace is kept for: a post counts for its channel, a new chat for its person.</summary>
    public string Place => content.ChannelData?.Channel?.Id ?? content.Members?.FirstOrDefault()?.Id ?? "";

    public string ToJson() => FittingJson.Write(content);
}

/// <summary>Passes the port's JSON to the SDK's writer without a change.</summary>
internal sealed class WrittenByPortConverter : JsonConverter<IWrittenByPort>
{
    public override bool CanRead => false;

    public override IWrittenByPort ReadJson(
        JsonReader reader,
        Type objectType,
        IWrittenByPort? existingValue,
        bool hasExistingValue,
        JsonSerializer serializer
    ) => throw new NotSupportedException();

    public override void WriteJson(JsonWriter writer, IWrittenByPort? value, JsonSerializer serializer) =>
        writer.WriteRawValue(value?.ToJson());
}
