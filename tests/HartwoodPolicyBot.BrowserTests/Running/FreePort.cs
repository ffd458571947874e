using System.Net;
using System.Net.Sockets;

namespace HartwoodPolicyBot.BrowserTests.Running;

/// <summary>Ports of this machine alone.</summary>
internal static class FreePort
{
    public static int Next()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Waits until nobody answers on <paramref name="port"/> any more.</summary>
    /// <exception cref="TimeoutException">Somebody still does.</exception>
    public static async Task AbandonedAsync(int port, TimeSpan within)
    {
        using var tooLong = new CancellationTokenSource(within);
        using var again = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (await AnswersAsync(port))
        {
            if (tooLong.IsCancellationRequested)
            {
                throw new TimeoutException($"Something still answers on port {port}.");
            }

            await again.WaitForNextTickAsync(CancellationToken.None);
        }
    }

    private static async Task<bool> AnswersAsync(int port)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync("localhost", port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
