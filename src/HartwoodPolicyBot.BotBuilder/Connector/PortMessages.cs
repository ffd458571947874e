using System.Net.Http.Headers;
using System.Text.Json;
using HartwoodPolicyBot.BotBuilder.Activities;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;
using Microsoft.Rest;

namespace HartwoodPolicyBot.BotBuilder.Connector;

/// <summary>
/// Posts the port's messages through the SDK's HTTP client. The SDK's own methods would copy the JSON through a second library,
/// turn it into text and back, and read the answer the same way, at each turn.
/// </summary>
internal sealed class PortMessages(ConnectorClient client)
{
    private static readonly MediaTypeHeaderValue Json = new("application/json", "utf-8");

    /// <summary>Posts a message into a conversation.</summary>
    /// <exception cref="TeamsRequestException">Teams did not take it.</exception>
    public Task<HttpOperationResponse<ResourceResponse>> PostAsync(
        string conversationId,
        OutgoingActivity message,
        CancellationToken cancellationToken
    ) => PostToAsync($"v3/conversations/{Uri.EscapeDataString(conversationId)}/activities", message, cancellationToken);

    /// <summary>Posts a message as the reply to another one.</summary>
    /// <exception cref="TeamsRequestException">Teams did not take it.</exception>
    public Task<HttpOperationResponse<ResourceResponse>> ReplyAsync(
        string conversationId,
        string activityId,
        OutgoingActivity message,
        CancellationToken cancellationToken
    ) =>
        PostToAsync(
            $"v3/conversations/{Uri.EscapeDataString(conversationId)}/activities/{Uri.EscapeDataString(activityId)}",
            message,
            cancellationToken
        );

    private async Task<HttpOperationResponse<ResourceResponse>> PostToAsync(
        string path,
        OutgoingActivity message,
        CancellationToken cancellationToken
    )
    {
        var address = client.BaseUri.OriginalString;
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address.EndsWith('/') ? $"{address}{path}" : $"{address}/{path}"))
        {
            Content = new ByteArrayContent(message.ToUtf8()) { Headers = { ContentType = Json } },
        };
        var response = await client.HttpClient.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        return new()
        {
            Request = request,
            Response = response,
            // The SDK takes an answer without a body too, whatever its annotations say.
            Body = Read(await response.Content.ReadAsByteArrayAsync(cancellationToken))!,
        };
    }

    /// <summary>
    /// Reads the id of the message, and nothing more: whatever else Teams answers, the message was taken. Returns null if the answer
    /// is not JSON.
    /// </summary>
    private static ResourceResponse? Read(byte[] answer)
    {
        try
        {
            using var json = JsonDocument.Parse(answer);
            return Answer(
                json.RootElement is { ValueKind: JsonValueKind.Object } root
                && root.TryGetProperty("id"u8, out var id)
                && id.ValueKind == JsonValueKind.String
                    ? id.GetString()
                    : null
            );
        }
        catch (JsonException)
        {
            return null;
        }
        catch (InvalidOperationException)
        {
            // The id holds half a character, with which the message could never be found again.
            return Answer(null);
        }
    }

    private static ResourceResponse Answer(string? id) => new() { Id = id! };
}
