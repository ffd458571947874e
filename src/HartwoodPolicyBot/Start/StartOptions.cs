namespace HartwoodPolicyBot.Start;

/// <summary>Holds the settings for what the bot does after a start: section <c>Start</c>.</summary>
internal sealed class StartOptions
{
    /// <summary>
    /// Whether every command is used once in the background, so that nobody waits at its first use. It takes some seconds of a
    /// processor after each start.
    /// </summary>
    public bool Rehearses { get; set; } = true;
}
