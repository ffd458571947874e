namespace HartwoodPolicyBot.Teams.Authentication;

/// <summary>
/// The hosts that may receive messages and the bot's token. A service URL comes in activities and is stored, so every use
/// is checked: a forged one would otherwise carry the token away.
/// </summary>
public sealed class ServiceHosts(IEnumerable<string> allowed, bool allowLoopback)
{
    private readonly string[] hosts = [.. allowed];

    public bool Allow(Uri serviceUrl)
    {
        if (serviceUrl.IsLoopback)
        {
            return allowLoopback && (serviceUrl.Scheme == Uri.UriSchemeHttp || serviceUrl.Scheme == Uri.UriSchemeHttps);
        }

        return serviceUrl.Scheme == Uri.UriSchemeHttps
            && serviceUrl.UserInfo.Length == 0
            && hosts.Any(host => host.StartsWith('.')
                ? serviceUrl.IdnHost.EndsWith(host, StringComparison.OrdinalIgnoreCase)
                : serviceUrl.IdnHost.Equals(host, StringComparison.OrdinalIgnoreCase));
    }
}
