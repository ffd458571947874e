using System.Net;
using System.Security.Claims;
using HartwoodPolicyBot.BotBuilder.Activities;
using HartwoodPolicyBot.BotBuilder.Connector;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Authentication;
using Microsoft.Bot.Connector.Authentication;
using SdkActivity = Microsoft.Bot.Schema.Activity;

namespace HartwoodPolicyBot.BotBuilder.Authentication;

/// <summary>
/// Decides who may talk to the bot, by the rules of <see cref="ConnectorTokenValidator"/> and <see cref="ActivityRules"/>. It
/// has two steps, because the caller is checked before anything of the body is read.
/// </summary>
public sealed class TeamsAuthentication : BotFrameworkAuthentication
{
    private readonly BotIdentity identity;
    private readonly ConnectorTokenValidator tokens;
    private readonly ActivityRules rules;
    private readonly TeamsConnectorFactory connectors;

    /// <summary>The same result for every turn that is let in, because all come from one tenant and one channel.</summary>
    private readonly AuthenticateRequestResult admitted;

    public TeamsAuthentication(BotIdentity identity, ConnectorTokenValidator tokens, ActivityRules rules, TeamsConnectorFactory connectors)
    {
        this.identity = identity;
        this.tokens = tokens;
        this.rules = rules;
        this.connectors = connectors;
        admitted = new AuthenticateRequestResult
        {
            ClaimsIdentity = identity.HasCredentials
                ? new ClaimsIdentity([new Claim(AuthenticationConstants.AudienceClaim, identity.MicrosoftAppId!)], "Bot Connector")
                : new ClaimsIdentity(),
            ConnectorFactory = connectors,
        };
    }

    /// <summary>
    /// Takes the first step: checks the token of a request, or in Development without credentials the address of the caller.
    /// </summary>
    public async ValueTask<TokenVerdict> CheckCallerAsync(string? authorization, IPAddress? caller, CancellationToken cancellationToken)
    {
        if (identity.HasCredentials)
        {
            return await tokens.ValidateAsync(authorization, cancellationToken);
        }

        // The bot starts without credentials in Development only, and then only this machine may call it.
        return caller is not null && IPAddress.IsLoopback(caller)
            ? TokenVerdict.NotAsked
            : TokenVerdict.Refused("no credentials set, and the caller is not on this machine");
    }

    /// <summary>
    /// Takes the second step: returns what the SDK needs to know about a turn with that caller's complete activity, or why the
    /// activity is refused.
    /// </summary>
    internal (AuthenticateRequestResult? Admitted, string Refusal) Admit(TeamsActivity activity, TokenVerdict caller) =>
        (caller.Refusal ?? rules.Foreign(activity, caller)) is { } refusal ? (null, refusal) : (admitted, "");

    /// <summary>
    /// Takes both steps at once, for callers inside the SDK. An activity that <see cref="TeamsAdapter"/> did not read is
    /// refused.
    /// </summary>
    /// <exception cref="UnauthorizedAccessException">The request is refused.</exception>
    public override async Task<AuthenticateRequestResult> AuthenticateRequestAsync(
        SdkActivity activity,
        string authHeader,
        CancellationToken cancellationToken
    )
    {
        var caller = await CheckCallerAsync(authHeader, caller: null, cancellationToken);
        return activity is ReceivedActivity received && Admit(received.Content, caller).Admitted is { } result
            ? result
            : throw new UnauthorizedAccessException();
    }

    /// <summary>Refuses every streaming request, because activities come over HTTP only, where their size is limited.</summary>
    /// <exception cref="UnauthorizedAccessException">Always.</exception>
    public override Task<AuthenticateRequestResult> AuthenticateStreamingRequestAsync(
        string authHeader,
        string channelIdHeader,
        CancellationToken cancellationToken
    ) => throw new UnauthorizedAccessException();

    public override ConnectorFactory CreateConnectorFactory(ClaimsIdentity claimsIdentity) => connectors;

    public override Task<UserTokenClient> CreateUserTokenClientAsync(ClaimsIdentity claimsIdentity, CancellationToken cancellationToken) =>
        Task.FromResult<UserTokenClient>(NoUserTokens.Instance);
}
