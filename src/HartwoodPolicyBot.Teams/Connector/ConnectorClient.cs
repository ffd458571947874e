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
) : ITeamsClient
{
    private const int MembersPerPage = 500;
    private static readonly MediaTypeHeaderValue Json = new("application/json", "utf-8");

    public Task<TeamsResult<SentMessage>> SendToConversationAsync(
        ConversationAddress to,
        TeamsActivity activity,
        CancellationToken cancellationToken
    ) => WriteAsync(to, HttpMethod.Post, "activities", activity, cancellationToken);

    public Task<TeamsResult<SentMessage>> ReplyToActivityAsync(
        ConversationAddress to,
        string activityId,
        TeamsActivity activity,
        CancellationToken cancellationToken
    ) => WriteAsync(to, HttpMethod.Post, $"activities/{Uri.EscapeDataString(activityId)}", activity, cancellationToken);

    public Task<TeamsResult<SentMessage>> UpdateActivityAsync(
        ConversationAddress to,
        string activityId,
        TeamsActivity activity,
        CancellationToken cancellationToken
    ) => WriteAsync(to, HttpMethod.Put, $"activities/{Uri.EscapeDataString(activityId)}", activity, cancellationToken);

    public Task<TeamsResult<SentMessage>> DeleteActivityAsync(
        ConversationAddress to,
        string activityId,
        CancellationToken cancellationToken
    ) =>
        SendAsync(
            to.ServiceUrl,
            HttpMethod.Delete,
            $"{Conversation(to)}/activities/{Uri.EscapeDataString(activityId)}",
            null,
            TeamsJson.Wire.SentMessage,
            cancellationToken
        );

    public Task<TeamsResult<SentMessage>> CreateConversationAsync(
        Uri serviceUrl,
        NewConversation parameters,
        CancellationToken cancellationToken
    )
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(parameters, TeamsJson.Wire.NewConversation);
        var place = parameters.ChannelData?.Channel?.Id ?? parameters.Members?.FirstOrDefault()?.Id ?? "";
        return WriteAsync(serviceUrl, place, HttpMethod.Post, "v3/conversations", body, cancellationToken);
    }

    public async Task<TeamsResult<IReadOnlyList<TeamsAccount>>> GetConversationMembersAsync(
        ConversationAddress conversation,
        CancellationToken cancellationToken
    )
    {
        var members = new List<TeamsAccount>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        string? next = null;
        do
        {
            var path =
                $"{Conversation(conversation)}/pagedmembers?pageSize={MembersPerPage}"
                + (next is null ? "" : $"&continuationToken={Uri.EscapeDataString(next)}");
            var page = await SendAsync(conversation.ServiceUrl, HttpMethod.Get, path, null, TeamsJson.Wire.MembersPage, cancellationToken);
            if (!page.Succeeded)
            {
                return new(page.Outcome);
            }

            members.AddRange(page.Value?.Members ?? []);

            // A connector that hands back a token which it gave before would keep us here for ever.
            next = page.Value?.ContinuationToken is { Length: > 0 } token && seen.Add(token) ? token : null;
        } while (next is not null);
        return new(TeamsOutcome.Done, members);
    }

    public Task<TeamsResult<TeamsAccount>> GetConversationMemberAsync(
        ConversationAddress conversation,
        string memberId,
        CancellationToken cancellationToken
    ) =>
        SendAsync(
            conversation.ServiceUrl,
            HttpMethod.Get,
            $"{Conversation(conversation)}/members/{Uri.EscapeDataString(memberId)}",
            null,
            TeamsJson.Wire.TeamsAccount,
            cancellationToken
        );

    public Task<TeamsResult<TeamFacts>> GetTeamDetailsAsync(Uri serviceUrl, string teamId, CancellationToken cancellationToken) =>
        SendAsync(
            serviceUrl,
            HttpMethod.Get,
            $"v3/teams/{Uri.EscapeDataString(teamId)}",
            null,
            TeamsJson.Wire.TeamFacts,
            cancellationToken
        );

    private static string Conversation(ConversationAddress reference) =>
        $"v3/conversations/{Uri.EscapeDataString(reference.ConversationId)}";

    private Task<TeamsResult<SentMessage>> WriteAsync(
        ConversationAddress to,
        HttpMethod method,
        string path,
        TeamsActivity activity,
        CancellationToken cancellationToken
    )
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(activity, TeamsJson.Wire.TeamsActivity);
        return WriteAsync(to.ServiceUrl, to.ConversationId, method, $"{Conversation(to)}/{path}", body, cancellationToken);
    }

    /// <summary>Whatever carries a message: within its size, and at the pace of the place that it goes to.</summary>
    private async Task<TeamsResult<SentMessage>> WriteAsync(
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
            return new(TeamsOutcome.TooLarge);
        }

        if (!await pacer.WaitAsync(place, cancellationToken))
        {
            log.ConversationTooBusy();
            return new(TeamsOutcome.Unavailable);
        }

        return await SendAsync(serviceUrl, method, path, body, TeamsJson.Wire.SentMessage, cancellationToken);
    }

    private async Task<TeamsResult<T>> SendAsync<T>(
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
            return new(TeamsOutcome.Refused);
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
            return new(TeamsOutcome.Unavailable);
        }
        catch (MsalException fault)
        {
            // The library has tried again by itself; and a secret that has run out may be renewed before Teams gives the turn up.
            log.NoToken(fault.ErrorCode);
            return new(TeamsOutcome.Unavailable);
        }
    }

    private async Task<TeamsResult<T>> ReadAsync<T>(
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
                    HttpStatusCode.Forbidden => TeamsOutcome.Blocked,
                    HttpStatusCode.NotFound => TeamsOutcome.NotFound,
                    HttpStatusCode.RequestEntityTooLarge => TeamsOutcome.TooLarge,
                    var status when ConnectorRetries.IsWorthARetry(status) => TeamsOutcome.Unavailable,
                    _ => TeamsOutcome.Refused,
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
            return new(TeamsOutcome.Done, json.Length == 0 ? null : JsonSerializer.Deserialize(json, answer));
        }
        catch (JsonException)
        {
            return new(TeamsOutcome.Done);
        }
    }
}
