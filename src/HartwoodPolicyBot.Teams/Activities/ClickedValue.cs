using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace HartwoodPolicyBot.Teams.Activities;

/// <summary>Cleans the data of clicks and invokes, however deep the texts are in it.</summary>
internal static class ClickedValue
{
    /// <summary>
    /// The bytes without which no text needs cleaning: a backslash begins an escaped character, and the others are or begin
    /// control characters and halves in UTF-8.
    /// </summary>
    private static readonly SearchValues<byte> Suspicious = SearchValues.Create([(byte)'\\', 0x7f, 0xc2, 0xef]);

    public static JsonElement Cleaned(JsonElement value)
    {
        if (!JsonMarshal.GetRawUtf8Value(value).ContainsAny(Suspicious))
        {
            return value;
        }

        var written = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(written))
        {
            Write(writer, value);
        }

        using var document = JsonDocument.Parse(written.WrittenMemory);
        return document.RootElement.Clone();
    }

    private static void Write(Utf8JsonWriter writer, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var property in value.EnumerateObject())
                {
                    writer.WritePropertyName(ActivityText.CleanId(property.Name)!);
                    Write(writer, property.Value);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in value.EnumerateArray())
                {
                    Write(writer, item);
                }

                writer.WriteEndArray();
                break;
            case JsonValueKind.String:
                writer.WriteStringValue(ActivityText.Clean(value.GetString()));
                break;
            default:
                value.WriteTo(writer);
                break;
        }
    }
}
