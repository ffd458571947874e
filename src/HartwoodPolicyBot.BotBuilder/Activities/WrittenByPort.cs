using HartwoodPolicyBot.Teams.Activities;
using Microsoft.Bot.Schema;
using Newtonsoft.Json;
using JsonText = System.Text.Json.JsonSerializer;

namespace HartwoodPolicyBot.BotBuilder.Activities;

/// <summary>Something that the SDK sends and the port writes.</summary>
internal interface IWrittenByPort
{
    /// <summary>Writes it with the port's generated code.</summary>
    string ToJson();
}

/// <summary>
/// A message on its way out, as the SDK's activity. The SDK carries and addresses it; what is sent is the port's message, card and
/// all, so that nothing is reflected over and no card is parsed again.
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

    public string ToJson() => JsonText.Serialize(content, TeamsJson.Wire.TeamsActivity);
}

/// <summary>A conversation to be opened, as the SDK's parameters.</summary>
[JsonConverter(typeof(WrittenByPortConverter))]
internal sealed class OutgoingConversation(NewConversation content) : ConversationParameters, IWrittenByPort
{
    /// <summary>The place whose pace counts: a post goes into its channel, a new chat to its person.</summary>
    public string Place => content.ChannelData?.Channel?.Id ?? content.Members?.FirstOrDefault()?.Id ?? "";

    public string ToJson() => JsonText.Serialize(content, TeamsJson.Wire.NewConversation);
}

/// <summary>Hands the port's JSON on to the SDK's writer as it is.</summary>
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
