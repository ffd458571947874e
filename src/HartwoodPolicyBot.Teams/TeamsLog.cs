using Microsoft.Extensions.Logging;

namespace HartwoodPolicyBot.Teams;

/// <summary>Every line that the Teams edge logs. No text, no names, no tokens.</summary>
internal static partial class TeamsLog
{
    [LoggerMessage(1, LogLevel.Warning, "Activity refused with {Status}: {Reason}")]
    public static partial void ActivityRefused(this ILogger log, int status, string reason);

    [LoggerMessage(2, LogLevel.Warning, "Teams answered {Status}")]
    public static partial void ConnectorRefused(this ILogger log, int status);

    [LoggerMessage(3, LogLevel.Warning, "{Method} to Teams failed after all attempts: {Fault}")]
    public static partial void ConnectorUnreachable(this ILogger log, string method, string fault);

    [LoggerMessage(4, LogLevel.Warning, "Not sent: host {Host} is not allowed")]
    public static partial void ServiceHostNotAllowed(this ILogger log, string host);

    [LoggerMessage(5, LogLevel.Error, "Not sent: message of {Size} bytes, the limit is {Limit}")]
    public static partial void MessageTooLarge(this ILogger log, int size, int limit);

    [LoggerMessage(6, LogLevel.Warning, "Signing keys could not be refreshed, the known ones are used on: {Fault}")]
    public static partial void KeysNotRefreshed(this ILogger log, string fault);

    [LoggerMessage(7, LogLevel.Error, "No token for Teams: {Code}")]
    public static partial void NoToken(this ILogger log, string code);

    [LoggerMessage(10, LogLevel.Warning, "A file was not uploaded: its address is none of OneDrive's")]
    public static partial void UploadAddressRefused(this ILogger log);

    [LoggerMessage(11, LogLevel.Warning, "A file of {Size} bytes was not uploaded: it is too large")]
    public static partial void UploadTooLarge(this ILogger log, long size);

    [LoggerMessage(12, LogLevel.Warning, "A file was not uploaded: OneDrive answered {Status}")]
    public static partial void UploadRefused(this ILogger log, int status);

    [LoggerMessage(20, LogLevel.Warning, "Not sent: the conversation is more than a minute behind Teams' pace")]
    public static partial void ConversationTooBusy(this ILogger log);
}
