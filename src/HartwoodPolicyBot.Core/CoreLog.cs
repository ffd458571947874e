using Microsoft.Extensions.Logging;

namespace HartwoodPolicyBot.Core;

/// <summary>Defines every log line of Core. They hold no names, no texts and no ids of people.</summary>
internal static partial class CoreLog
{
    [LoggerMessage(300, LogLevel.Error, "The outbox could not be read. It will be tried again.")]
    public static partial void DispatchFailed(this ILogger log, Exception fault);

    [LoggerMessage(
        301,
        LogLevel.Error,
        "The result of a delivery ({Kind}) could not be stored. It will be tried again when its lease expires."
    )]
    public static partial void DeliveryNotRecorded(this ILogger log, Exception fault, string kind);

    [LoggerMessage(302, LogLevel.Error, "A delivery ({Kind}) failed because of a fault in the bot. It will be tried again.")]
    public static partial void DeliveryFaulted(this ILogger log, Exception fault, string kind);

    [LoggerMessage(
        303,
        LogLevel.Warning,
        "A delivery ({Kind}) failed: {Fault}. It will be tried again in {Seconds} s; more failures are not logged."
    )]
    public static partial void DeliveryPutOff(this ILogger log, string kind, string fault, int seconds);

    [LoggerMessage(304, LogLevel.Error, "A delivery ({Kind}) was given up: {Fault}. The practice manager can send it again from status.")]
    public static partial void DeliveryGivenUp(this ILogger log, string kind, string fault);

    [LoggerMessage(305, LogLevel.Warning, "A delivery ({Kind}) was stopped, because Teams allows no posts there")]
    public static partial void RecipientBlocked(this ILogger log, string kind);

    [LoggerMessage(306, LogLevel.Warning, "A delivery ({Kind}) took longer than its lease")]
    public static partial void LeaseLost(this ILogger log, string kind);

    [LoggerMessage(307, LogLevel.Error, "The recipients of waiting deliveries could not be read. They will be tried again in a minute.")]
    public static partial void AwaitedNotRead(this ILogger log, Exception fault);

    [LoggerMessage(310, LogLevel.Warning, "Refused: {Action}, {Code}")]
    public static partial void AttemptRefused(this ILogger log, string action, string code);

    [LoggerMessage(320, LogLevel.Information, "Deleted after their retention period: {Count} {What}")]
    public static partial void Deleted(this ILogger log, string what, int count);

    [LoggerMessage(322, LogLevel.Information, "Deleted because somebody asked to have their own data deleted: {Count}")]
    public static partial void PersonalDataDeleted(this ILogger log, int count);

    [LoggerMessage(323, LogLevel.Information, "Tonight's deletions are done: {Count} deleted, {Failed} kinds failed")]
    public static partial void RetentionDone(this ILogger log, int count, int failed);

    [LoggerMessage(
        321,
        LogLevel.Error,
        "{Feature} could not delete records after their retention period. It will try again tomorrow night."
    )]
    public static partial void NotDeleted(this ILogger log, Exception fault, string feature);

    [LoggerMessage(331, LogLevel.Warning, "There is no database yet, so a new one is made: {Path}")]
    public static partial void MakesNewDatabase(this ILogger log, string path);

    [LoggerMessage(340, LogLevel.Warning, "What the search learned can't be read from {Path}: {Fault}. It will learn it again.")]
    public static partial void LearnedNotRead(this ILogger log, string path, string fault);

    [LoggerMessage(341, LogLevel.Warning, "What the search learned can't be kept in {Path}: {Fault} The next start learns it again.")]
    public static partial void LearnedNotWritten(this ILogger log, string path, string fault);

    [LoggerMessage(343, LogLevel.Warning, "Phrasings don't fit the policy. {What}")]
    public static partial void PhrasingsMoved(this ILogger log, string what);

    [LoggerMessage(330, LogLevel.Warning, "Another instance is migrating the database. This one will wait up to {Seconds} s for it.")]
    public static partial void WaitsForMigration(this ILogger log, double seconds);

    [LoggerMessage(352, LogLevel.Error, "A checked post could not be counted. The person has their answer.")]
    public static partial void PostCheckNotCounted(this ILogger log, Exception fault);

    [LoggerMessage(350, LogLevel.Warning, "Reading the text in a picture took too long, so the program that reads it was ended")]
    public static partial void TextReadingTooSlow(this ILogger log);

    [LoggerMessage(351, LogLevel.Warning, "The text in a picture could not be read: {Fault}")]
    public static partial void TextReadingFailed(this ILogger log, string fault);
}
