using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Staff;

namespace HartwoodPolicyBot.Core.Training;

/// <summary>Represents a person's training as it is now.</summary>
/// <param name="Person">The person; null when the bot doesn't know them yet.</param>
/// <param name="Running">The attempt that they are in the middle of, with its answers.</param>
/// <param name="Finished">Their finished attempts with their answers, newest first.</param>
/// <param name="Open">The assignments that they still have to do, earliest due day first.</param>
/// <param name="Refusal">The reason why a request was not carried out.</param>
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

/// <summary>Holds the result of recording an answer.</summary>
/// <param name="Attempt">The attempt with all its answers; null when there is none to show.</param>
/// <param name="Answered">
/// The number of the question whose feedback is shown; 0 when the card shows the current question or the result.
/// </param>
/// <param name="Refusal">The reason why the answer was not recorded.</param>
public sealed record TrainingAnswerResult(TrainingAttempt? Attempt, int Answered, Refusal? Refusal = null);
