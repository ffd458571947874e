using System.Globalization;
using AdaptiveCards;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Incidents;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;
using HartwoodPolicyBot.Welcome;

namespace HartwoodPolicyBot.Incidents;

/// <summary>Makes the card that lists incidents for practice managers, each a tap away, with the choices of what to list.</summary>
internal static class IncidentListCard
{
    public const string Which = "which";
    public const string Kind = "kind";
    public const string Month = "month";
    public const string Reference = "reference";

    private const int Months = 12;

    public static TeamsActivity Message(Page<Incident> page, IncidentFilter filter, DateOnly today)
    {
        var title = Title(filter);

        // There is nothing to narrow in an empty list, unless it is empty because it was narrowed.
        var hasChoices = page.Items.Count > 0 || filter.IsNarrowed;
        return CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = title,
                Body =
                [
                    AdaptiveTextBlock.Heading(title),
                    .. page.Items.Count == 0
                        ? (IEnumerable<AdaptiveElement>)[new AdaptiveTextBlock(Nothing(filter))]
                        : page.Items.Select(incident => AdaptiveContainer.Row(Open(incident))),
                    .. hasChoices ? Choices(filter, today) : [],
                ],
                Actions =
                [
                    .. hasChoices ? (AdaptiveAction[])[AdaptiveExecuteAction.Of("Show incidents", IncidentVerbs.List)] : [],
                    .. page.Items.Count == 0 && filter.Which != IncidentFilter.All ? (AdaptiveAction[])[ShowAll()] : [],
                    .. page.Buttons(IncidentVerbs.List, kept: Kept(filter), leavesForm: true),
                    .. hasChoices ? (AdaptiveAction[])[] : [HelpCard.Button()],
                ],
            },
            title
        );
    }

    /// <summary>Reads what to list: what was chosen on the card, or what a page's button kept.</summary>
    public static IncidentFilter Read(CardClick click)
    {
        var isPage = click.Kept(Which) is not null;
        return new(Value(Which) ?? "", IncidentChoices.Read<IncidentKind>(Value(Kind)), IncidentFilter.ReadMonth(Value(Month)), Asked());

        string? Value(string name) => isPage ? click.Kept(name) : click.Input(name);

        string? Asked() =>
            Value(Reference)?.Trim().ToUpperInvariant() is { Length: <= IncidentFilter.LongestReference } asked ? asked : null;
    }

    private static string Title(IncidentFilter filter) =>
        filter switch
        {
            { Reference: { Length: > 0 } reference } => $"Incident {reference}",
            { Which: IncidentFilter.All } => "All incidents",
            { Which: IncidentFilter.Mine } => "Incidents you're dealing with",
            _ => "Open incidents",
        };

    private static string Nothing(IncidentFilter filter) =>
        filter switch
        {
            { Reference: { Length: > 0 } reference } => $"I can't find incident {reference}. Please check the reference.",
            { IsNarrowed: true } => "There are no incidents like this. Try another type or month.",
            { Which: IncidentFilter.All } => "There are no incidents.",
            { Which: IncidentFilter.Mine } => "You're not dealing with any incidents.",
            _ => "There are no open incidents.",
        };

    private static AdaptiveExecuteAction ShowAll() =>
        AdaptiveExecuteAction.Of("See all incidents", IncidentVerbs.List, kept: Kept(new(IncidentFilter.All)), leavesForm: true);

    private static AdaptiveExecuteAction Open(Incident incident) =>
        AdaptiveExecuteAction.Of(
            $"{incident.Reference}, {IncidentWords.Of(incident.Kind)}: {IncidentWords.Of(incident.State)}, "
                + PracticeTime.Text(PracticeTime.DateOf(incident.ReportedAt))
                + (incident is { IsOver: true, BreachClockRuns: true } ? ", data breach decision needed" : ""),
            IncidentVerbs.Open,
            IncidentVerbs.Id(incident)
        );

    private static IEnumerable<AdaptiveElement> Choices(IncidentFilter filter, DateOnly today) =>
        [
            Choice(
                Which,
                "Which incidents?",
                [new("Open", IncidentFilter.Open), new("Mine", IncidentFilter.Mine), new("All", IncidentFilter.All)],
                filter.Which is IncidentFilter.Mine or IncidentFilter.All ? filter.Which : IncidentFilter.Open
            ),
            Choice(
                Kind,
                "Type of incident (optional)",
                IncidentChoices.Of<IncidentKind>(IncidentWords.Of),
                filter.Kind is { } kind ? $"{kind}" : null
            ),
            Choice(
                Month,
                "Month (optional)",
                [
                    .. Enumerable
                        .Range(0, Months)
                        .Select(back => new DateOnly(today.Year, today.Month, 1).AddMonths(-back))
                        .Select(month => new AdaptiveChoice(
                            month.ToString("MMMM yyyy", CultureInfo.InvariantCulture),
                            IncidentFilter.Text(month)
                        )),
                ],
                filter.Month is { } chosen ? IncidentFilter.Text(chosen) : null
            ),
            new AdaptiveTextInput
            {
                Id = Reference,
                Label = "Reference (optional)",
                Placeholder = "INC-2026-0001",
                MaxLength = IncidentFilter.LongestReference,
                Value = filter.Reference is { Length: > 0 } reference ? reference : null,
            },
        ];

    private static AdaptiveChoiceSetInput Choice(string id, string label, IReadOnlyList<AdaptiveChoice> choices, string? value) =>
        new()
        {
            Id = id,
            Label = label,
            Style = "compact",
            Choices = choices,
            Value = value,
        };

    private static Dictionary<string, string> Kept(IncidentFilter filter) =>
        new(StringComparer.Ordinal)
        {
            [Which] = filter.Which,
            [Kind] = filter.Kind is { } kind ? $"{kind}" : "",
            [Month] = filter.Month is { } month ? IncidentFilter.Text(month) : "",
            [Reference] = filter.Reference ?? "",
        };
}
