using AdaptiveCards;

namespace HartwoodPolicyBot.Routing;

/// <summary>Holds the verbs of the buttons that more than one feature shows.</summary>
internal static class BotVerbs
{
    public const string Status = "status";
    public const string SendAgain = "send-again";

    /// <summary>Runs a command when somebody taps it.</summary>
    public const string Command = "command";

    /// <summary>Makes a button that runs a command.</summary>
    public static AdaptiveExecuteAction CommandButton(string title, string command) => AdaptiveExecuteAction.Of(title, Command, command);

    /// <summary>Makes the channel in which it is clicked the incidents channel.</summary>
    public const string UseChannel = "use-channel";
}
