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
/// Sends the SDK's requests to Teams. It refuses messages over the size limit, puts a token on each attempt, repeats attempts
/// that may succeed later, and throws a <see cref="TeamsRequestException"/> if the request fails.
/// </summary>
public sealed class TeamsHttpHandler(
    HttpMessageHandler network,
    ServiceClientCredentials credentials,
    ResiliencePipeline<HttpResponseMessage> retries,
    ILogger<TeamsHttpHandler> log
) : DelegatingHandler(network)
{
    /// <summary>The headers by which Teams knows the SDK and its version.</summary>
    private static readonly KeyValuePair<string, string>[] SdkHeaders = ReadSdkHeaders();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        await CheckSizeAsync(request.Content, cancellationToken);

        // The SDK repeats the conversation's id here. A header can't hold an id that isn't ASCII, and Teams doesn't need it.
        request.Headers.Remove(ConversationConstants.ConversationIdHttpHeaderName);
        foreach (var (name, value) in SdkHeaders)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        var response = await TryAsync(request, cancellationToken);
        return response.IsSuccessStatusCode ? Plain(response) : throw await FailureAsync(response, cancellationToken);
    }

    /// <summary>
    /// Simplifies a successful response, because the SDK accepts only some success codes and fails at character sets that it
    /// doesn't know.
    /// </summary>
    private static HttpResponseMessage Plain(HttpResponseMessage response)
    {
        response.StatusCode = HttpStatusCode.OK;
        response.Content.Headers.ContentType = null;
        return response;
    }

    private static KeyValuePair<string, string>[] ReadSdkHeaders()
    {
        using var client = new HttpClient();
        ConnectorClient.AddDefaultRequestHeaders(client);
        return [.. client.DefaultRequestHeaders.NonValidated.Select(header => KeyValuePair.Create(header.Key, header.Value.ToString()))];
    }

    private async ValueTask CheckSizeAsync(HttpContent? content, CancellationToken cancellationToken)
    {
        // Every UTF-16 unit is at least one byte of UTF-8, so a short body need not be counted.
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
            // The library has already tried again. A secret that has expired may be renewed before Teams stops sending the
            // turn.
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
            // Read here, so that an answer which breaks off or never ends counts as a failed attempt.
            await response.Content.LoadIntoBufferAsync(cancellationToken);
            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    private async ValueTask<TeamsRequestException> FailureAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        using (response)
        {
            log.ConnectorRefused((int)response.StatusCode);
            return new(OutcomeOf(response.StatusCode))
            {
                RetryAfter = response.Headers.RetryAfter?.Delta,
                IsServerFault = response.StatusCode >= HttpStatusCode.InternalServerError,
                Status = (int)response.StatusCode,
                IsRemoved =
                    response.StatusCode == HttpStatusCode.Forbidden
                    && RefusalCodes.SayRemoved(await response.Content.ReadAsStringAsync(cancellationToken)),
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
