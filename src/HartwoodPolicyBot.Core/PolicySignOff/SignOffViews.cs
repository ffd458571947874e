using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Policies;

namespace HartwoodPolicyBot.Core.PolicySignOff;

/// <summary>Holds the progress of a sign-off round.</summary>
/// <param name="Policy">The policy as it is now.</param>
/// <param name="Round">The round of this version; null when none was started.</param>
/// <param name="Known">The number of people whom the bot knows, without those marked as having left.</param>
/// <param name="Read">How many of these have confirmed this version.</param>
/// <param name="Missing">One page of the people who have not, by name.</param>
/// <param name="Before">The previous version that had a round, and how many people confirmed it.</param>
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

    /// <summary>The day on which messages that wait go, at 9 in the morning; null when they go at once.</summary>
    public DateOnly? GoesOn { get; init; }
}

/// <summary>Represents a person who was asked and has not confirmed.</summary>
/// <param name="ReadingId">The id of the sign-off, which tells the reminder button which person and version it is about.</param>
/// <param name="Name">The person's name when they were asked.</param>
/// <param name="AskedAt">The time of asking, in UTC.</param>
/// <param name="ToldOn">The day of the last message that told them; null when no message is known.</param>
/// <param name="IsToBeTold">Whether a message is planned: the first one, or a reminder.</param>
public sealed record OutstandingReader(
    Id<SignOff> ReadingId,
    string Name,
    DateTimeOffset AskedAt,
    DateOnly? ToldOn,
    bool IsToBeTold = false
);

/// <summary>Names the previous version that staff were asked to read.</summary>
public sealed record PreviousVersion(string Version, DateTimeOffset SentAt, int Read, int Asked)
{
    /// <summary>Whether a newer version came before the day on which staff would have been asked, so that nobody was.</summary>
    public bool WasReplacedFirst { get; init; }
}

/// <summary>Represents a person's own sign-offs of one policy.</summary>
/// <param name="Policy">The policy as it is now.</param>
/// <param name="Now">The sign-off of this version; null when the person was not asked.</param>
/// <param name="Earlier">Confirmed sign-offs of earlier versions, newest first.</param>
public sealed record OwnSignOff(PolicyDocument Policy, SignOff? Now, IReadOnlyList<SignOff> Earlier);

/// <summary>Holds the result of a confirmation.</summary>
/// <param name="Policy">The policy as it is now; null when there is none to show.</param>
/// <param name="Reading">The sign-off to show, confirmed or for the new version; null when there is none.</param>
/// <param name="Refusal">The reason why nothing was recorded.</param>
public sealed record ConfirmResult(PolicyDocument? Policy, SignOff? Reading, Refusal? Refusal = null);
