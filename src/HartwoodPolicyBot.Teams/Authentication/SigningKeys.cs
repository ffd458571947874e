using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace HartwoodPolicyBot.Teams.Authentication;

/// <summary>
/// The Bot Connector's OpenID document with its signing keys. Kept for hours, asked for anew when a token names a key that
/// is not in it, and never more often than every few seconds, whatever callers send.
/// </summary>
/// <remarks>
/// The library's ConfigurationManager is not used: it refreshes behind the caller's back, so that the first tokens by a new
/// key are refused, again at most every five minutes; and while it has no document, each request asks for one.
/// Source of the day: learn.microsoft.com, "Bot Connector authentication": refresh the keys at least every 24 hours.
/// </remarks>
public sealed class SigningKeys : IDisposable
{
    private const int MostBytes = 1024 * 1024;
    private static readonly TimeSpan FreshFor = TimeSpan.FromHours(12);
    private static readonly TimeSpan TrustedFor = TimeSpan.FromHours(24);
    private static readonly TimeSpan AttemptsApart = TimeSpan.FromSeconds(10);

    /// <summary>Well under the 15 seconds for which Teams waits.</summary>
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

    /// <summary>The document, or null when there is none that can still be trusted.</summary>
    public async ValueTask<OpenIdConnectConfiguration?> GetAsync(CancellationToken cancellationToken) =>
        Within(FreshFor) ?? await RefreshAsync(cancellationToken);

    /// <summary>The document as it is now, or as it was seconds ago.</summary>
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

    /// <summary>Not under a caller's token: who hangs up must not spoil it for those who wait.</summary>
    private async Task AskAsync()
    {
        try
        {
            var document = await OpenIdConnectConfigurationRetriever.GetAsync(address, documents, CancellationToken.None);
            known = new Known(document, time.GetUtcNow());
        }
        catch (Exception fault)
        {
            // Whatever went wrong, the keys are not known. Without older ones the refusal says so in the log.
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
