using System.Net;
using HartwoodPolicyBot.Web;
using Microsoft.AspNetCore.HttpOverrides;

namespace HartwoodPolicyBot.Files;

/// <summary>Says which proxies may name the caller's address.</summary>
internal static class TrustedProxies
{
    /// <summary>
    /// Takes the caller's address from the header of the practice's own proxies, and from nobody else's. It is only used for
    /// pages: the messages of Teams don't come through here.
    /// </summary>
    public static void AddTrustedProxies(this IServiceCollection services) =>
        services
            .AddOptions<ForwardedHeadersOptions>()
            .Configure<WebOptions>(
                (forwarded, web) =>
                {
                    forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor;
                    foreach (var proxy in web.TrustedProxies)
                    {
                        forwarded.KnownProxies.Add(IPAddress.Parse(proxy));
                    }
                }
            );
}
