namespace HartwoodPolicyBot.Teams.Files;

/// <summary>
/// Knows the hosts that files may be uploaded to. The address comes in an invoke: a forged one would send the file to somebody,
/// or make the bot call a machine that only it can reach.
/// </summary>
public sealed class UploadHosts(IEnumerable<string> allowed, bool allowLoopback)
{
    private const string AnySharePoint = ".sharepoint.com";
    private const string OfPersons = "-my";
    private readonly string[] hosts = [.. allowed];
    private string? organisation;

    /// <summary>
    /// Learns the organisation from an address at which a practice manager's file arrived. From then on, files go to no other
    /// organisation's SharePoint, unless the settings name it. Nobody else teaches the bot, because an address may be forged.
    /// </summary>
    public void Learn(string address)
    {
        if (Uri.TryCreate(address, UriKind.Absolute, out var url) && OrganisationOf(url.IdnHost) is { } name)
        {
            organisation ??= name;
        }
    }

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
            host == AnySharePoint && organisation is not null ? OrganisationOf(name) == organisation
            : host.StartsWith('.') ? name.EndsWith(host, StringComparison.OrdinalIgnoreCase)
            : name.Equals(host, StringComparison.OrdinalIgnoreCase)
        );

    /// <summary>Returns "contoso" for contoso.sharepoint.com and for contoso-my.sharepoint.com; null for other hosts.</summary>
    private static string? OrganisationOf(string host)
    {
        if (!host.EndsWith(AnySharePoint, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var name = host[..^AnySharePoint.Length].ToLowerInvariant();
        return name.EndsWith(OfPersons, StringComparison.Ordinal) ? name[..^OfPersons.Length] : name;
    }
}
