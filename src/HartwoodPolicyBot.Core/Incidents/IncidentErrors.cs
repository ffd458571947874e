namespace HartwoodPolicyBot.Core.Incidents;

/// <summary>Why something was not done; nothing has changed. <see cref="Code"/> goes into the audit, the sentence to the person.</summary>
public sealed record IncidentRefusal(string Code, string Sentence);

/// <summary>Every refusal of this feature.</summary>
public static class IncidentErrors
{
    public static IncidentRefusal Unknown { get; } =
        new("unknown", "I do not know that report. The card may be out of date: type my reports to see yours.");

    public static IncidentRefusal NotAllowed { get; } =
        new("not-allowed", "Only those who handle this report can do that. Nothing was changed.");

    public static IncidentRefusal NotYours { get; } =
        new("not-yours", "Only the person who made this report can do that. Nothing was changed.");

    public static IncidentRefusal WrongPlace { get; } =
        new("wrong-place", "That card is a copy. Please use the card in the channel for incidents. Nothing was changed.");

    public static IncidentRefusal Closed { get; } = new("closed", "This report is closed. Reopen it first.");

    public static IncidentRefusal NotClosed { get; } = new("not-closed", "This report is not closed, so there is nothing to reopen.");

    public static IncidentRefusal NotNow { get; } = new("not-now", "That step does not fit how far this report has come.");

    public static IncidentRefusal NotAcknowledged { get; } =
        new("not-acknowledged", "Acknowledge the report or take it on before you close it.");

    public static IncidentRefusal OpenActions { get; } =
        new("open-actions", "Some actions are still open. Mark them as done first, or keep the report open.");

    public static IncidentRefusal OpenDeadline { get; } = new("open-deadline", "A deadline is still running. Record the decision first.");

    public static IncidentRefusal TextMissing { get; } = new("text-missing", "Please write a few words.");

    public static IncidentRefusal TextTooLong { get; } = new("text-too-long", "That is too long. Please say it in fewer words.");

    public static IncidentRefusal NoGrade { get; } = new("no-grade", "Please choose both a consequence and a likelihood.");

    public static IncidentRefusal NoChoice { get; } = new("no-choice", "Please choose one of the answers.");

    public static IncidentRefusal NothingToDecide { get; } = new("nothing-to-decide", "There is no deadline to record a decision for.");

    public static IncidentRefusal NoSpeakUpWay { get; } =
        new("no-speak-up", "I have nobody to send this to but the practice manager, so I have not kept it or sent it to anyone.");

    public static IncidentRefusal FormInvalid { get; } = new("form-invalid", "Some answers need another look.");

    /// <summary>Somebody else did the same at the same time.</summary>
    public static IncidentRefusal WasFirst(string who, string what, string when) =>
        new("was-first", $"{who} was first: {what} on {when}. This is how it stands now.");
}
