using System.Net;
using System.Text;
using Microsoft.Identity.Client;

namespace HartwoodPolicyBot.Tests.Authentication;

/// <summary>Plays the token endpoints of Entra and of a managed identity: gives the bot its own token, and counts the requests.</summary>
public sealed class FakeEntra : HttpMessageHandler, IMsalHttpClientFactory
{
    public const string Token = "the-bots-own-token";
    private int asked;

    public int Asked => asked;

    /// <summary>Returns what the bot sent with its last request for a token.</summary>
    public string LastRequest { get; private set; } = "";

    /// <summary>Returns the answer that is given in place of a token.</summary>
    public Func<HttpResponseMessage>? Fault { get; set; }

    public HttpClient GetHttpClient() => new(this, disposeHandler: false);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref asked);
        LastRequest = $"{request.RequestUri} {(request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken))}";
        return Fault?.Invoke() ?? Json(HttpStatusCode.OK, Answer());
    }

    /// <summary>
    /// Gives the lifetime twice, because Entra says how long a token lasts and the managed identity service says until when.
    /// </summary>
    private static string Answer()
    {
        var until = TimeProvider.System.GetUtcNow().AddHours(24).ToUnixTimeSeconds();
        return $$"""{"token_type":"Bearer","expires_in":86399,"expires_on":"{{until}}","access_token":"{{Token}}"}""";
    }

    public static HttpResponseMessage Json(HttpStatusCode status, string body) =>
        new(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
}
