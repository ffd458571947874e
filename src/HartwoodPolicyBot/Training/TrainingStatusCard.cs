using AdaptiveCards;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Core.Training;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;

namespace HartwoodPolicyBot.Training;

/// <summary>Makes the card with everybody's training for a practice manager: a chart, and a table with names to tap.</summary>
internal static class TrainingStatusCard
{
    public const int PageSize = 10;
    private static readonly TrainingStanding[] Order =
    [
        TrainingStanding.Done,
        TrainingStanding.Due,
        TrainingStanding.Overdue,
        TrainingStanding.NotAssigned,
    ];

    public static TeamsActivity Message(TrainingOverview status, int page, string? banner = null)
    {
        var shown = status.Lines.PageOf(PageSize, page);
        var summary =
            $"Training: {status.Count(TrainingStanding.Done)} done, {status.Count(TrainingStanding.Due)} to do, "
            + $"{status.Count(TrainingStanding.Overdue)} overdue";
        return CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = summary,
                Body =
                [
                    .. AdaptiveTextBlock.Banner(banner),
                    AdaptiveTextBlock.Heading("Training status"),
                    Chart(status),
                    new AdaptiveTextBlock(summary + (status.SetAside > 0 ? $". Set aside: {status.SetAside}." : ".")),
                    .. status.Lines.Count == 0
                        ? (AdaptiveElement[])[new AdaptiveTextBlock("Nobody has added me to a chat of their own yet.")]
                        : [Table(shown.Items)],
                    AdaptiveTextBlock.Subtle(
                        $"Page {shown.Number} of {shown.Count}. Tap a name to remind or assign. People who have not added me "
                            + "are not counted."
                    ),
                ],
                Actions =
                [
                    .. shown.Buttons(TrainingVerbs.Page),
                    AdaptiveExecuteAction.Of("Records as a file", TrainingVerbs.Records),
                    .. status.SetAside > 0 ? (AdaptiveAction[])[AdaptiveExecuteAction.Of("Who is set aside", TrainingVerbs.SetAside)] : [],
                ],
            },
            summary
        );
    }

    /// <summary>Makes the card that lists the people who are marked as having left, with a button to bring each back.</summary>
    public static TeamsActivity Aside(IReadOnlyList<StaffMember> people) =>
        CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = "Set aside",
                Body =
                [
                    AdaptiveTextBlock.Heading("Set aside"),
                    new AdaptiveTextBlock("They get no reminders and are in no list. Their records stay. Tap a name to see more."),
                    .. people
                        .Take(PageSize * 2)
                        .Select(person =>
                            AdaptiveContainer.Row(AdaptiveExecuteAction.Of(person.Name, TrainingVerbs.Person, person.PersonId))
                        ),
                ],
                Actions = [AdaptiveExecuteAction.Of("Back to the status", TrainingVerbs.Page, "1")],
            },
            "Set aside"
        );

    private static AdaptiveVerticalBarChart Chart(TrainingOverview status) =>
        new()
        {
            Title = "Staff by training",
            XAxisTitle = "Training",
            YAxisTitle = "Staff",
            Data = [.. Order.Select(standing => new ChartBar(TrainingStandingNames.Of(standing), status.Count(standing)))],
            Fallback = new AdaptiveFactSet
            {
                Facts =
                [
                    .. Order.Select(standing => new AdaptiveFact(
                        TrainingStandingNames.Of(standing),
                        $"{Squares(status, standing)} {status.Count(standing)}"
                    )),
                ],
            },
        };

    /// <summary>Draws a count as at most ten squares; the number is written beside them.</summary>
    private static string Squares(TrainingOverview status, TrainingStanding standing) =>
        new('■', status.Lines.Count == 0 ? 0 : (int)Math.Ceiling(10.0 * status.Count(standing) / status.Lines.Count));

    private static AdaptiveTable Table(IEnumerable<TrainingStatusLine> lines) =>
        AdaptiveTable.Of(
            [3, 2, 2],
            ["Name", "Standing", "Due"],
            lines.Select(line => new AdaptiveTableRow([
                AdaptiveTableCell.Link(AdaptiveExecuteAction.Of(line.Person.Name, TrainingVerbs.Person, line.Person.PersonId)),
                AdaptiveTableCell.Of(TrainingStandingNames.Of(line.Standing)),
                AdaptiveTableCell.Of(line.Next is { } next ? PracticeTime.Text(next.DueOn) : "–"),
            ]))
        );
}
