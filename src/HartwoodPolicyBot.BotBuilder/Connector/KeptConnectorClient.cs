using HartwoodPolicyBot.Teams.Connector;
using Microsoft.Bot.Connector;
using Microsoft.Extensions.Logging;

namespace HartwoodPolicyBot.BotBuilder.Connector;

/// <summary>
/// The SDK's client for one service URL, kept as long as the bot runs: with each new one the SDK would work out again how every
/// type is written. The adapter disposes of its client after each turn, so that disposing of this one does nothing.
/// </summary>
internal sealed class KeptConnectorClient : ConnectorClient, IDisposable
{
    public KeptConnectorClient(Uri serviceUrl, HttpClient http, ConversationPacer pacer, ILogger log)
        // No credentials here: the token is set for each attempt, by the handler that makes the attempts.
        : base(serviceUrl, credentials: null, http, disposeHttpClient: false)
    {
        StrictText.ApplyTo(DeserializationSettings);
        Conversations = new PacedConversations(this, pacer, log);
    }

    public override IConversations Conversations { get; }

    /// <summary>Does nothing. The base class would let go of the HTTP client, which the next turn needs.</summary>
    void IDisposable.Dispose() { }
}
