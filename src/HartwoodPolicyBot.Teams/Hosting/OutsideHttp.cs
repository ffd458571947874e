namespace HartwoodPolicyBot.Teams.Hosting;

/// <summary>How the bot reaches machines that it does not know: Teams and people's OneDrive.</summary>
public static class OutsideHttp
{
    /// <summary>
    /// Makes a handler that follows no redirects: a redirect would carry the token, or a file, to a host that nobody
    /// checked.
    /// </summary>
    public static HttpMessageHandler NewHandler() =>
        new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            // Our trace ids mean nothing to Teams.
            ActivityHeadersPropagator = null,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        };

    /// <summary>Makes a client whose requests last as long as whoever sends them allows.</summary>
    public static HttpClient NewClient() => new(NewHandler()) { Timeout = Timeout.InfiniteTimeSpan };
}
