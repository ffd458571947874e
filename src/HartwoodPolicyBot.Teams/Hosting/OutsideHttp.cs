namespace HartwoodPolicyBot.Teams.Hosting;

/// <summary>Makes the HTTP clients for machines outside the practice's control: Teams and people's OneDrive.</summary>
public static class OutsideHttp
{
    /// <summary>
    /// Makes a handler that follows no redirects, because a redirect would carry the token or a file to a host that was not
    /// checked.
    /// </summary>
    public static HttpMessageHandler NewHandler() =>
        new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            // The bot's trace ids mean nothing to Teams.
            ActivityHeadersPropagator = null,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        };

    /// <summary>Makes a client without a timeout; its callers cancel their requests.</summary>
    public static HttpClient NewClient() => new(NewHandler()) { Timeout = Timeout.InfiniteTimeSpan };
}
