namespace HartwoodPolicyBot.Core.Staff;

/// <summary>What the audit's codes say to the person whose they are. A test finds a code that has no words.</summary>
public static class AuditCodeNames
{
    private static readonly Dictionary<string, string> Actions = new(StringComparer.Ordinal)
    {
        ["answers.add"] = "You added an answer that I give.",
        ["answers.change"] = "You changed an answer that I give.",
        ["answers.remove"] = "You removed an answer that I gave.",
        ["gaps.set-aside"] = "You put questions away that need no answer.",
        ["monitoring.evidence"] = "You had an evidence pack made.",
        ["monitoring.excel"] = "You had a monitoring report made as an Excel file.",
        ["monitoring.page"] = "You had a monitoring report made as a page.",
        ["question.answer"] = "You answered a question.",
        ["reading.remind"] = "You reminded people to read a policy.",
        ["reading.send"] = "You asked everybody to read a policy.",
        ["send-again"] = "You sent again what had not been delivered.",
        ["training.assign"] = "You gave somebody training to do.",
        ["training.bring-back"] = "You brought somebody back who was set aside.",
        ["training.records"] = "You had the training records made as a file.",
        ["training.remind"] = "You reminded somebody of their training.",
        ["training.set-aside"] = "You set somebody aside.",
        ["use-channel"] = "You chose the channel for incident alerts.",
    };

    /// <summary>Of those that are about one person: what they say to that person.</summary>
    private static readonly Dictionary<string, string> About = new(StringComparer.Ordinal)
    {
        ["reading.remind"] = "You were reminded to read a policy.",
        ["training.assign"] = "Training was given to you to do.",
        ["training.bring-back"] = "You were brought back after you had been set aside.",
        ["training.remind"] = "You were reminded of your training.",
        ["training.set-aside"] = "You were set aside.",
    };

    private static readonly Dictionary<string, string> Attempts = new(StringComparer.Ordinal)
    {
        ["acknowledge"] = "To acknowledge a report",
        ["actions"] = "To change the actions of a report",
        ["add"] = "To add something to a report",
        ["answer"] = "To see an answer that I give",
        ["answer-add"] = "To add an answer that I give",
        ["answer-change"] = "To change an answer that I give",
        ["answer-new"] = "To write an answer for me to give",
        ["answer-remove"] = "To remove an answer that I give",
        ["answer-remove-form"] = "To remove an answer that I give",
        ["answer-save"] = "To change an answer that I give",
        ["answers"] = "To see the answers that I give",
        ["answers-find"] = "To find an answer that I give",
        ["close"] = "To close a report",
        ["code"] = "To look a report up by its code",
        ["complaint-acknowledged"] = "To record that a complaint was acknowledged",
        ["decide"] = "To record a data breach decision",
        ["file"] = "To fetch a file",
        ["gap"] = "To see questions that have no answer",
        ["gap-answer"] = "To answer questions that have no answer",
        ["gap-set-aside"] = "To put questions away that need no answer",
        ["gaps"] = "To see questions that have no answer",
        ["grade"] = "To grade a report",
        ["look"] = "To open a report to work on it",
        ["monitoring"] = "To see the monitoring report or the evidence pack",
        ["note"] = "To add a note to a report",
        ["pass-on"] = "To mark where a report goes on to",
        ["question"] = "To open a question to the practice manager",
        ["question-give-always"] = "To have me give an answer from then on",
        ["question-send"] = "To answer a question to the practice manager",
        ["reading"] = "To send a policy round, or to see who has read",
        ["reading.confirm"] = "To confirm that you have read a policy",
        ["reopen"] = "To reopen a report",
        ["report"] = "To send a report",
        ["see"] = "To see a report",
        ["send-again"] = "To send again what had not been delivered",
        ["status"] = "To see how everything stands",
        ["take-on"] = "To take a report on",
        ["training"] = "To see or change the training of others",
        ["use-channel"] = "To choose the channel for incident alerts",
        ["withdraw"] = "To withdraw a report",
    };

    /// <summary>What a practice manager did, to the person whom it was about; null for a code without words.</summary>
    public static string? Done(string action) => About.GetValueOrDefault(action);

    /// <summary>What a practice manager did, as a sentence.</summary>
    public static string? Did(string action) => Actions.GetValueOrDefault(action);

    /// <summary>What somebody wanted to do, to follow "You wanted".</summary>
    public static string? Wanted(string action) => Attempts.GetValueOrDefault(action);

    /// <summary>
    /// Why it was not carried out. What is left are steps that came too early or too late, and forms that lacked
    /// something.
    /// </summary>
    public static string Why(string code) =>
        code switch
        {
            "not-allowed" => "That is only for a practice manager, or for whoever handles it.",
            "not-yours" => "It belonged to somebody else.",
            "wrong-place" => "The card was a copy.",
            "wrong-address" => "The place that the file was to go to is not one that I trust.",
            "used" => "It had been fetched already.",
            "expired" => "The time for it was over.",
            "unknown" => "I did not know what it was about.",
            "no-speak-up" => "There was nobody to send it to but the practice manager.",
            _ => "It did not fit how things stood then.",
        };
}
