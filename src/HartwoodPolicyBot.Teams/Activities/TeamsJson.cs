using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using AdaptiveCards;
using HartwoodPolicyBot.Teams.Files;

namespace HartwoodPolicyBot.Teams.Activities;

/// <summary>Reads and writes activities and cards as JSON. The code is generated, so that a turn needs no reflection.</summary>
[JsonSerializable(typeof(TeamsActivity))]
[JsonSerializable(typeof(AdaptiveCard))]
[JsonSerializable(typeof(CardActionAnswer))]
[JsonSerializable(typeof(InvokeError))]
[JsonSerializable(typeof(DialogAnswer))]
[JsonSerializable(typeof(SearchAnswer))]
[JsonSerializable(typeof(NewConversation))]
[JsonSerializable(typeof(SentMessage))]
[JsonSerializable(typeof(MembersPage))]
[JsonSerializable(typeof(TeamsAccount))]
[JsonSerializable(typeof(FileConsentCard))]
[JsonSerializable(typeof(FileConsentAnswer))]
[JsonSerializable(typeof(FileInfoCard))]
[JsonSerializable(typeof(string))]
public sealed partial class TeamsJson : JsonSerializerContext
{
    /// <summary>
    /// The context to use. It escapes as little as possible: the JSON goes over HTTP only, and Teams counts its characters.
    /// </summary>
    public static TeamsJson Wire { get; } =
        new(
            new JsonSerializerOptions
            {
                PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
                DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
                Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
                MaxDepth = 64,
            }
        );
}
