namespace HartwoodPolicyBot.Teams.Files;

/// <summary>
/// Knows the hosts that files may be uploaded to. The address comes in an invoke: a forged one would send the file to somebody,
/// or make the bot call a machine that only it can reach.
/// </summary>
public sealed class UploadHosts(IEnumerable<string> allowed, bool allowLoopback)
{
    private readonly string[] hosts = [.. allowed];

    /// <summary>Returns the address if a file may be uploaded to it; null if not.</summary>
    public Uri? Check(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var url) && url.UserInfo.Length == 0 && url.Fragment.Length == 0 && MayGoTo(url)
            ? url
            : null;

    private bool MayGoTo(Uri url) =>
        url.IsLoopback
            ? allowLoopback && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps)
            : url.Scheme == Uri.UriSchemeHttps && url.IsDefaultPort && url.HostNameType == UriHostNameType.Dns && IsListed(url.IdnHost);

    private bool IsListed(string name) =>
        hosts.Any(host =>
            host.StartsWith('.')
                ? name.EndsWith(host, StringComparison.OrdinalIgnoreCase)
                : name.Equals(host, StringComparison.OrdinalIgnoreCase)
        );
}
