using HartwoodPolicyBot.Core.Common;

namespace HartwoodPolicyBot.Core.ManagerQuestions;

/// <summary>
/// Holds what a practice manager wrote as an answer. It may hold a phone number or an address for staff, so it isn't masked: it is
/// shown to them again once, to check.
/// </summary>
/// <param name="Text">The answer as written.</param>
/// <param name="Seen">
/// The mark of a text that they have checked. It comes from the card, so it can be made up, but that only skips the check.
/// </param>
/// <param name="GiveAlways">Whether to make a saved answer from it.</param>
public sealed record WrittenAnswer(string Text, string? Seen, bool GiveAlways = false)
{
    /// <summary>The mark of this text, to be put on the card that asks for a check.</summary>
    public string Mark => Codes.Hash(Text.Trim())[..16];

    internal bool IsLookedAt(TimeProvider time) => Seen == Mark || Telling(time).Count == 0;

    /// <summary>Returns the kinds of possible patient identifiers in the text.</summary>
    internal IReadOnlyList<string> Telling(TimeProvider time) => PatientIdentifiers.Check(Text, PracticeTime.Today(time)).Found;
}
