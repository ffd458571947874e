using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace HartwoodPolicyBot.Teams.Authentication;

/// <summary>
/// Loads the Bot Connector's OpenID document with its signing keys. It is kept for hours and loaded again when a token names a
/// key that isn't in it, but never more often than every few seconds, whatever callers send.
/// </summary>
/// <remarks>
/// The library's ConfigurationManager is not used. It refreshes in the background, so that the first tokens by a new key are
/// refused, at most every 5 minutes again; and while it has no document, each request asks for one. Source for the 24 hours:
/// learn.microsoft.com, "Bot Connector authentication": refresh the keys at least every 24 hours.
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
    private Known? known;
    private DateTimeOffset nextAttempt = DateTimeOffset.MinValue;

    public SigningKeys(BotIdentity identity, TimeProvider time, ILogger<SigningKeys> log)
    {
        address = identity.ToBotFromChannelOpenIdMetadataUrl;
        documents = new HttpDocumentRetriever(http) { RequireHttps = !new Uri(address).IsLoopback };
        this.time = time;
        this.log = log;
    }

    /// <summary>Returns the document, or null if there is none that can still be trusted.</summary>
    public async ValueTask<OpenIdConnectConfiguration?> GetAsync(CancellationToken cancellationToken) =>
        Within(FreshFor) ?? await RefreshAsync(cancellationToken);

    /// <summary>
    /// Returns the document as it is now or was a few seconds ago, or null if there is none that can still be trusted.
    /// </summary>
    public async Task<OpenIdConnectConfiguration?> RefreshAsync(CancellationToken cancellationToken)
    {
        await asking.WaitAsync(cancellationToken);
        try
        {
            if (time.GetUtcNow() >= nextAttempt)
            {
                await AskAsync();
                nextAttempt = time.GetUtcNow() + AttemptsApart;
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
            known = new Known(document, time.GetUtcNow());
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

    private OpenIdConnectConfiguration? Within(TimeSpan age) =>
        known is { } have && time.GetUtcNow() - have.At < age ? have.Document : null;

    private sealed record Known(OpenIdConnectConfiguration Document, DateTimeOffset At);
}
