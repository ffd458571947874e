namespace HartwoodPolicyBot.Core.Training;

/// <summary>How somebody stands, to people.</summary>
public static class TrainingStandingNames
{
    public static string Of(TrainingStanding standing) =>
        standing switch
        {
            TrainingStanding.Overdue => "Overdue",
            TrainingStanding.Due => "To do",
            TrainingStanding.Done => "Done",
            _ => "Nothing assigned",
        };
}
