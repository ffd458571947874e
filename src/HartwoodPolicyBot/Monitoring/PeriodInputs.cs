using AdaptiveCards;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Monitoring;
using HartwoodPolicyBot.Teams.Cards;

namespace HartwoodPolicyBot.Monitoring;

/// <summary>Makes the form in which a period is chosen, and reads what was chosen.</summary>
internal static class PeriodInputs
{
    private const string Dates = "dates";

    private static readonly (PeriodChoice Choice, string Words)[] Periods =
    [
        (PeriodChoice.ThisMonth, "This month"),
        (PeriodChoice.LastMonth, "Last month"),
        (PeriodChoice.ThisQuarter, "This quarter"),
        (PeriodChoice.NhsYear, "This NHS year (1 April to 31 March)"),
        (PeriodChoice.LastNhsYear, "Last NHS year"),
        (PeriodChoice.TwoDates, "Choose dates"),
    ];

    /// <summary>Returns the chosen period, with the dates that it covers filled in.</summary>
    public static RequestedPeriod Filled(RequestedPeriod requested, ReportPeriod period) =>
        requested with
        {
            From = FormDay.Text(period.From),
            To = FormDay.Text(period.To),
        };

    public static IReadOnlyList<AdaptiveElement> Of(RequestedPeriod filled) =>
        [
            new AdaptiveChoiceSetInput
            {
                Id = MonitoringVerbs.Period,
                Label = "Period",
                Choices = [.. Periods.Select(period => new AdaptiveChoice(period.Words, $"{period.Choice}"))],
                Style = "compact",
                Value = $"{filled.Choice ?? PeriodChoice.ThisMonth}",
                IsRequired = true,
                ErrorMessage = MonitoringRefusals.NoPeriod.Sentence,
                Separator = true,
            },
            AdaptiveContainer.Row(new AdaptiveToggleVisibilityAction { Title = "Choose dates", TargetElements = [Dates] }),
            new AdaptiveContainer
            {
                Id = Dates,
                IsVisible = filled.Choice == PeriodChoice.TwoDates ? null : false,
                Items =
                [
                    new AdaptiveDateInput
                    {
                        Id = MonitoringVerbs.From,
                        Label = "From",
                        Value = DayIn(filled.From),
                    },
                    new AdaptiveDateInput
                    {
                        Id = MonitoringVerbs.To,
                        Label = "To",
                        Value = DayIn(filled.To),
                    },
                ],
            },
        ];

    /// <summary>
    /// Makes the button that sends the form. It carries the dates that the form shows, so that dates somebody enters can be
    /// told from them.
    /// </summary>
    public static AdaptiveExecuteAction Button(RequestedPeriod filled, bool isForEvidence) =>
        AdaptiveExecuteAction.Of("Show period", MonitoringVerbs.Show, isForEvidence ? MonitoringVerbs.Evidence : null, Kept(filled));

    /// <summary>Returns what the form shows, for a button beside it to carry.</summary>
    public static Dictionary<string, string> Kept(RequestedPeriod filled) =>
        new(StringComparer.Ordinal)
        {
            [MonitoringVerbs.Period] = $"{filled.Choice}",
            [MonitoringVerbs.From] = DayIn(filled.From) ?? "",
            [MonitoringVerbs.To] = DayIn(filled.To) ?? "",
        };

    public static RequestedPeriod In(CardClick click) =>
        new RequestedPeriod(
            MonitoringVerbs.PeriodIn(click.Input(MonitoringVerbs.Period)),
            Chosen(click, MonitoringVerbs.From),
            Chosen(click, MonitoringVerbs.To)
        ).Meant(click.Kept(MonitoringVerbs.From) is { } from && click.Kept(MonitoringVerbs.To) is { } to ? (from, to) : null);

    /// <summary>
    /// Returns what was changed in the form beside the button that was tapped; null if nothing was changed, or if the button
    /// sends no form.
    /// </summary>
    public static RequestedPeriod? ChangedIn(CardClick click) =>
        click.Kept(MonitoringVerbs.Period) is { } shown
        && click.Input(MonitoringVerbs.Period) is { } chosen
        && (
            chosen != shown
            || (Chosen(click, MonitoringVerbs.From) ?? "") != click.Kept(MonitoringVerbs.From)
            || (Chosen(click, MonitoringVerbs.To) ?? "") != click.Kept(MonitoringVerbs.To)
        )
            ? In(click)
            : null;

    public static bool IsForEvidence(CardClick click) => click.Id == MonitoringVerbs.Evidence;

    /// <summary>Returns a chosen day in the form in which the field shows it, and anything else as it came.</summary>
    private static string? Chosen(CardClick click, string input) => DayIn(click.Input(input)) ?? click.Input(input);

    private static string? DayIn(string? text) => ReportPeriod.ReadDay(text) is { } day ? FormDay.Text(day) : null;
}
