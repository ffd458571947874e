namespace HartwoodPolicyBot.Core.Training;

/// <summary>Returns the words that people read for the state of somebody's training.</summary>
public static class TrainingStandingNames
{
    public static string Of(TrainingStanding standing) =>
        standing switch
        {
            TrainingStanding.Overdue => "Overdue",
            TrainingStanding.Due => "Due",
            TrainingStanding.Done => "Up to date",
            _ => "No training set",
        };
}
