using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Staff;

namespace HartwoodPolicyBot.Core.Training;

/// <summary>How a person stands with their training.</summary>
/// <param name="Person">Null for somebody who is not known yet.</param>
/// <param name="Running">The attempt that they are in the middle of, with its answers.</param>
/// <param name="Finished">What they finished, newest first, with its answers.</param>
/// <param name="Open">What they have to do, the earliest due first.</param>
/// <param name="Refusal">Something that was not done as asked.</param>
public sealed record TrainingView(
    StaffMember? Person,
    TrainingAttempt? Running,
    IReadOnlyList<TrainingAttempt> Finished,
    IReadOnlyList<TrainingAssignment> Open,
    Refusal? Refusal = null
)
{
    public TrainingAttempt? LastPass => Finished.FirstOrDefault(attempt => attempt.State == AttemptState.Passed);

    public StaffRole Role => Person?.Role ?? StaffRole.Unknown;
}

/// <summary>What became of an answer.</summary>
/// <param name="Attempt">The attempt with all its answers; null when there is none to show.</param>
/// <param name="Answered">The question to show the feedback of; 0 when the card to show is the current question or the result.</param>
/// <param name="Refusal">Why it was not recorded.</param>
public sealed record TrainingAnswerResult(TrainingAttempt? Attempt, int Answered, Refusal? Refusal = null);
