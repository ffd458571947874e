using HartwoodPolicyBot.Core.Training.Scenarios;

namespace HartwoodPolicyBot.Training.Scenarios;

/// <summary>Holds the words for scenarios that practice managers read.</summary>
internal static class ScenarioWords
{
    /// <summary>The audiences as the file names them, with their words.</summary>
    public static IReadOnlyList<(string Code, string Words)> Audiences { get; } =
    [("all", "Everyone"), ("clinical", "Clinical staff"), ("non-clinical", "Reception and admin staff"), ("manager", "Managers")];

    public static string Audience(string code) => Audiences.FirstOrDefault(audience => audience.Code == code).Words ?? code;

    /// <summary>Returns how often a scenario was answered right, or why it isn't asked.</summary>
    public static string StateOf(ListedScenario scenario, AnswerCount? count) =>
        scenario.IsSetAside ? "not in use"
        : scenario.DoesNotFit is not null ? "needs mending"
        : Answered(count);

    public static string Answered(AnswerCount? count) =>
        count is null ? "not answered yet" : $"answered right {count.Right} out of {count.All}";
}
