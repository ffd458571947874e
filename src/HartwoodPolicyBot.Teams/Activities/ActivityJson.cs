using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using HartwoodPolicyBot.Teams.Cards;
using HartwoodPolicyBot.Teams.Files;

namespace HartwoodPolicyBot.Teams.Activities;

/// <summary>How activities and cards stand on the wire. Generated, so that nothing is reflected over in a turn.</summary>
[JsonSerializable(typeof(Activity))]
[JsonSerializable(typeof(AdaptiveCard))]
[JsonSerializable(typeof(AdaptiveCardInvokeResponse))]
[JsonSerializable(typeof(InvokeError))]
[JsonSerializable(typeof(TaskModuleResponse))]
[JsonSerializable(typeof(ConversationParameters))]
[JsonSerializable(typeof(ResourceResponse))]
[JsonSerializable(typeof(PagedMembersResult))]
[JsonSerializable(typeof(ChannelAccount))]
[JsonSerializable(typeof(TeamDetails))]
[JsonSerializable(typeof(FileConsentCard))]
[JsonSerializable(typeof(FileConsentAnswer))]
[JsonSerializable(typeof(FileInfoCard))]
[JsonSerializable(typeof(string))]
public sealed partial class ActivityJson : JsonSerializerContext
{
    /// <summary>The context to use. Relaxed escaping: this is JSON over HTTP, and Teams counts its characters.</summary>
    public static ActivityJson Wire { get; } =
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
