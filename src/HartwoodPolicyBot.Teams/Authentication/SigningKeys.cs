using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace HartwoodPolicyBot.Teams.Authentication;

/// <summary>
/// Loads the Bot Connector's signing keys from its OpenID document. They are kept for hours and loaded again when a token names
/// a key that isn't among them, but never more often than every few seconds, whatever callers send. Nobody whose key is known
/// waits for a download: keys of half a day still serve while newer ones are loaded.
/// </summary>
/// <remarks>
/// The library's ConfigurationManager is not used. It refreshes in the background, so that the first tokens by a new key are
/// refused, at most every 5 minutes again; and while it has no document, each request asks for one. Source for the 24 hours:
/// learn.microsoft.com, "Bot Connector authentication": refresh the keys at least every 24 hours. Ages are measured from the
/// start of the bot, because somebody may set the clock.
/// </remarks>
public sealed class SigningKeys : IDisposable
{
    private const int MostBytes = 1024 * 1024;
    private static readonly TimeSpan FreshFor = TimeSpan.FromHours(12);
    private static readonly TimeSpan TrustedFor = TimeSpan.FromHours(24);
    private static readonly TimeSpan AttemptsApart = TimeSpan.FromSeconds(10);

    /// <summary>Far less than the 15 seconds for which Teams waits.</summary>
    private static readonly TimeSpan LongestAttempt = TimeSpan.FromSeconds(5);
    private readonly string address;
    private readonly TimeProvider time;
    private readonly ILogger<SigningKeys> log;
    private readonly HttpClient http = new() { Timeout = LongestAttempt, MaxResponseContentBufferSize = MostBytes };
    private readonly HttpDocumentRetriever documents;
    private readonly SemaphoreSlim asking = new(1, 1);
    private readonly long start;
    private Known? known;
    private long nextAttempt;

    public SigningKeys(BotIdentity identity, TimeProvider time, ILogger<SigningKeys> log)
    {
        address = identity.ToBotFromChannelOpenIdMetadataUrl;
        documents = new HttpDocumentRetriever(http) { RequireHttps = !new Uri(address).IsLoopback };
        this.time = time;
        this.log = log;
        start = time.GetTimestamp();
    }

    private TimeSpan Now => time.GetElapsedTime(start);

    /// <summary>Returns the keys, or null if there are none that can still be trusted.</summary>
    public async ValueTask<IReadOnlyList<ConnectorKey>?> GetAsync(CancellationToken cancellationToken)
    {
        if (Within(TrustedFor) is not { } trusted)
        {
            return await RefreshAsync(cancellationToken);
        }

        if (Within(FreshFor) is null && asking.CurrentCount > 0 && Now.Ticks >= Volatile.Read(ref nextAttempt))
        {
            // Not awaited: the download logs its own failure, and the next caller sees the new keys.
            _ = RefreshAsync(CancellationToken.None);
        }

        return trusted;
    }

    /// <summary>
    /// Returns the keys as they are now or were a few seconds ago, or null if there are none that can still be trusted.
    /// </summary>
    public async Task<IReadOnlyList<ConnectorKey>?> RefreshAsync(CancellationToken cancellationToken)
    {
        await asking.WaitAsync(cancellationToken);
        try
        {
            if (Now.Ticks >= Volatile.Read(ref nextAttempt))
            {
                await AskAsync();
                Volatile.Write(ref nextAttempt, (Now + AttemptsApart).Ticks);
            }
        }
        finally
        {
            asking.Release();
        }

        return Within(TrustedFor);
    }

    public void Dispose()
    {
        http.Dispose();
        asking.Dispose();
    }

    /// <summary>Loads the document. A caller that disconnects doesn't cancel it, because other callers wait for it.</summary>
    private async Task AskAsync()
    {
        try
        {
            var document = await OpenIdConnectConfigurationRetriever.GetAsync(address, documents, CancellationToken.None);
            known = ConnectorKey.In(document) is { Count: > 0 } keys
                ? new Known(keys, Now)
                : throw new InvalidDataException("The document has no key that can be used.");
        }
        catch (Exception fault)
        {
            // The cause doesn't matter: without keys the request is refused, and the refusal is logged. With older keys this
            // line is the only trace.
            if (Within(TrustedFor) is not null)
            {
                log.KeysNotRefreshed(fault.GetType().Name);
            }
        }
    }

    private IReadOnlyList<ConnectorKey>? Within(TimeSpan age) => known is { } have && Now - have.At < age ? have.Keys : null;

    private sealed record Known(IReadOnlyList<ConnectorKey> Keys, TimeSpan At);
}
