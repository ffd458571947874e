using AdaptiveCards;
using HartwoodPolicyBot.BotBuilder.Activities;
using HartwoodPolicyBot.BotBuilder.Authentication;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Authentication;
using HartwoodPolicyBot.Teams.Cards;
using HartwoodPolicyBot.Teams.Connector;
using HartwoodPolicyBot.Teams.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace HartwoodPolicyBot.BotBuilder;

/// <summary>
/// Receives all activities from Teams. It checks the size, the caller, the content and the tenant, in this order. A refusal is
/// answered with a status and one line in the log; the bot acts on nothing in an activity before all checks have passed.
/// </summary>
/// <remarks>The base class gets no log, because its lines would contain ids that a caller wrote.</remarks>
public sealed class TeamsAdapter(
    TeamsAuthentication authentication,
    ITurnHandler handler,
    ConnectorOptions options,
    IHostApplicationLifetime lifetime,
    TimeProvider time,
    ILogger<TeamsAdapter> log
) : CloudAdapterBase(authentication), IBotFrameworkHttpAdapter
{
    /// <summary>Answers one request. The response has a status, and a body only for an invoke.</summary>
    public async Task ProcessAsync(
        HttpRequest httpRequest,
        HttpResponse httpResponse,
        IBot bot,
        CancellationToken cancellationToken = default
    )
    {
        var (read, caller) = await ReadAsync(httpRequest, cancellationToken);
        if (read.Activity is not { } activity)
        {
            Refuse(httpResponse, read.Status, read.Reason);
            return;
        }

        var (admitted, refusal) = authentication.Admit(activity, caller);
        if (admitted is null)
        {
            Refuse(httpResponse, StatusCodes.Status403Forbidden, refusal);
            return;
        }

        // Not cancelled with the request, so that a caller that disconnects doesn't stop a turn half-way.
        TurnOutcome? outcome = null;
        var isLate = false;
        var turn = ProcessActivityAsync(
            admitted,
            new ReceivedActivity(activity),
            async (turn, stopping) =>
            {
                await bot.OnTurnAsync(turn, stopping);
                outcome = turn.TurnState.Get<TurnOutcome>();
                if (isLate && outcome is { Invoke.Body: CardActionAnswer { Value: AdaptiveCard card } } && IsPersonal(activity))
                {
                    // The click has had its answer, so the card that would have replaced the clicked one comes as a message.
                    await new BotBuilderTurn(turn, activity).SendActivityAsync(CardMessage.Of(card, card.FallbackText ?? ""), stopping);
                }
            },
            lifetime.ApplicationStopping
        );
        if (activity.Type == ActivityKinds.Invoke && !await EndsInTimeAsync(turn))
        {
            // The turn goes on: what it sends arrives as soon as Teams takes it.
            isLate = true;
            _ = LogIfFailedAsync(turn);
            await AnswerAsync(httpResponse, activity, new(true, handler.AnswerLate(activity)), cancellationToken);
            return;
        }

        await turn;
        await AnswerAsync(httpResponse, activity, outcome, cancellationToken);
    }

    /// <summary>
    /// Sends answers in a turn. Unlike the base class, it replies to messages only, because the id of an invoke isn't a
    /// message's.
    /// </summary>
    public override async Task<ResourceResponse[]> SendActivitiesAsync(
        ITurnContext turnContext,
        Activity[] activities,
        CancellationToken cancellationToken
    )
    {
        var conversations = turnContext.TurnState.Get<IConnectorClient>().Conversations;
        var sent = new ResourceResponse[activities.Length];
        for (var index = 0; index < activities.Length; index++)
        {
            var activity = activities[index];
            var answer = turnContext.Activity is { Type: ActivityKinds.Message, Id.Length: > 0 }
                ? await conversations.ReplyToActivityAsync(activity, cancellationToken)
                : await conversations.SendToConversationAsync(activity, cancellationToken);

            // Teams answers some writes without an id, but the SDK's turn context needs an object.
            sent[index] = answer ?? new ResourceResponse();
        }

        return sent;
    }

    private async Task<bool> EndsInTimeAsync(Task turn)
    {
        if (turn.IsCompleted)
        {
            return true;
        }

        using var inTime = new CancellationTokenSource();
        var ended = await Task.WhenAny(turn, Task.Delay(options.LongestClick, time, inTime.Token)) == turn;
        await inTime.CancelAsync();
        return ended;
    }

    private static bool IsPersonal(TeamsActivity activity) => activity.Conversation?.ConversationType == "personal";

    private async Task LogIfFailedAsync(Task turn)
    {
        try
        {
            await turn;
        }
        catch (Exception fault)
        {
            log.LateTurnFailed(fault);
        }
    }

    /// <summary>Limits the size, then checks the caller, then reads the body.</summary>
    private async Task<(ActivityReading Read, TokenVerdict Caller)> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (ActivityReader.RefuseLarge(request) is { } large)
        {
            return (large, TokenVerdict.Refused(large.Reason));
        }

        var from = request.HttpContext.Connection.RemoteIpAddress;
        var caller = await authentication.CheckCallerAsync(request.Headers.Authorization, from, cancellationToken);
        return (caller.Refusal is { } refusal ? Stranger(refusal) : await ActivityReader.ReadAsync(request, cancellationToken), caller);
    }

    private static ActivityReading Stranger(string refusal) =>
        ActivityReading.Refused(
            refusal == ConnectorTokenValidator.KeysUnreachable
                ? StatusCodes.Status503ServiceUnavailable
                : StatusCodes.Status401Unauthorized,
            refusal
        );

    private void Refuse(HttpResponse response, int status, string reason)
    {
        log.ActivityRefused(status, reason);
        response.StatusCode = status;
    }

    private string BodyOf(object body, TeamsActivity activity)
    {
        var json = FittingJson.WriteBody(body);
        if (CardLimit.Allows(json))
        {
            return json;
        }

        log.MessageTooLarge(2 * json.Length, CardLimit.MostBytes);
        return handler.AnswerTooLarge(activity).Body is { } sentence ? FittingJson.WriteBody(sentence) : "";
    }

    private async Task AnswerAsync(HttpResponse response, TeamsActivity activity, TurnOutcome? outcome, CancellationToken cancellationToken)
    {
        response.StatusCode = outcome switch
        {
            { Invoke: { } invoke } => invoke.Status,
            { Delivered: false } => StatusCodes.Status502BadGateway,
            _ => StatusCodes.Status200OK,
        };
        if (outcome?.Invoke?.Body is { } body)
        {
            response.ContentType = "application/json; charset=utf-8";
            await response.WriteAsync(BodyOf(body, activity), cancellationToken);
        }
    }
}
