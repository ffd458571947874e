using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.Logging;

namespace HartwoodPolicyBot.Teams.Files;

/// <summary>
/// Uploads a file in parts to the address that Teams gave. No token is sent, because the address itself gives the right to
/// write.
/// </summary>
/// <remarks>Source: learn.microsoft.com, OneDrive "Create an upload session": parts are multiples of 320 KiB.</remarks>
public sealed class FileUpload(HttpClient http, UploadHosts hosts, TeamsFileOptions options, TimeProvider time, ILogger<FileUpload> log)
{
    private const int Part = 32 * 320 * 1024;

    /// <summary>Returns whether a file may be uploaded to this address.</summary>
    public bool MayGoTo(string? address) => hosts.Check(address) is not null;

    /// <param name="address">The address as it was received; it is checked here.</param>
    /// <param name="content">The file, which must be seekable; it is sent from its beginning.</param>
    /// <param name="cancellationToken">Stops the attempt.</param>
    /// <returns>True if the whole file was uploaded.</returns>
    public async Task<bool> PutAsync(string? address, Stream content, CancellationToken cancellationToken)
    {
        if (hosts.Check(address) is not { } url)
        {
            log.UploadAddressRefused();
            return false;
        }

        if (content.Length > options.MostMegabytes * 1024L * 1024)
        {
            log.UploadTooLarge(content.Length);
            return false;
        }

        var buffer = new byte[(int)Math.Min(Part, content.Length)];
        content.Position = 0;
        for (long sent = 0; sent < content.Length; )
        {
            var length = await content.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
            var isLast = sent + length == content.Length;
            if (
                await PutPartAsync(url, buffer.AsMemory(0, length), sent, content.Length, cancellationToken) is var status
                && !IsTaken(status, isLast)
            )
            {
                log.UploadRefused((int)(status ?? default));
                return false;
            }

            sent += length;
        }

        return true;
    }

    private static bool IsTaken(HttpStatusCode? status, bool isLast) =>
        isLast ? status is HttpStatusCode.OK or HttpStatusCode.Created or HttpStatusCode.NoContent : status is HttpStatusCode.Accepted;

    /// <returns>The status; null if nobody answered in time.</returns>
    private async Task<HttpStatusCode?> PutPartAsync(
        Uri url,
        ReadOnlyMemory<byte> part,
        long from,
        long total,
        CancellationToken cancellationToken
    )
    {
        using var timeout = new CancellationTokenSource(options.PartTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        using var request = new HttpRequestMessage(HttpMethod.Put, url) { Content = new ReadOnlyMemoryContent(part) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        request.Content.Headers.ContentRange = new ContentRangeHeaderValue(from, from + part.Length - 1, total);
        try
        {
            // Only the status matters; the body is not read.
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            return response.StatusCode;
        }
        catch (Exception fault)
            when (fault is HttpRequestException or IOException
                || (fault is OperationCanceledException && !cancellationToken.IsCancellationRequested)
            )
        {
            return null;
        }
    }
}
