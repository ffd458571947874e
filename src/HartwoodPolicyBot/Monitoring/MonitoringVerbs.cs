using AdaptiveCards;
using HartwoodPolicyBot.Core.Monitoring;

namespace HartwoodPolicyBot.Monitoring;

/// <summary>Holds the verbs of the report's card, and the names of its form's inputs.</summary>
internal static class MonitoringVerbs
{
    public const string Open = "monitoring";
    public const string Show = "monitoring-show";
    public const string Page = "monitoring-page";
    public const string Excel = "monitoring-excel";
    public const string PageToShare = "monitoring-page-share";
    public const string ExcelToShare = "monitoring-excel-share";
    public const string Evidence = "monitoring-evidence";

    public const string Period = "period";
    public const string From = "from";
    public const string To = "to";

    public static AdaptiveExecuteAction OpenButton() => AdaptiveExecuteAction.Of("See monitoring report", Open);

    public static PeriodChoice? PeriodIn(string? text) =>
        Enum.TryParse<PeriodChoice>(text, out var choice) && Enum.IsDefined(choice) && char.IsAsciiLetter(text![0]) ? choice : null;
}
