using System.Net;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Web;

namespace HartwoodPolicyBot.Files;

/// <summary>
/// Limits how often links to files are opened, from one address and altogether, so that nobody can try many. The secret in a
/// link is too long to be guessed, but each guess costs a look in the database.
/// </summary>
internal sealed class FileRequestLimit(Pages pages, TimeProvider time) : IEndpointFilter
{
    /// <summary>
    /// How often in a minute. A person opens a link twice: to see the page, and to fetch the file. Many may share an address.
    /// </summary>
    public const int FromOneAddress = 60;

    /// <summary>How often in a minute from all addresses.</summary>
    private const int Altogether = 600;

    private readonly Pace<string> byAddress = new(FromOneAddress, FromOneAddress, time);
    private readonly Pace<int> all = new(Altogether, Altogether, time);

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (byAddress.Count(Network(http.Connection.RemoteIpAddress)) == PaceVerdict.Allowed && all.Count(0) == PaceVerdict.Allowed)
        {
            return await next(context);
        }

        http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        http.Response.Headers.RetryAfter = "60";
        return await pages.Render<FilePage>(
            new() { ["Says"] = "Too many links were opened from here. Please wait a minute, then try again." }
        );
    }

    /// <summary>Returns the address, and for IPv6 the network of 64 bits, in which one machine has as many addresses as it likes.</summary>
    private static string Network(IPAddress? address) =>
        address is null ? ""
        : address.IsIPv4MappedToIPv6 ? address.MapToIPv4().ToString()
        : address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6 ? Convert.ToHexString(address.GetAddressBytes(), 0, 8)
        : address.ToString();
}
