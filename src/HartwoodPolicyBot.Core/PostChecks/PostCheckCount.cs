namespace HartwoodPolicyBot.Core.PostChecks;

/// <summary>Counts the checks of one day by how they ended. It holds no words and no names.</summary>
public sealed class PostCheckCount
{
    /// <summary>The day in London.</summary>
    public DateOnly Day { get; init; }

    public PostVerdict Verdict { get; init; }

    public int Count { get; set; }
}
