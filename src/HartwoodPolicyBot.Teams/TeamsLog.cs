using Microsoft.Extensions.Logging;

namespace HartwoodPolicyBot.Teams;

/// <summary>Holds every line that this project logs. None of them contains text, names or tokens.</summary>
internal static partial class TeamsLog
{
    [LoggerMessage(6, LogLevel.Warning, "The signing keys could not be refreshed, so the older ones stay in use: {Fault}")]
    public static partial void KeysNotRefreshed(this ILogger log, string fault);

    [LoggerMessage(10, LogLevel.Warning, "A file was not uploaded: its address isn't one of OneDrive's")]
    public static partial void UploadAddressRefused(this ILogger log);

    [LoggerMessage(11, LogLevel.Warning, "A file of {Size} bytes was not uploaded: it is too large")]
    public static partial void UploadTooLarge(this ILogger log, long size);

    [LoggerMessage(12, LogLevel.Warning, "A file was not uploaded: OneDrive answered {Status}")]
    public static partial void UploadRefused(this ILogger log, int status);

    [LoggerMessage(13, LogLevel.Warning, "A file was not fetched: its address isn't one of OneDrive's")]
    public static partial void DownloadAddressRefused(this ILogger log);

    [LoggerMessage(14, LogLevel.Warning, "A file was not fetched: OneDrive answered {Status}")]
    public static partial void DownloadRefused(this ILogger log, int status);
}
