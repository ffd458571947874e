using System.Net;
using System.Threading.RateLimiting;
using HartwoodPolicyBot.Web;
using Microsoft.AspNetCore.HttpOverrides;

namespace HartwoodPolicyBot.Files;

/// <summary>
/// Limits how often links to files are opened, from one address and altogether, so that nobody can try many. The secret in a
/// link is too long to be guessed, but each guess costs a look in the database.
/// </summary>
internal static class FileRequestLimit
{
    public const string Policy = "files";

    /// <summary>A person opens a link twice: to see the page, and to fetch the file. Many may share an address.</summary>
    public const int FromOneAddress = 60;

    private const int Altogether = 600;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    public static IServiceCollection AddFileRequestLimit(this IServiceCollection services) =>
        services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(http =>
                http.Request.Path.StartsWithSegments($"/{FilePages.Path}", StringComparison.OrdinalIgnoreCase)
                    ? RateLimitPartition.GetFixedWindowLimiter("", _ => Of(Altogether))
                    : RateLimitPartition.GetNoLimiter("others")
            );
            limiter.AddPolicy(
                Policy,
                http => RateLimitPartition.GetFixedWindowLimiter(Network(http.Connection.RemoteIpAddress), _ => Of(FromOneAddress))
            );
            limiter.OnRejected = async (rejected, _) =>
            {
                var page = await rejected
                    .HttpContext.RequestServices.GetRequiredService<Pages>()
                    .Render<FilePage>(new() { ["Says"] = "Too many links were opened from here. Please wait a minute, then try again." });
                rejected.HttpContext.Response.Headers.RetryAfter = "60";
                await page.ExecuteAsync(rejected.HttpContext);
            };
        });

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

    private static FixedWindowRateLimiterOptions Of(int permits) => new() { PermitLimit = permits, Window = Window };

    /// <summary>Returns the address, and for IPv6 the network of 64 bits, in which one machine has as many addresses as it likes.</summary>
    private static string Network(IPAddress? address) =>
        address is null ? ""
        : address.IsIPv4MappedToIPv6 ? address.MapToIPv4().ToString()
        : address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6 ? Convert.ToHexString(address.GetAddressBytes(), 0, 8)
        : address.ToString();
}
