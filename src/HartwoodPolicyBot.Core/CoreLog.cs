using Microsoft.Extensions.Logging;

namespace HartwoodPolicyBot.Core;

/// <summary>Defines every log line of Core. They hold no names, no texts and no ids of people.</summary>
internal static partial class CoreLog
{
    [LoggerMessage(300, LogLevel.Error, "The outbox could not be read; the next try follows")]
    public static partial void DispatchFailed(this ILogger log, Exception fault);

    [LoggerMessage(301, LogLevel.Error, "The end of a delivery ({Kind}) could not be written; it is tried again after its lease")]
    public static partial void DeliveryNotRecorded(this ILogger log, Exception fault, string kind);

    [LoggerMessage(302, LogLevel.Error, "A delivery ({Kind}) failed by a fault of the bot's own; it is tried again")]
    public static partial void DeliveryFaulted(this ILogger log, Exception fault, string kind);

    [LoggerMessage(303, LogLevel.Warning, "Put off ({Kind}): {Fault}; next try in {Seconds} s, further ones are not logged")]
    public static partial void DeliveryPutOff(this ILogger log, string kind, string fault, int seconds);

    [LoggerMessage(304, LogLevel.Error, "Given up ({Kind}): {Fault}; the practice manager can send it again from status")]
    public static partial void DeliveryGivenUp(this ILogger log, string kind, string fault);

    [LoggerMessage(305, LogLevel.Warning, "Stopped ({Kind}): the recipient blocked or removed the bot")]
    public static partial void RecipientBlocked(this ILogger log, string kind);

    [LoggerMessage(306, LogLevel.Warning, "A delivery ({Kind}) took longer than its lease")]
    public static partial void LeaseLost(this ILogger log, string kind);

    [LoggerMessage(307, LogLevel.Error, "Whom something waits for could not be read; the next try is in a minute")]
    public static partial void AwaitedNotRead(this ILogger log, Exception fault);

    [LoggerMessage(310, LogLevel.Warning, "Refused: {Action}, {Code}")]
    public static partial void AttemptRefused(this ILogger log, string action, string code);

    [LoggerMessage(320, LogLevel.Information, "Kept for long enough and deleted: {Count} {What}")]
    public static partial void Deleted(this ILogger log, string what, int count);

    [LoggerMessage(322, LogLevel.Information, "Deleted because somebody asked for what is stored about them: {Count}")]
    public static partial void PersonalDataDeleted(this ILogger log, int count);

    [LoggerMessage(323, LogLevel.Information, "The night's deletions are done: {Count} deleted, {Failed} kinds failed")]
    public static partial void RetentionDone(this ILogger log, int count, int failed);

    [LoggerMessage(321, LogLevel.Error, "{Feature} could not delete what was kept for long enough; the next try is in the next night")]
    public static partial void NotDeleted(this ILogger log, Exception fault, string feature);

    [LoggerMessage(330, LogLevel.Warning, "Another start is migrating the database; this one waits for it, for {Seconds} s at most")]
    public static partial void WaitsForMigration(this ILogger log, double seconds);
}
