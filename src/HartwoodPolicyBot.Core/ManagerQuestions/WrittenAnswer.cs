using HartwoodPolicyBot.Core.Common;

namespace HartwoodPolicyBot.Core.ManagerQuestions;

/// <summary>
/// What a practice manager wrote. An answer may name a phone number or an address for staff, which masking would spoil, so
/// it is shown to them again instead, once for each text.
/// </summary>
/// <param name="Text">As written.</param>
/// <param name="Seen">The mark of a text that they were shown again; from the card, so from anybody, which only lets a
/// practice manager skip a second look.</param>
/// <param name="GiveAlways">The bot is to give it from now on.</param>
public sealed record WrittenAnswer(string Text, string? Seen, bool GiveAlways = false)
{
    /// <summary>Stands in the card on which they look again.</summary>
    public string Mark => Codes.Hash(Text.Trim())[..16];

    internal bool IsLookedAt(TimeProvider time) => Seen == Mark || Telling(time).Count == 0;

    /// <summary>Kinds of what could identify a patient.</summary>
    internal IReadOnlyList<string> Telling(TimeProvider time) => PatientIdentifiers.Check(Text, PracticeTime.Today(time)).Found;
}
