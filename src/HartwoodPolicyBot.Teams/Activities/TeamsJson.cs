using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using AdaptiveCards;
using HartwoodPolicyBot.Teams.Files;

namespace HartwoodPolicyBot.Teams.Activities;

/// <summary>How activities and cards stand on the wire. Generated, so that nothing is reflected over in a turn.</summary>
[JsonSerializable(typeof(TeamsActivity))]
[JsonSerializable(typeof(AdaptiveCard))]
[JsonSerializable(typeof(CardActionAnswer))]
[JsonSerializable(typeof(InvokeError))]
[JsonSerializable(typeof(DialogAnswer))]
[JsonSerializable(typeof(NewConversation))]
[JsonSerializable(typeof(SentMessage))]
[JsonSerializable(typeof(MembersPage))]
[JsonSerializable(typeof(TeamsAccount))]
[JsonSerializable(typeof(TeamFacts))]
[JsonSerializable(typeof(FileConsentCard))]
[JsonSerializable(typeof(FileConsentAnswer))]
[JsonSerializable(typeof(FileInfoCard))]
[JsonSerializable(typeof(string))]
public sealed partial class TeamsJson : JsonSerializerContext
{
    /// <summary>The context to use. Relaxed escaping: this is JSON over HTTP, and Teams counts its characters.</summary>
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
