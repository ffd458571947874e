using System.Net;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Authentication;
using Microsoft.Extensions.Logging;

namespace HartwoodPolicyBot.Teams.Files;

/// <summary>
/// Fetches a file that a person sent. For a file in OneDrive no token is sent, because the address itself gives the right to read;
/// only the hosts that files may be uploaded to are called. A picture that was pasted into a message is fetched from Teams with the
/// bot's token. No redirect is followed.
/// </summary>
public sealed class FileDownload(
    HttpClient http,
    UploadHosts hosts,
    ServiceHosts teams,
    ITeamsClient client,
    TimeProvider time,
    ILogger<FileDownload> log
)
{
    /// <summary>What the path of a pasted picture holds. The token goes to no other path.</summary>
    private const string PastedPath = "/v3/attachments/";

    /// <summary>How long the whole file may take.</summary>
    public static TimeSpan Longest { get; } = TimeSpan.FromSeconds(30);

    /// <param name="address">The address as it was received; it is checked here.</param>
    /// <param name="most">The largest file in bytes.</param>
    /// <param name="cancellationToken">Stops the attempt.</param>
    public Task<DownloadedFile> GetAsync(string? address, int most, CancellationToken cancellationToken) =>
        GetAsync(hosts.Check(address), isPasted: false, most, cancellationToken);

    /// <summary>Fetches a file from wherever it is.</summary>
    public Task<DownloadedFile> GetAsync(SentFile file, int most, CancellationToken cancellationToken) =>
        GetAsync(file.IsPasted ? InTeams(file.Address) : hosts.Check(file.Address), file.IsPasted, most, cancellationToken);

    private Uri? InTeams(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var url)
        && teams.Allow(url)
        && url.AbsolutePath.Contains(PastedPath, StringComparison.Ordinal)
            ? url
            : null;

    private async Task<DownloadedFile> GetAsync(Uri? url, bool isPasted, int most, CancellationToken cancellationToken)
    {
        if (url is null)
        {
            log.DownloadAddressRefused();
            return new(DownloadState.AddressRefused, null);
        }

        using var timeout = new CancellationTokenSource(Longest, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, url);
            if (isPasted && !await client.AuthorizeAsync(request, either.Token))
            {
                return new(DownloadState.NotFetched, null);
            }

            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            if (response.StatusCode != HttpStatusCode.OK)
            {
                log.DownloadRefused((int)response.StatusCode);
                return new(DownloadState.NotFetched, null);
            }

            if (response.Content.Headers.ContentLength > most)
            {
                return new(DownloadState.TooLarge, null);
            }

            // The stated length may be wrong or missing, so what arrives is counted as well.
            await using var body = await response.Content.ReadAsStreamAsync(either.Token);
            var content = new MemoryStream();
            var buffer = new byte[81920];
            for (int read; (read = await body.ReadAsync(buffer, either.Token)) > 0; )
            {
                if (content.Length + read > most)
                {
                    return new(DownloadState.TooLarge, null);
                }

                content.Write(buffer, 0, read);
            }

            content.Position = 0;
            return new(DownloadState.Fetched, content);
        }
        catch (Exception fault)
            when (fault is HttpRequestException or IOException
                || (fault is OperationCanceledException && !cancellationToken.IsCancellationRequested)
            )
        {
            log.DownloadRefused(0);
            return new(DownloadState.NotFetched, null);
        }
    }
}

/// <summary>Holds what came of fetching a file. The content is set if it was fetched.</summary>
public sealed record DownloadedFile(DownloadState State, MemoryStream? Content);

/// <summary>Says whether a file was fetched.</summary>
public enum DownloadState
{
    Fetched,
    AddressRefused,
    TooLarge,
    NotFetched,
}
