using System.Net;
using System.Net.Sockets;

namespace HartwoodPolicyBot.Benchmarks.Turns;

/// <summary>Addresses on this machine that nobody uses.</summary>
internal static class Loopback
{
    public static string FreeAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";
    }
}
