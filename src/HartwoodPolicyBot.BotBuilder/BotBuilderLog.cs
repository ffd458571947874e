using Microsoft.Extensions.Logging;

namespace HartwoodPolicyBot.BotBuilder;

/// <summary>Holds every line that this project logs. None of them contains text, names or tokens.</summary>
internal static partial class BotBuilderLog
{
    [LoggerMessage(1, LogLevel.Warning, "Activity refused with {Status}: {Reason}")]
    public static partial void ActivityRefused(this ILogger log, int status, string reason);

    [LoggerMessage(2, LogLevel.Warning, "Teams answered {Status}")]
    public static partial void ConnectorRefused(this ILogger log, int status);

    [LoggerMessage(3, LogLevel.Warning, "{Method} to Teams failed after all attempts: {Fault}")]
    public static partial void ConnectorUnreachable(this ILogger log, string method, string fault);

    [LoggerMessage(4, LogLevel.Warning, "Not sent: host {Host} is not allowed")]
    public static partial void ServiceHostNotAllowed(this ILogger log, string host);

    [LoggerMessage(5, LogLevel.Warning, "Not sent: the message has {Size} bytes, and the limit is {Limit}")]
    public static partial void MessageTooLarge(this ILogger log, int size, int limit);

    [LoggerMessage(7, LogLevel.Error, "No token for Teams: {Code}")]
    public static partial void NoToken(this ILogger log, string code);

    [LoggerMessage(8, LogLevel.Error, "A click was answered in time, but its turn failed afterwards")]
    public static partial void LateTurnFailed(this ILogger log, Exception fault);

    [LoggerMessage(20, LogLevel.Warning, "Not sent: the conversation's next message would have to wait for more than a minute")]
    public static partial void ConversationTooBusy(this ILogger log);
}
