using HartwoodPolicyBot.Teams.Activities;
using Microsoft.Bot.Schema;
using Newtonsoft.Json;

namespace HartwoodPolicyBot.BotBuilder.Activities;

/// <summary>A part of an SDK message that has been written as JSON already.</summary>
internal interface IRawJson
{
    string Json { get; }
}

/// <summary>An attachment, with the card in it, as the port's generated code writes it.</summary>
[JsonConverter(typeof(RawJsonConverter))]
internal sealed class RawAttachment : Attachment, IRawJson
{
    public RawAttachment(MessageAttachment attachment)
    {
        ContentType = attachment.ContentType;
        Json = System.Text.Json.JsonSerializer.Serialize(attachment, TeamsJson.Wire.MessageAttachment);
    }

    public string Json { get; }
}

/// <summary>An entity, such as the cited sections, as the port's generated code writes it.</summary>
[JsonConverter(typeof(RawJsonConverter))]
internal sealed class RawEntity : Entity, IRawJson
{
    public RawEntity(MessageEntity entity)
    {
        Type = entity.Type;
        Json = System.Text.Json.JsonSerializer.Serialize(entity, TeamsJson.Wire.MessageEntity);
    }

    public string Json { get; }
}

/// <summary>Hands written JSON on to the SDK's writer as it is, so that no card is parsed or reflected over again.</summary>
internal sealed class RawJsonConverter : JsonConverter<IRawJson>
{
    public override bool CanRead => false;

    public override IRawJson ReadJson(
        JsonReader reader,
        Type objectType,
        IRawJson? existingValue,
        bool hasExistingValue,
        Newtonsoft.Json.JsonSerializer serializer
    ) => throw new NotSupportedException();

    public override void WriteJson(JsonWriter writer, IRawJson? value, Newtonsoft.Json.JsonSerializer serializer) =>
        writer.WriteRawValue(value?.Json);
}
