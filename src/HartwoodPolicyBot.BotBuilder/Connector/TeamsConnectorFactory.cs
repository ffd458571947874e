using System.Collections.Concurrent;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Authentication;
using HartwoodPolicyBot.Teams.Connector;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Extensions.Logging;

namespace HartwoodPolicyBot.BotBuilder.Connector;

/// <summary>
/// Creates the SDK's clients, one for each service URL, and only for hosts that may receive messages and the bot's token.
/// </summary>
public sealed class TeamsConnectorFactory(
    TeamsHttpHandler handler,
    ServiceHosts hosts,
    ConversationPacer pacer,
    ILogger<TeamsConnectorFactory> log
) : ConnectorFactory
{
    /// <summary>
    /// Teams has a handful of service URLs. The limit stops a caller that invents more from filling the memory.
    /// </summary>
    private const int MostClients = 100;
    private readonly ConcurrentDictionary<string, IConnectorClient> clients = new(StringComparer.Ordinal);

    public override Task<IConnectorClient> CreateAsync(string serviceUrl, string audience, CancellationToken cancellationToken) =>
        Task.FromResult(For(new Uri(serviceUrl, UriKind.Absolute)));

    /// <summary>Returns the client for a service URL.</summary>
    /// <exception cref="TeamsRequestException">The host is not allowed; this has been logged.</exception>
    internal IConnectorClient For(Uri serviceUrl)
    {
        if (clients.TryGetValue(serviceUrl.OriginalString, out var known))
        {
            return known;
        }

        if (!hosts.Allow(serviceUrl))
        {
            log.ServiceHostNotAllowed(serviceUrl.Host);
            throw new TeamsRequestException(TeamsOutcome.Refused);
        }

        if (clients.Count >= MostClients)
        {
            clients.Clear();
        }

        return clients.GetOrAdd(
            serviceUrl.OriginalString,
            static (_, made) => made.Factory.New(made.ServiceUrl),
            (Factory: this, ServiceUrl: serviceUrl)
        );
    }

    private KeptConnectorClient New(Uri serviceUrl)
    {
        var http = new HttpClient(handler, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan };
        var connector = new KeptConnectorClient(serviceUrl, http, pacer, log);

        // Each request would copy the client's own headers under a lock that all requests share. The handler writes them instead.
        http.DefaultRequestHeaders.Clear();
        return connector;
    }
}
