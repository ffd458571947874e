using System.Net;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;
using HartwoodPolicyBot.Teams.Connector;
using Microsoft.Bot.Connector;
using Microsoft.Extensions.Logging;
using Microsoft.Identity.Client;
using Microsoft.Rest;
using Polly;

namespace HartwoodPolicyBot.BotBuilder.Connector;

/// <summary>
/// Stands between the SDK's clients and the network: no message over the size limit leaves, each attempt carries a token, what is
/// worth it is tried again, and a failure comes out as a <see cref="TeamsRequestException"/>.
/// </summary>
public sealed class TeamsHttpHandler(
    HttpMessageHandler network,
    ServiceClientCredentials credentials,
    ResiliencePipeline<HttpResponseMessage> retries,
    ILogger<TeamsHttpHandler> log
) : DelegatingHandler(network)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        await CheckSizeAsync(request.Content, cancellationToken);

        // The SDK repeats the conversation's id here. An id that is not ASCII cannot stand in a header, and Teams does not ask for it.
        request.Headers.Remove(ConversationConstants.ConversationIdHttpHeaderName);

        var response = await TryAsync(request, cancellationToken);
        return response.IsSuccessStatusCode ? Plain(response) : throw Failure(response);
    }

    /// <summary>The SDK takes only some codes for a success, and trips over a character set that it does not know.</summary>
    private static HttpResponseMessage Plain(HttpResponseMessage response)
    {
        response.StatusCode = HttpStatusCode.OK;
        response.Content.Headers.ContentType = null;
        return response;
    }

    private async ValueTask CheckSizeAsync(HttpContent? content, CancellationToken cancellationToken)
    {
        // Every UTF-16 unit is at least one byte of UTF-8, so that a short body need not be counted.
        if (content is null || content.Headers.ContentLength * 2 <= CardLimit.MostBytes)
        {
            return;
        }

        var body = await content.ReadAsByteArrayAsync(cancellationToken);
        if (!CardLimit.Allows(body))
        {
            log.MessageTooLarge(CardLimit.SizeOf(body), CardLimit.MostBytes);
            throw new TeamsRequestException(TeamsOutcome.TooLarge);
        }
    }

    private async ValueTask<HttpResponseMessage> TryAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            return await retries.ExecuteAsync(
                static (state, cancel) => state.Handler.AttemptAsync(state.Request, cancel),
                (Handler: this, Request: request),
                cancellationToken
            );
        }
        catch (Exception fault) when (ConnectorRetries.IsNetworkFault(fault, cancellationToken))
        {
            log.ConnectorUnreachable(request.Method.Method, fault.GetType().Name);
            throw new TeamsRequestException(TeamsOutcome.Unavailable);
        }
        catch (MsalException fault)
        {
            // The library has tried again by itself; and a secret that has run out may be renewed before Teams gives the turn up.
            log.NoToken(fault.ErrorCode);
            throw new TeamsRequestException(TeamsOutcome.Unavailable);
        }
    }

    private async ValueTask<HttpResponseMessage> AttemptAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        await credentials.ProcessHttpRequestAsync(request, cancellationToken);
        var response = await base.SendAsync(request, cancellationToken);
        try
        {
            // Here, so that an answer which breaks off or never ends counts as a failed attempt.
            await response.Content.LoadIntoBufferAsync(cancellationToken);
            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    private TeamsRequestException Failure(HttpResponseMessage response)
    {
        using (response)
        {
            log.ConnectorRefused((int)response.StatusCode);
            return new(OutcomeOf(response.StatusCode))
            {
                RetryAfter = response.Headers.RetryAfter?.Delta,
                IsServerFault = response.StatusCode >= HttpStatusCode.InternalServerError,
            };
        }
    }

    private static TeamsOutcome OutcomeOf(HttpStatusCode status) =>
        status switch
        {
            HttpStatusCode.Forbidden => TeamsOutcome.Blocked,
            HttpStatusCode.NotFound => TeamsOutcome.NotFound,
            HttpStatusCode.RequestEntityTooLarge => TeamsOutcome.TooLarge,
            _ when ConnectorRetries.IsWorthARetry(status) => TeamsOutcome.Unavailable,
            _ => TeamsOutcome.Refused,
        };
}
