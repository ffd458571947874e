using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Policies;

namespace HartwoodPolicyBot.Core.PolicySignOff;

/// <summary>How far everybody is with a version of a policy.</summary>
/// <param name="Policy">As it is now.</param>
/// <param name="Round">When this version was sent; null when it was not.</param>
/// <param name="Known">How many people the bot knows, who are not set aside.</param>
/// <param name="Read">How many of these have confirmed this version.</param>
/// <param name="Missing">Who has not, by name; one page of them.</param>
/// <param name="Before">Of the version that was sent before this one: its name on record, and how many confirmed it.</param>
public sealed record SignOffStatus(
    PolicyDocument Policy,
    SignOffRound? Round,
    int Known,
    int Read,
    Page<OutstandingReader> Missing,
    PreviousVersion? Before
)
{
    public int Waiting => Known - Read;
}

/// <summary>Somebody who was asked and has not confirmed.</summary>
/// <param name="ReadingId">Names the person and the version to the button that reminds.</param>
/// <param name="Name">As it was when they were asked.</param>
/// <param name="AskedAt">UTC.</param>
/// <param name="ToldOn">When a message last told them; null when none is known to have.</param>
/// <param name="IsToBeTold">A message is to come: the first, or because they were to be reminded.</param>
public sealed record OutstandingReader(
    Id<SignOff> ReadingId,
    string Name,
    DateTimeOffset AskedAt,
    DateOnly? ToldOn,
    bool IsToBeTold = false
);

/// <summary>The version that staff were asked to read before.</summary>
public sealed record PreviousVersion(string Version, DateTimeOffset SentAt, int Read, int Asked);

/// <summary>A person's own readings of one policy.</summary>
/// <param name="Policy">As it is now.</param>
/// <param name="Now">The reading of this version; null when it was not asked of them.</param>
/// <param name="Earlier">Confirmed readings of earlier versions, newest first.</param>
public sealed record OwnSignOff(PolicyDocument Policy, SignOff? Now, IReadOnlyList<SignOff> Earlier);

/// <summary>What became of a confirmation.</summary>
/// <param name="Policy">As it is now; null when there is none to show.</param>
/// <param name="Reading">The reading to show: confirmed, or of the new version; null when there is none.</param>
/// <param name="Refusal">Why nothing was recorded.</param>
public sealed record ConfirmResult(PolicyDocument? Policy, SignOff? Reading, Refusal? Refusal = null);
