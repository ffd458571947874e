using HartwoodPolicyBot.Core.Common;

namespace HartwoodPolicyBot.Core.Interests;

/// <summary>Makes the refusals about interests.</summary>
public static class InterestRefusals
{
    public static Refusal Unknown { get; } =
        new(RefusalKind.NotFound, "unknown", "I can't find that interest. “My interests” lists yours.", "my interests");

    public static Refusal NotYours { get; } =
        new(
            RefusalKind.NotAllowed,
            "not-yours",
            "That's someone else's interest, so I've changed nothing. “My interests” lists yours.",
            "my interests"
        );

    public static Refusal WhatMissing { get; } =
        new(RefusalKind.BadInput, "what-missing", "Please say what it is, such as a gift, a paid talk or your own business.");

    public static Refusal PartyMissing { get; } =
        new(RefusalKind.BadInput, "party-missing", "Please say who it's with, such as a company or a person.");

    public static Refusal MentionMissing { get; } =
        new(RefusalKind.BadInput, "mention-missing", "Please say whether you'll mention it when you post about it.");

    public static Refusal DayWrong { get; } =
        new(RefusalKind.BadInput, "day-wrong", "Please choose a day that isn't in the future, or leave it empty.");

    public static Refusal TooLong { get; } =
        new(RefusalKind.BadInput, "too-long", "That's too long. Please shorten it, and send it again.");

    public static Refusal Changed { get; } =
        new(RefusalKind.Conflict, "changed", "You've changed this since then, so I've changed nothing. Here's how it is now.");

    public static Refusal DeclaredAlready { get; } =
        new(RefusalKind.Conflict, "declared-already", "You've already declared this, so I haven't added it again. You can change it here.");

    public static Refusal TooMany { get; } =
        new(
            RefusalKind.Conflict,
            "too-many",
            $"You've declared {OwnInterests.MostAtOnce} interests. Please end those that are over before you add another."
        );
}
