namespace HartwoodPolicyBot.Core.Training;

/// <summary>How somebody stands, to people.</summary>
public static class StandingWords
{
    public static string Of(Standing standing) =>
        standing switch
        {
            Standing.Overdue => "Overdue",
            Standing.Due => "To do",
            Standing.Done => "Done",
            _ => "Nothing assigned",
        };
}
