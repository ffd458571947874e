using HartwoodPolicyBot.Teams.Activities;
using Microsoft.Bot.Schema;
using Newtonsoft.Json;

namespace HartwoodPolicyBot.BotBuilder.Activities;

/// <summary>Represents a part of an SDK message that is already written as JSON.</summary>
internal interface IRawJson
{
    string Json { get; }
}

/// <summary>Holds an attachment with its card, written by the generated code of <see cref="TeamsJson"/>.</summary>
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

/// <summary>Holds an entity, such as the cited sections, written by the generated code of <see cref="TeamsJson"/>.</summary>
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

/// <summary>
/// Gives finished JSON to the SDK's writer unchanged, so that no card is parsed or read by reflection a second time.
/// </summary>
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
