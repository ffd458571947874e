using HartwoodPolicyBot.Core.Common;

namespace HartwoodPolicyBot.Core.Incidents;

/// <summary>Makes the refusals about incidents.</summary>
public static class IncidentRefusals
{
    public static Refusal Unknown { get; } =
        new(RefusalKind.NotFound, "unknown", "I can't find that report. “My reports” lists yours.", "my reports");

    public static Refusal NotAllowed { get; } =
        new(RefusalKind.NotAllowed, "not-allowed", "Sorry, only the people who handle this report can do that.");

    public static Refusal NotSpeakUp { get; } =
        new(
            RefusalKind.NotAllowed,
            "not-allowed",
            "Sorry, only the people who get reports about the practice manager can see them, in the place where they get them."
        );

    public static Refusal NotInList { get; } =
        new(RefusalKind.NotAllowed, "not-allowed", "Sorry, only a practice manager can see all incidents. You can see your own reports.");

    public static Refusal ListElsewhere { get; } =
        new(
            RefusalKind.NotAllowed,
            "wrong-place",
            "I only list incidents in the incidents channel and in our private chat. Please ask me there."
        );

    public static Refusal NotYours { get; } =
        new(RefusalKind.NotAllowed, "not-yours", "Sorry, only the person who made this report can do that.");

    public static Refusal WrongPlace { get; } =
        new(
            RefusalKind.NotAllowed,
            "wrong-place",
            "This is a copy. Please use the original in the incidents channel or in our private chat."
        );

    public static Refusal Closed { get; } = new(RefusalKind.Conflict, "closed", "This report is closed. Reopen it first.");

    public static Refusal NotClosed { get; } = new(RefusalKind.BadInput, "not-closed", "This report isn't closed, so you can't reopen it.");

    public static Refusal NotNow { get; } =
        new(RefusalKind.BadInput, "not-now", "This report isn't at that stage. Please use the buttons on its card.");

    public static Refusal NotAcknowledged { get; } =
        new(RefusalKind.BadInput, "not-acknowledged", "Please acknowledge the report before you close it.");

    public static Refusal OpenActions { get; } =
        new(RefusalKind.BadInput, "open-actions", "Some actions are outstanding. Please mark them as done before you close the report.");

    public static Refusal OpenDeadline { get; } =
        new(RefusalKind.BadInput, "open-deadline", "A decision is still due. Please record it before you close the report.");

    public static Refusal OpenComplaint { get; } =
        new(
            RefusalKind.BadInput,
            "open-deadline",
            "This complaint hasn't been acknowledged yet. Please do that first, so that the person isn't left waiting."
        );

    public static Refusal ComplaintNotTicked { get; } =
        new(RefusalKind.BadInput, "nothing-to-decide", "Please tick the box once the complaint has been acknowledged.");

    public static Refusal TextMissing { get; } = new(RefusalKind.BadInput, "text-missing", "Please write a few words.");

    public static Refusal TextTooLong { get; } = new(RefusalKind.BadInput, "text-too-long", "That's too long. Please shorten it.");

    public static Refusal ActionDayWrong { get; } =
        new(RefusalKind.BadInput, "action-day", "Please choose today or a later date, or leave it empty.");

    public static Refusal NoGrade { get; } = new(RefusalKind.BadInput, "no-grade", "Please choose both an impact and a likelihood.");

    public static Refusal NoChoice { get; } = new(RefusalKind.BadInput, "no-choice", "Please choose one of the answers.");

    public static Refusal NothingToDecide { get; } =
        new(RefusalKind.BadInput, "nothing-to-decide", "There's no decision to record for this report.");

    public static Refusal NoSpeakUpWay { get; } =
        new(
            RefusalKind.BadInput,
            "no-speak-up",
            "I can't send this to anyone except the practice manager, so I haven't saved it or sent it."
        );

    /// <summary>A deputy wants to close what they reported themselves.</summary>
    public static Refusal OwnReport { get; } =
        new(
            RefusalKind.NotAllowed,
            "own-report",
            "You reported this, so someone else has to close it. Please ask the practice manager. You can still add a note."
        );

    public static Refusal FormInvalid { get; } = new(RefusalKind.BadInput, "form-invalid", "Please check some of your answers.");

    /// <summary>The person wants to take on what they have taken on already.</summary>
    public static Refusal AlreadyYours(string since) =>
        new(RefusalKind.Conflict, "was-first", $"You've been dealing with this since {since}.");

    /// <summary>Another person did the same at the same time.</summary>
    public static Refusal WasFirst(string who, string what, string when) =>
        new(RefusalKind.Conflict, "was-first", $"{who} has just {what} ({when}). Here's the latest.");
}
