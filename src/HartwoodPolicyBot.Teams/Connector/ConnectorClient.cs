using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Authentication;
using HartwoodPolicyBot.Teams.Cards;
using Microsoft.Extensions.Logging;
using Microsoft.Identity.Client;
using Polly;

namespace HartwoodPolicyBot.Teams.Connector;

/// <summary>
/// The Bot Connector REST API v3. Checks the host before a token leaves, keeps to each conversation's pace, retries what
/// is worth it, and reports the end as a value.
/// </summary>
public sealed class ConnectorClient(
    HttpClient http,
    ServiceHosts hosts,
    IBotToken token,
    ConversationPacer pacer,
    ResiliencePipeline<HttpResponseMessage> retries,
    ILogger<ConnectorClient> log
) : IConnectorClient
{
    private const int MembersPerPage = 500;
    private static readonly MediaTypeHeaderValue Json = new("application/json", "utf-8");

    public Task<ConnectorResult<ResourceResponse>> SendToConversationAsync(
        ConversationReference to,
        Activity activity,
        CancellationToken cancellationToken
    ) => WriteAsync(to, HttpMethod.Post, "activities", activity, cancellationToken);

    public Task<ConnectorResult<ResourceResponse>> ReplyToActivityAsync(
        ConversationReference to,
        string activityId,
        Activity activity,
        CancellationToken cancellationToken
    ) => WriteAsync(to, HttpMethod.Post, $"activities/{Uri.EscapeDataString(activityId)}", activity, cancellationToken);

    public Task<ConnectorResult<ResourceResponse>> UpdateActivityAsync(
        ConversationReference to,
        string activityId,
        Activity activity,
        CancellationToken cancellationToken
    ) => WriteAsync(to, HttpMethod.Put, $"activities/{Uri.EscapeDataString(activityId)}", activity, cancellationToken);

    public Task<ConnectorResult<ResourceResponse>> DeleteActivityAsync(
        ConversationReference to,
        string activityId,
        CancellationToken cancellationToken
    ) =>
        SendAsync(
            to.ServiceUrl,
            HttpMethod.Delete,
            $"{Conversation(to)}/activities/{Uri.EscapeDataString(activityId)}",
            null,
            ActivityJson.Wire.ResourceResponse,
            cancellationToken
        );

    public Task<ConnectorResult<ResourceResponse>> CreateConversationAsync(
        Uri serviceUrl,
        ConversationParameters parameters,
        CancellationToken cancellationToken
    )
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(parameters, ActivityJson.Wire.ConversationParameters);
        var place = parameters.ChannelData?.Channel?.Id ?? parameters.Members?.FirstOrDefault()?.Id ?? "";
        return WriteAsync(serviceUrl, place, HttpMethod.Post, "v3/conversations", body, cancellationToken);
    }

    public async Task<ConnectorResult<IReadOnlyList<ChannelAccount>>> GetConversationMembersAsync(
        ConversationReference conversation,
        CancellationToken cancellationToken
    )
    {
        var members = new List<ChannelAccount>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        string? next = null;
        do
        {
            var path =
                $"{Conversation(conversation)}/pagedmembers?pageSize={MembersPerPage}"
                + (next is null ? "" : $"&continuationToken={Uri.EscapeDataString(next)}");
            var page = await SendAsync(
                conversation.ServiceUrl,
                HttpMethod.Get,
                path,
                null,
                ActivityJson.Wire.PagedMembersResult,
                cancellationToken
            );
            if (!page.Succeeded)
            {
                return new(page.Outcome);
            }

            members.AddRange(page.Value?.Members ?? []);

            // A connector that hands back a token which it gave before would keep us here for ever.
            next = page.Value?.ContinuationToken is { Length: > 0 } token && seen.Add(token) ? token : null;
        } while (next is not null);
        return new(ConnectorOutcome.Done, members);
    }

    public Task<ConnectorResult<ChannelAccount>> GetConversationMemberAsync(
        ConversationReference conversation,
        string memberId,
        CancellationToken cancellationToken
    ) =>
        SendAsync(
            conversation.ServiceUrl,
            HttpMethod.Get,
            $"{Conversation(conversation)}/members/{Uri.EscapeDataString(memberId)}",
            null,
            ActivityJson.Wire.ChannelAccount,
            cancellationToken
        );

    public Task<ConnectorResult<TeamDetails>> GetTeamDetailsAsync(Uri serviceUrl, string teamId, CancellationToken cancellationToken) =>
        SendAsync(
            serviceUrl,
            HttpMethod.Get,
            $"v3/teams/{Uri.EscapeDataString(teamId)}",
            null,
            ActivityJson.Wire.TeamDetails,
            cancellationToken
        );

    private static string Conversation(ConversationReference reference) =>
        $"v3/conversations/{Uri.EscapeDataString(reference.ConversationId)}";

    private Task<ConnectorResult<ResourceResponse>> WriteAsync(
        ConversationReference to,
        HttpMethod method,
        string path,
        Activity activity,
        CancellationToken cancellationToken
    )
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(activity, ActivityJson.Wire.Activity);
        return WriteAsync(to.ServiceUrl, to.ConversationId, method, $"{Conversation(to)}/{path}", body, cancellationToken);
    }

    /// <summary>Whatever carries a message: within its size, and at the pace of the place that it goes to.</summary>
    private async Task<ConnectorResult<ResourceResponse>> WriteAsync(
        Uri serviceUrl,
        string place,
        HttpMethod method,
        string path,
        byte[] body,
        CancellationToken cancellationToken
    )
    {
        if (!CardLimit.Allows(body))
        {
            log.MessageTooLarge(CardLimit.SizeOf(body), CardLimit.MostBytes);
            return new(ConnectorOutcome.TooLarge);
        }

        if (!await pacer.WaitAsync(place, cancellationToken))
        {
            log.ConversationTooBusy();
            return new(ConnectorOutcome.Unavailable);
        }

        return await SendAsync(serviceUrl, method, path, body, ActivityJson.Wire.ResourceResponse, cancellationToken);
    }

    private async Task<ConnectorResult<T>> SendAsync<T>(
        Uri serviceUrl,
        HttpMethod method,
        string path,
        byte[]? body,
        JsonTypeInfo<T> answer,
        CancellationToken cancellationToken
    )
        where T : class
    {
        if (!hosts.Allow(serviceUrl))
        {
            log.ServiceHostNotAllowed(serviceUrl.Host);
            return new(ConnectorOutcome.Refused);
        }

        var address = new Uri(serviceUrl.AbsoluteUri.TrimEnd('/') + "/" + path, UriKind.Absolute);
        try
        {
            using var response = await retries.ExecuteAsync(
                async cancel =>
                {
                    using var request = new HttpRequestMessage(method, address);
                    request.Headers.Authorization = await token.GetAsync(cancel) is { } bearer ? new("Bearer", bearer) : null;
                    request.Content = body is null ? null : new ByteArrayContent(body) { Headers = { ContentType = Json } };
                    return await http.SendAsync(request, cancel);
                },
                cancellationToken
            );
            return await ReadAsync(response, answer, cancellationToken);
        }
        catch (Exception fault) when (ConnectorRetries.IsNetworkFault(fault, cancellationToken))
        {
            log.ConnectorUnreachable(method.Method, fault.GetType().Name);
            return new(ConnectorOutcome.Unavailable);
        }
        catch (MsalException fault)
        {
            // The library has tried again by itself; and a secret that has run out may be renewed before Teams gives the turn up.
            log.NoToken(fault.ErrorCode);
            return new(ConnectorOutcome.Unavailable);
        }
    }

    private async Task<ConnectorResult<T>> ReadAsync<T>(
        HttpResponseMessage response,
        JsonTypeInfo<T> answer,
        CancellationToken cancellationToken
    )
        where T : class
    {
        if (!response.IsSuccessStatusCode)
        {
            log.ConnectorRefused((int)response.StatusCode);
            return new(
                response.StatusCode switch
                {
                    HttpStatusCode.Forbidden => ConnectorOutcome.Blocked,
                    HttpStatusCode.NotFound => ConnectorOutcome.NotFound,
                    HttpStatusCode.RequestEntityTooLarge => ConnectorOutcome.TooLarge,
                    var status when ConnectorRetries.IsWorthARetry(status) => ConnectorOutcome.Unavailable,
                    _ => ConnectorOutcome.Refused,
                }
            )
            {
                RetryAfter = response.Headers.RetryAfter?.Delta,
                IsServerFault = response.StatusCode >= HttpStatusCode.InternalServerError,
            };
        }

        var json = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        try
        {
            // Teams answers some writes with an empty body: done, but without an id.
            return new(ConnectorOutcome.Done, json.Length == 0 ? null : JsonSerializer.Deserialize(json, answer));
        }
        catch (JsonException)
        {
            return new(ConnectorOutcome.Done);
        }
    }
}
