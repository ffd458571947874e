using HartwoodPolicyBot.Core.Common;

namespace HartwoodPolicyBot.Core.Incidents;

/// <summary>Makes the refusals about incidents.</summary>
public static class IncidentRefusals
{
    public static Refusal Unknown { get; } =
        new(RefusalKind.NotFound, "unknown", "I do not know that report. The card may be out of date: type my reports to see yours.");

    public static Refusal NotAllowed { get; } =
        new(RefusalKind.NotAllowed, "not-allowed", "Only those who handle this report can do that. Nothing was changed.");

    public static Refusal NotSpeakUp { get; } =
        new(
            RefusalKind.NotAllowed,
            "not-allowed",
            "Only those who get reports about the practice manager can see them, and only where they get them."
        );

    public static Refusal NotInList { get; } =
        new(RefusalKind.NotAllowed, "not-allowed", "Only a practice manager can see all incidents. You can see your own reports.");

    public static Refusal ListElsewhere { get; } =
        new(RefusalKind.NotAllowed, "wrong-place", "I show incidents in the incidents channel and in our own chat. Please ask me there.");

    public static Refusal NotYours { get; } =
        new(RefusalKind.NotAllowed, "not-yours", "Only the person who made this report can do that. Nothing was changed.");

    public static Refusal WrongPlace { get; } =
        new(
            RefusalKind.NotAllowed,
            "wrong-place",
            "That card is a copy. Please use the card in the incidents channel or in our own chat. Nothing was changed."
        );

    public static Refusal Closed { get; } = new(RefusalKind.Conflict, "closed", "This report is closed. Reopen it first.");

    public static Refusal NotClosed { get; } =
        new(RefusalKind.BadInput, "not-closed", "This report is not closed, so there is nothing to reopen.");

    public static Refusal NotNow { get; } = new(RefusalKind.BadInput, "not-now", "That step does not fit how far this report has come.");

    public static Refusal NotAcknowledged { get; } =
        new(RefusalKind.BadInput, "not-acknowledged", "Acknowledge the report or take it on before you close it.");

    public static Refusal OpenActions { get; } =
        new(RefusalKind.BadInput, "open-actions", "Some actions are still open. Mark them as done first, or keep the report open.");

    public static Refusal OpenDeadline { get; } =
        new(RefusalKind.BadInput, "open-deadline", "A deadline is still running. Record the decision first.");

    public static Refusal OpenComplaint { get; } =
        new(
            RefusalKind.BadInput,
            "open-deadline",
            "This is a complaint that nobody has acknowledged yet. Please record that first, so that nobody waits for an answer."
        );

    public static Refusal ComplaintNotTicked { get; } =
        new(RefusalKind.BadInput, "nothing-to-decide", "Please tick the box once the complaint has been acknowledged.");

    public static Refusal TextMissing { get; } = new(RefusalKind.BadInput, "text-missing", "Please write a few words.");

    public static Refusal TextTooLong { get; } =
        new(RefusalKind.BadInput, "text-too-long", "That is too long. Please say it in fewer words.");

    public static Refusal NoGrade { get; } = new(RefusalKind.BadInput, "no-grade", "Please choose both a consequence and a likelihood.");

    public static Refusal NoChoice { get; } = new(RefusalKind.BadInput, "no-choice", "Please choose one of the answers.");

    public static Refusal NothingToDecide { get; } =
        new(RefusalKind.BadInput, "nothing-to-decide", "There is no deadline to record a decision for.");

    public static Refusal NoSpeakUpWay { get; } =
        new(
            RefusalKind.BadInput,
            "no-speak-up",
            "I have nobody to send this to but the practice manager, so I have not kept it or sent it to anyone."
        );

    /// <summary>A deputy wants to close what they reported themselves.</summary>
    public static Refusal OwnReport { get; } =
        new(
            RefusalKind.NotAllowed,
            "own-report",
            "You reported this, so somebody else has to close it. Please ask the practice manager. You can still add a note."
        );

    public static Refusal FormInvalid { get; } = new(RefusalKind.BadInput, "form-invalid", "Some answers need another look.");

    /// <summary>The person wants to take on what they have taken on already.</summary>
    public static Refusal AlreadyYours(string since) =>
        new(RefusalKind.Conflict, "was-first", $"You're already dealing with this, since {since}.");

    /// <summary>Another person did the same at the same time.</summary>
    public static Refusal WasFirst(string who, string what, string when) =>
        new(RefusalKind.Conflict, "was-first", $"{who} was first: {what} on {when}. This is how it stands now.");
}
