using HartwoodPolicyBot.Core.Staff;

namespace HartwoodPolicyBot;

/// <summary>Holds every line that the bot logs. None of them contains a question's text or a name.</summary>
internal static partial class BotLog
{
    [LoggerMessage(100, LogLevel.Information, "Teams sent a turn again; it was not handled a second time")]
    public static partial void RepeatedTurnDropped(this ILogger log);

    [LoggerMessage(101, LogLevel.Warning, "A sender writes too fast and was asked to wait")]
    public static partial void SenderTooFast(this ILogger log);

    [LoggerMessage(102, LogLevel.Error, "A turn failed; the person was given the reference {Reference}")]
    public static partial void TurnFailed(this ILogger log, Exception fault, string reference);

    [LoggerMessage(147, LogLevel.Error, "The database can't be used, and the person was asked to try again later: {Fault}")]
    public static partial void DatabaseUnusable(this ILogger log, string fault);

    [LoggerMessage(149, LogLevel.Error, "A report could not be stored; the reporter has the form with their words")]
    public static partial void ReportNotStored(this ILogger log, Exception fault);

    [LoggerMessage(148, LogLevel.Warning, "An answer was too large for Teams; the person was told so")]
    public static partial void AnswerTooLarge(this ILogger log);

    [LoggerMessage(146, LogLevel.Warning, "A click took too long; the person was told that the bot is still working on it")]
    public static partial void TurnTooSlow(this ILogger log);

    [LoggerMessage(103, LogLevel.Information, "The bot sent its welcome to a new installation ({Scope})")]
    public static partial void Welcomed(this ILogger log, InstallationScope scope);

    [LoggerMessage(104, LogLevel.Error, "A question was answered but not logged")]
    public static partial void QuestionNotLogged(this ILogger log, Exception fault);

    [LoggerMessage(106, LogLevel.Error, "The night's deletions could not be started; the next try is in 10 minutes")]
    public static partial void RetentionNotStarted(this ILogger log, Exception fault);

    [LoggerMessage(105, LogLevel.Error, "Changes of {Name} could not be read; the bot keeps using what is in memory, and tries again")]
    public static partial void NotRefreshed(this ILogger log, string name, Exception fault);

    [LoggerMessage(107, LogLevel.Warning, "asked-next.json names the section {Section}, but no policy has it")]
    public static partial void UnknownSectionAskedNext(this ILogger log, string section);

    [LoggerMessage(
        108,
        LogLevel.Information,
        "The policies were read (sections: {Sections}, policies: {Documents}), and the database is ready"
    )]
    public static partial void Ready(this ILogger log, int sections, int documents);

    [LoggerMessage(110, LogLevel.Warning, "A command could not be rehearsed after the start, so its first use may be slow")]
    public static partial void NotRehearsed(this ILogger log, Exception fault);

    [LoggerMessage(111, LogLevel.Warning, "The bot could not check after the start whether everything is set up. Type: status")]
    public static partial void NotChecked(this ILogger log, Exception fault);

    [LoggerMessage(
        112,
        LogLevel.Warning,
        "The bot could not learn anew after the start. The search answers with what it had learned before"
    )]
    public static partial void NotLearnedAnew(this ILogger log, Exception fault);

    [LoggerMessage(109, LogLevel.Warning, "The Agents Playground ended with code {Code}")]
    public static partial void PlaygroundEnded(this ILogger log, int code);

    [LoggerMessage(120, LogLevel.Information, "A practice manager chose the incidents channel")]
    public static partial void ChannelChosen(this ILogger log);

    [LoggerMessage(121, LogLevel.Warning, "Self-check: {Fault}")]
    public static partial void SelfCheckFound(this ILogger log, string fault);

    [LoggerMessage(122, LogLevel.Information, "Reminders planned: {Count}")]
    public static partial void RemindersPlanned(this ILogger log, int count);

    [LoggerMessage(123, LogLevel.Error, "Reminders could not be planned; the next try is in a minute")]
    public static partial void RemindersNotPlanned(this ILogger log, Exception fault);

    [LoggerMessage(130, LogLevel.Information, "Daily reminders planned: {Count}")]
    public static partial void DueMessagesPlanned(this ILogger log, int count);

    [LoggerMessage(131, LogLevel.Error, "Daily reminders could not be planned; the next try is in a minute")]
    public static partial void DueMessagesNotPlanned(this ILogger log, Exception fault);

    [LoggerMessage(134, LogLevel.Error, "The list of overdue training could not be planned; the next try is in a minute")]
    public static partial void OverdueNotPlanned(this ILogger log, Exception fault);

    [LoggerMessage(135, LogLevel.Information, "People asked to sign off a policy: {Count}")]
    public static partial void AskedToRead(this ILogger log, int count);

    [LoggerMessage(136, LogLevel.Error, "Sign-off rounds could not be checked; the next try is in a minute")]
    public static partial void NotAskedToRead(this ILogger log, Exception fault);

    [LoggerMessage(137, LogLevel.Information, "Reminders of unanswered manager questions planned: {Count}")]
    public static partial void QuestionNudgesPlanned(this ILogger log, int count);

    [LoggerMessage(138, LogLevel.Error, "Manager questions could not be checked; the next try is in a minute")]
    public static partial void QuestionNudgesNotPlanned(this ILogger log, Exception fault);

    [LoggerMessage(139, LogLevel.Information, "Cards of manager questions updated: {Count}")]
    public static partial void QuestionCardsUpdated(this ILogger log, int count);

    [LoggerMessage(142, LogLevel.Information, "The report of last month will be posted in the incidents channel")]
    public static partial void MonthlyReportPlanned(this ILogger log);

    [LoggerMessage(143, LogLevel.Error, "The report of last month could not be planned; the next try is in 10 minutes")]
    public static partial void MonthlyReportNotPlanned(this ILogger log, Exception fault);

    [LoggerMessage(190, LogLevel.Error, "The reminder of national guidance could not be planned; the next try is in 10 minutes")]
    public static partial void GuidanceReminderNotPlanned(this ILogger log, Exception fault);

    [LoggerMessage(140, LogLevel.Information, "A file was fetched: {Kind}")]
    public static partial void FileFetched(this ILogger log, string kind);

    [LoggerMessage(144, LogLevel.Information, "A file was requested at an unknown address")]
    public static partial void FileAddressUnknown(this ILogger log);

    [LoggerMessage(141, LogLevel.Error, "A file could not be made: {Kind}")]
    public static partial void FileNotMade(this ILogger log, Exception fault, string kind);

    [LoggerMessage(
        150,
        LogLevel.Warning,
        "Codes of anonymous reports that were made with another key and are not recognised: {Count}. Put the earlier key file back, or "
            + "set Incidents:FollowUpKey as it was"
    )]
    public static partial void CodesOfOtherKey(this ILogger log, int count);

    [LoggerMessage(
        162,
        LogLevel.Warning,
        "The policy file {File} is not used, because the database has other policies or another text. To publish it, a practice manager "
            + "drops it into their chat with the bot"
    )]
    public static partial void PolicyFileNotUsed(this ILogger log, string file);

    [LoggerMessage(171, LogLevel.Error, "Messages about practice accounts could not be planned; the next try is in 5 minutes")]
    public static partial void AccountMessagesNotPlanned(this ILogger log, Exception fault);
}
