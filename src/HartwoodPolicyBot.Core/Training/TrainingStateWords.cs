namespace HartwoodPolicyBot.Core.Training;

/// <summary>Returns the words that people read for the state of somebody's training.</summary>
public static class TrainingStateWords
{
    public static string Of(TrainingState state) =>
        state switch
        {
            TrainingState.Overdue => "Overdue",
            TrainingState.Due => "Due",
            TrainingState.Done => "Up to date",
            _ => "No training set",
        };
}
