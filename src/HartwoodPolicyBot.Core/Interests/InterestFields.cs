using HartwoodPolicyBot.Core.Common;

namespace HartwoodPolicyBot.Core.Interests;

/// <summary>Holds what somebody writes about an interest.</summary>
/// <param name="What">What it is.</param>
/// <param name="Party">With whom.</param>
/// <param name="Since">Since when; null if they don't say.</param>
/// <param name="IsMentioned">Whether they will mention it when they post; null if they don't say.</param>
public sealed record InterestFields(string What, string Party, DateOnly? Since, bool? IsMentioned)
{
    private const int EarliestYear = 1900;

    public static InterestFields Empty { get; } = new("", "", null, null);

    public static InterestFields Of(Interest interest) => new(interest.What, interest.Party, interest.Since, interest.IsMentioned);

    /// <summary>Returns what must be corrected; null for nothing.</summary>
    public Refusal? Wrong(DateOnly today) =>
        What.Length == 0 ? InterestRefusals.WhatMissing
        : Party.Length == 0 ? InterestRefusals.PartyMissing
        : What.Length > Interest.LongestWhat || Party.Length > Interest.LongestParty ? InterestRefusals.TooLong
        : IsMentioned is null ? InterestRefusals.MentionMissing
        : Since > today || Since < new DateOnly(EarliestYear, 1, 1) ? InterestRefusals.DayWrong
        : null;

    /// <summary>Returns whether the interest is the same thing with the same party.</summary>
    internal bool AreOf(Interest interest) =>
        What.Equals(interest.What, StringComparison.OrdinalIgnoreCase) && Party.Equals(interest.Party, StringComparison.OrdinalIgnoreCase);

    /// <summary>Returns the fields with the identifiers of patients hidden.</summary>
    internal InterestFields Masked(DateOnly today) =>
        this with
        {
            // A word in place of an identifier can be longer than the identifier.
            What = Excerpt.Cut(PatientIdentifiers.Mask(What, today), Interest.LongestWhat),
            Party = Excerpt.Cut(PatientIdentifiers.Mask(Party, today), Interest.LongestParty),
        };
}
