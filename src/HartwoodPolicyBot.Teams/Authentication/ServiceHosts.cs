namespace HartwoodPolicyBot.Teams.Authentication;

/// <summary>
/// Knows the hosts that may receive messages and the bot's token. Service URLs come in activities and are stored, so each use
/// is checked: a forged one would otherwise receive the token.
/// </summary>
public sealed class ServiceHosts(IEnumerable<string> allowed, bool allowLoopback)
{
    private readonly string[] hosts = [.. allowed];

    public bool Allow(Uri serviceUrl)
    {
        // Paths are added to the URL, and a query or a fragment would swallow them.
        if (serviceUrl.UserInfo.Length > 0 || serviceUrl.Query.Length > 0 || serviceUrl.Fragment.Length > 0)
        {
            return false;
        }

        return serviceUrl.Scheme == Uri.UriSchemeHttps
            ? IsListed(serviceUrl.IdnHost) || (allowLoopback && serviceUrl.IsLoopback)
            : serviceUrl.Scheme == Uri.UriSchemeHttp && serviceUrl.IsLoopback && (allowLoopback || IsListed(serviceUrl.IdnHost));
    }

    private bool IsListed(string name) =>
        hosts.Any(host =>
            host.StartsWith('.')
                ? name.EndsWith(host, StringComparison.OrdinalIgnoreCase)
                : name.Equals(host, StringComparison.OrdinalIgnoreCase)
        );
}
