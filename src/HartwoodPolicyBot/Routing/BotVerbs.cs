namespace HartwoodPolicyBot.Routing;

/// <summary>Verbs of buttons that more than one folder shows.</summary>
internal static class BotVerbs
{
    public const string Status = "status";
    public const string SendAgain = "send-again";

    /// <summary>A command by a tap.</summary>
    public const string Command = "command";

    /// <summary>Makes the channel in which it is clicked the one for incident alerts.</summary>
    public const string UseChannel = "use-channel";
}
