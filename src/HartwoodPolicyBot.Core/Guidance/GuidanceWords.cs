namespace HartwoodPolicyBot.Core.Guidance;

/// <summary>Returns the words that people read.</summary>
public static class GuidanceWords
{
    public static string Of(GuidanceResult result) =>
        result == GuidanceResult.UpdateStarted ? "An update of the policy was started" : "Nothing to change";
}
