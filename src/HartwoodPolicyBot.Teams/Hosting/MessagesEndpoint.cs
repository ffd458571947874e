using System.Net;
using System.Text.Json;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace HartwoodPolicyBot.Teams.Hosting;

/// <summary>
/// <c>POST /api/messages</c>: the only way in. Size, then caller, then content, then tenant; each refusal is a status and
/// one line in the log, and nothing of the activity is acted on before all have passed.
/// </summary>
public sealed class MessagesEndpoint(
    ITurnHandler bot,
    ITeamsClient connector,
    BotIdentity identity,
    ActivityRules rules,
    IHostApplicationLifetime lifetime,
    ILogger<MessagesEndpoint> log,
    ConnectorTokenValidator? tokens = null
)
{
    /// <summary>Teams' own messages end at 100 KB; a card click carries at most as much again.</summary>
    public const long MostBodyBytes = 256 * 1024;

    /// <summary>Answers one request. <see cref="HttpContext.Response"/> has a status and at most an invoke's body afterwards.</summary>
    public async Task HandleAsync(HttpContext http)
    {
        var (status, reason, activity) = await AdmitAsync(http);
        if (activity is null)
        {
            log.ActivityRefused(status, reason);
            http.Response.StatusCode = status;
            return;
        }

        // Not the request's own token: a caller that hangs up does not stop a turn half-way.
        var outcome = await bot.OnTurnAsync(new TurnContext(activity, connector), lifetime.ApplicationStopping);
        http.Response.StatusCode = outcome switch
        {
            { Invoke: { } invoke } => invoke.Status,
            { Delivered: false } => StatusCodes.Status502BadGateway,
            _ => StatusCodes.Status200OK,
        };
        if (outcome.Invoke?.Body is { } body)
        {
            http.Response.ContentType = "application/json; charset=utf-8";
            await JsonSerializer.SerializeAsync(http.Response.BodyWriter, body, body.GetType(), TeamsJson.Wire, http.RequestAborted);
        }
    }

    private async Task<(int Status, string Reason, TeamsActivity? Activity)> AdmitAsync(HttpContext http)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = MostBodyBytes;
        }

        if (http.Request.ContentLength > MostBodyBytes)
        {
            return (StatusCodes.Status413PayloadTooLarge, "body too large", null);
        }

        var caller = await AuthenticateAsync(http);
        if (caller.Refusal is { } refusal)
        {
            return (
                refusal == ConnectorTokenValidator.KeysUnreachable
                    ? StatusCodes.Status503ServiceUnavailable
                    : StatusCodes.Status401Unauthorized,
                refusal,
                null
            );
        }

        if (!http.Request.HasJsonContentType())
        {
            return (StatusCodes.Status415UnsupportedMediaType, "not JSON by its content type", null);
        }

        try
        {
            var activity = await JsonSerializer.DeserializeAsync(
                http.Request.BodyReader,
                TeamsJson.Wire.TeamsActivity,
                http.RequestAborted
            );
            if (ActivityRules.Incomplete(activity) is { } missing)
            {
                return (StatusCodes.Status400BadRequest, missing, null);
            }

            return rules.Foreign(activity!, caller) is { } foreign
                ? (StatusCodes.Status403Forbidden, foreign, null)
                : (StatusCodes.Status200OK, "", activity);
        }
        catch (JsonException)
        {
            return (StatusCodes.Status400BadRequest, "not an activity", null);
        }
        catch (BadHttpRequestException fault)
        {
            return (fault.StatusCode, "request broken off or too large", null);
        }
        catch (Exception fault) when (fault is OperationCanceledException or IOException)
        {
            return (StatusCodes.Status400BadRequest, "request broken off", null);
        }
    }

    private async Task<TokenVerdict> AuthenticateAsync(HttpContext http)
    {
        if (tokens is not null)
        {
            return await tokens.ValidateAsync(http.Request.Headers.Authorization, http.RequestAborted);
        }

        // Registered without a validator only in Development without credentials; then this machine alone may call.
        return !identity.HasCredentials && http.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address)
            ? TokenVerdict.NotAsked
            : TokenVerdict.Refused("no credentials set, and the caller is not on this machine");
    }
}

/// <summary>Puts the endpoint on the map.</summary>
public static class MessagesEndpointRoute
{
    /// <summary>Straight after routing: what serves pages has no part in it.</summary>
    public static IEndpointConventionBuilder MapTeamsMessages(this IEndpointRouteBuilder routes) =>
        routes
            .MapPost(
                "/api/messages",
                static (HttpContext http) => http.RequestServices.GetRequiredService<MessagesEndpoint>().HandleAsync(http)
            )
            .ShortCircuit();
}
