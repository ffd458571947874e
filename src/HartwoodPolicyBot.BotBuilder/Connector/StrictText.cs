using Newtonsoft.Json;

namespace HartwoodPolicyBot.BotBuilder.Connector;

/// <summary>
/// Reads text in Teams' answers, and takes nothing else for it. The SDK's own settings would make text of a number, and an id of
/// half a character, with which the bot could never find the message again.
/// </summary>
internal sealed class StrictText : JsonConverter<string>
{
    private const int DeepestAnswer = 64;

    /// <summary>What the JSON library puts in the place of half a character.</summary>
    private const char Replacement = '\ufffd';

    public override bool CanWrite => false;

    /// <summary>Makes an SDK client read answers this way.</summary>
    public static void ApplyTo(JsonSerializerSettings settings)
    {
        settings.Converters.Add(new StrictText());
        settings.MaxDepth = DeepestAnswer;
        // Text that looks like a date stays text.
        settings.DateParseHandling = DateParseHandling.None;
    }

    /// <summary>The text, or null where there is something else: the rest of the answer still counts.</summary>
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
