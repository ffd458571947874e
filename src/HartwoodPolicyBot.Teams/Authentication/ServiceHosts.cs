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
        // Paths are added to it: a query or a fragment would swallow them.
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
