using AdaptiveCards;

namespace HartwoodPolicyBot.Guidance;

/// <summary>Holds the verbs of the cards about national guidance.</summary>
internal static class GuidanceVerbs
{
    public const string Command = "guidance";
    public const string Unchanged = "guidance-unchanged";
    public const string Update = "guidance-update";
    public const string List = "guidance-list";

    public static AdaptiveExecuteAction UnchangedButton() => AdaptiveExecuteAction.Of("Checked, nothing to change", Unchanged).Positive();
}
