using HartwoodPolicyBot.Teams.Connector;
using Microsoft.Bot.Connector;
using Microsoft.Extensions.Logging;

namespace HartwoodPolicyBot.BotBuilder.Connector;

/// <summary>
/// Keeps the SDK's client for one service URL as long as the bot runs, because each new client works out again how every type
/// is written. The adapter disposes of its client after each turn, so disposing of this one does nothing.
/// </summary>
internal sealed class KeptConnectorClient : ConnectorClient, IDisposable
{
    public KeptConnectorClient(Uri serviceUrl, HttpClient http, ConversationPacer pacer, ILogger log)
        // No credentials here, because the HTTP handler sets the token for each attempt.
        : base(serviceUrl, credentials: null, http, disposeHttpClient: false)
    {
        StrictText.ApplyTo(DeserializationSettings);
        Conversations = new PacedConversations(this, pacer, log);
    }

    public override IConversations Conversations { get; }

    /// <summary>Does nothing. The base class would dispose of the HTTP client, which the next turn needs.</summary>
    void IDisposable.Dispose() { }
}
