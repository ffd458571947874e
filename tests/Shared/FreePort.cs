using System.Net;
using System.Net.Sockets;

namespace HartwoodPolicyBot.Testing;

/// <summary>Finds free ports of this machine, for processes that are told where to listen.</summary>
internal static class FreePort
{
    /// <summary>
    /// Is below the ports that the system gives to outgoing connections, so that none of them takes the port before a process listens
    /// on it.
    /// </summary>
    private const int First = 20_000;
    private const int Last = 32_000;
    private static int last = Random.Shared.Next(First, Last);

    public static string NextAddress() => $"http://127.0.0.1:{Next()}";

    public static int Next()
    {
        while (true)
        {
            var port = First + (Interlocked.Increment(ref last) % (Last - First));
            using var listener = new TcpListener(IPAddress.Loopback, port);
            try
            {
                listener.Start();
                return port;
            }
            catch (SocketException taken) when (taken.SocketErrorCode == SocketError.AddressAlreadyInUse)
            {
                // The port is taken, so the next one is tried.
            }
        }
    }

    /// <summary>Waits until nothing answers on <paramref name="port"/>.</summary>
    /// <exception cref="TimeoutException">Something still answers after the time is over.</exception>
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
