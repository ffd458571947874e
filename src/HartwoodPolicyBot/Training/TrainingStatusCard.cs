using AdaptiveCards;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Core.Training;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;

namespace HartwoodPolicyBot.Training;

/// <summary>
/// Makes the card with everybody's training for a practice manager: a chart from three people on, and a table with names to tap.
/// </summary>
internal static class TrainingStatusCard
{
    public const int PageSize = 10;

    /// <summary>A chart of two people says no more than the sentence below it.</summary>
    private const int FewestForChart = 3;
    private static readonly TrainingStanding[] Order =
    [
        TrainingStanding.Done,
        TrainingStanding.Due,
        TrainingStanding.Overdue,
        TrainingStanding.NotAssigned,
    ];

    public static TeamsActivity Message(TrainingOverview status, DateOnly today, int page, string? banner = null)
    {
        var shown = status.Lines.PageOf(PageSize, page);
        var summary =
            $"Training: {status.Count(TrainingStanding.Done)} up to date, {status.Count(TrainingStanding.Due)} due, "
            + $"{status.Count(TrainingStanding.Overdue)} overdue";
        return CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = summary,
                Body =
                [
                    .. AdaptiveTextBlock.Banner(banner),
                    AdaptiveTextBlock.Heading("Training status"),
                    .. status.Lines.Count < FewestForChart ? (AdaptiveElement[])[] : [Chart(status)],
                    new AdaptiveTextBlock(summary + (status.SetAside > 0 ? $". Marked as left: {status.SetAside}." : ".")),
                    .. status.Lines is [var first, ..]
                        ? (AdaptiveElement[])
                            [
                                new AdaptiveTextBlock(
                                    $"Passed within the last {first.RefresherMonths} months: {CountWords.People(status.PassedOf(today))}."
                                ),
                            ]
                        : [],
                    .. status.Lines.Count == 0
                        ? (AdaptiveElement[])[new AdaptiveTextBlock("No one has added me yet.")]
                        : [Table(shown.Items)],
                    AdaptiveTextBlock.Subtle(
                        $"{shown.Place()}Tap a name to send a reminder or assign training. This only includes people who've added me."
                    ),
                ],
                Actions =
                [
                    .. shown.Buttons(TrainingVerbs.Page),
                    AdaptiveExecuteAction.Of("Download records", TrainingVerbs.Records),
                    .. status.SetAside > 0 ? (AdaptiveAction[])[AdaptiveExecuteAction.Of("See leavers", TrainingVerbs.SetAside)] : [],
                ],
            },
            summary
        );
    }

    /// <summary>Makes the card that lists the people who are marked as having left, with a button to bring each back.</summary>
    public static TeamsActivity Aside(IReadOnlyList<StaffMember> people, int wanted = 1)
    {
        var page = people.PageOf(PageSize, wanted);
        return CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = "Leavers",
                Body =
                [
                    AdaptiveTextBlock.Heading("Leavers"),
                    new AdaptiveTextBlock(
                        "People who are marked as left get no reminders and are on no other list. I keep their records. "
                            + "Tap a name to see more."
                    ),
                    .. page.Items.Select(person =>
                        AdaptiveContainer.Row(AdaptiveExecuteAction.Of(person.Name, TrainingVerbs.Person, person.PersonId))
                    ),
                    .. page.PlaceLine(),
                ],
                Actions = [.. page.Buttons(TrainingVerbs.Leavers), AdaptiveExecuteAction.Of("Go back to list", TrainingVerbs.Page, "1")],
            },
            "Leavers"
        );
    }

    private static AdaptiveHorizontalBarChart Chart(TrainingOverview status) =>
        new()
        {
            Title = "Staff by training",
            Data = [.. Order.Select(standing => new ChartBar(TrainingStandingNames.Of(standing), status.Count(standing)))],
            Fallback = new AdaptiveFactSet
            {
                Facts = [.. Order.Select(standing => new AdaptiveFact(TrainingStandingNames.Of(standing), $"{status.Count(standing)}"))],
            },
        };

    private static AdaptiveTable Table(IEnumerable<TrainingStatusLine> lines) =>
        AdaptiveTable.Of(
            [5, 4],
            ["Name", "Status and due date"],
            lines.Select(line => new AdaptiveTableRow([
                AdaptiveTableCell.Link(AdaptiveExecuteAction.Of(line.Person.Name, TrainingVerbs.Person, line.Person.PersonId)),
                AdaptiveTableCell.Of(
                    TrainingStandingNames.Of(line.Standing),
                    line.Next is { } next ? PracticeTime.InTable(next.DueOn) : null
                ),
            ]))
        );
}
