using Newtonsoft.Json;

namespace HartwoodPolicyBot.BotBuilder.Connector;

/// <summary>
/// Reads a string in Teams' answers only where there is one. The SDK's settings would turn a number into text, and would accept
/// an id with half a surrogate pair, with which the bot could never find the message again.
/// </summary>
internal sealed class StrictText : JsonConverter<string>
{
    private const int DeepestAnswer = 64;

    /// <summary>The JSON library puts this character in the place of half a surrogate pair.</summary>
    private const char Replacement = '\ufffd';

    public override bool CanWrite => false;

    /// <summary>Makes an SDK client read answers in this way.</summary>
    public static void ApplyTo(JsonSerializerSettings settings)
    {
        settings.Converters.Add(new StrictText());
        settings.MaxDepth = DeepestAnswer;
        // Text that looks like a date must stay text.
        settings.DateParseHandling = DateParseHandling.None;
    }

    /// <summary>
    /// Returns the text; null if there is something different, so that the rest of the answer can still be used.
    /// </summary>
    public override string? ReadJson(
        JsonReader reader,
        Type objectType,
        string? existingValue,
        bool hasExistingValue,
        JsonSerializer serializer
    )
    {
        if (reader is { TokenType: JsonToken.String, Value: string text })
        {
            return text.Contains(Replacement, StringComparison.Ordinal) && IsId(reader.Path) ? null : text;
        }

        reader.Skip();
        return null;
    }

    public override void WriteJson(JsonWriter writer, string? value, JsonSerializer serializer) => throw new NotSupportedException();

    private static bool IsId(string path) => path.EndsWith("id", StringComparison.OrdinalIgnoreCase);
}
