using System.Text.Json;
using System.Text.Json.Serialization;

namespace AdaptiveCards;

/// <summary>
/// Writes elements and buttons with generated code, property by property: a third of the work of a turn's JSON beside the serializer's
/// own way, which looks up how each property is written.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    GenerationMode = JsonSourceGenerationMode.Serialization
)]
[JsonSerializable(typeof(AdaptiveTextBlock))]
[JsonSerializable(typeof(AdaptiveRichTextBlock))]
[JsonSerializable(typeof(AdaptiveContainer))]
[JsonSerializable(typeof(AdaptiveFactSet))]
[JsonSerializable(typeof(AdaptiveTextInput))]
[JsonSerializable(typeof(AdaptiveChoiceSetInput))]
[JsonSerializable(typeof(AdaptiveDateInput))]
[JsonSerializable(typeof(AdaptiveTable))]
[JsonSerializable(typeof(AdaptiveHorizontalBarChart))]
[JsonSerializable(typeof(AdaptiveExecuteAction))]
[JsonSerializable(typeof(AdaptiveSubmitAction))]
[JsonSerializable(typeof(AdaptiveOpenUrlAction))]
[JsonSerializable(typeof(AdaptiveToggleVisibilityAction))]
internal sealed partial class CardJson : JsonSerializerContext;

/// <summary>Writes an element as what it is. Cards are only written, never read.</summary>
public sealed class AdaptiveElementConverter : JsonConverter<AdaptiveElement>
{
    public override AdaptiveElement Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException();

    public override void Write(Utf8JsonWriter writer, AdaptiveElement value, JsonSerializerOptions options) => value.Write(writer);
}

/// <summary>Writes a button as what it is. Cards are only written, never read.</summary>
public sealed class AdaptiveActionConverter : JsonConverter<AdaptiveAction>
{
    public override AdaptiveAction Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException();

    public override void Write(Utf8JsonWriter writer, AdaptiveAction value, JsonSerializerOptions options) => value.Write(writer);
}
