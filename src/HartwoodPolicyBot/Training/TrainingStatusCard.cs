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
    private static readonly TrainingState[] Order =
    [
        TrainingState.Done,
        TrainingState.Due,
        TrainingState.Overdue,
        TrainingState.NotAssigned,
    ];

    public static TeamsActivity Message(TrainingOverview status, DateOnly today, int page, string? banner = null)
    {
        var shown = status.Lines.PageOf(PageSize, page);
        var summary =
            $"Training: {status.Count(TrainingState.Done)} up to date, {status.Count(TrainingState.Due)} due, "
            + $"{status.Count(TrainingState.Overdue)} overdue";
        return CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = summary,
                Body =
                [
                    .. AdaptiveTextBlock.Banner(banner),
                    AdaptiveTextBlock.Heading("Training status"),
                    .. status.Lines.Count < FewestForChart ? (AdaptiveElement[])[] : [Chart(status)],
                    new AdaptiveTextBlock(
                        (status.Lines.Count == 0 ? "No one has added me yet." : $"{summary}.")
                            + (status.Leavers > 0 ? $" Marked as left: {status.Leavers}." : "")
                    ),
                    .. status.Lines is [var first, ..]
                        ? (AdaptiveElement[])
                            [
                                new AdaptiveTextBlock(
                                    $"Passed within the last {first.RefresherMonths} months: {CountWords.People(status.PassedOf(today))}."
                                ),
                            ]
                        : [],
                    .. status.Lines.Count == 0
                        ? (AdaptiveElement[])[]
                        :
                        [
                            Table(shown.Items),
                            AdaptiveTextBlock.Subtle(
                                $"{shown.Place()}Tap a name to send a reminder or assign training. "
                                    + "This only includes people who've added me."
                            ),
                        ],
                ],
                Actions =
                [
                    .. shown.Buttons(TrainingVerbs.Page),
                    AdaptiveExecuteAction.Of("Download records", TrainingVerbs.Records),
                    .. status.Leavers > 0 ? (AdaptiveAction[])[AdaptiveExecuteAction.Of("See leavers", TrainingVerbs.SetAside)] : [],
                ],
            },
            summary
        );
    }

    /// <summary>Makes the card that lists the people who are marked as having left, with a button to bring each back.</summary>
    public static TeamsActivity Leavers(IReadOnlyList<StaffMember> people, int wanted = 1)
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
                        "People who are marked as having left get no reminders and aren't on any other list. I keep their records. "
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
            Data = [.. Order.Select(state => new ChartBar(TrainingStateWords.Of(state), status.Count(state)))],
            Fallback = new AdaptiveFactSet
            {
                Facts = [.. Order.Select(state => new AdaptiveFact(TrainingStateWords.Of(state), $"{status.Count(state)}"))],
            },
        };

    private static AdaptiveTable Table(IEnumerable<TrainingStatusLine> lines) =>
        AdaptiveTable.Of(
            [5, 3],
            ["Name", "Status and due date"],
            lines.Select(line => new AdaptiveTableRow([
                AdaptiveTableCell.Link(AdaptiveExecuteAction.Of(line.Person.Name, TrainingVerbs.Person, line.Person.PersonId)),
                AdaptiveTableCell.Of(TrainingStateWords.Of(line.State), line.Next is { } next ? PracticeTime.InTable(next.DueOn) : null),
            ]))
        );
}
