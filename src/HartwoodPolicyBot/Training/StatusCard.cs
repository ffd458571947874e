using HartwoodPolicyBot.Bot;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Core.Training;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;

namespace HartwoodPolicyBot.Training;

/// <summary>Everybody's training for a practice manager: a chart, and a table to tap.</summary>
internal static class StatusCard
{
    public const int PageSize = 10;
    private static readonly Standing[] Order = [Standing.Done, Standing.Due, Standing.Overdue, Standing.NotAssigned];

    public static Activity Message(TrainingStatus status, int page, string? banner = null)
    {
        var shown = status.Lines.PageOf(PageSize, page);
        var summary =
            $"Training: {status.Count(Standing.Done)} done, {status.Count(Standing.Due)} to do, {status.Count(Standing.Overdue)} overdue";
        return CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = summary,
                Body =
                [
                    .. TextBlock.Banner(banner),
                    TextBlock.Heading("Training status"),
                    Chart(status),
                    new TextBlock(summary + (status.SetAside > 0 ? $". Set aside: {status.SetAside}." : ".")),
                    .. status.Lines.Count == 0
                        ? (CardElement[])[new TextBlock("Nobody has added me to a chat of their own yet.")]
                        : [Table(shown.Items)],
                    TextBlock.Subtle(
                        $"Page {shown.Number} of {shown.Count}. Tap a name to remind or assign. People who have not added me are not counted."
                    ),
                ],
                Actions =
                [
                    .. shown.Buttons(TrainingVerbs.Page),
                    ExecuteAction.Of("Records as a file", TrainingVerbs.Records),
                    .. status.SetAside > 0 ? (CardAction[])[ExecuteAction.Of("Who is set aside", TrainingVerbs.SetAside)] : [],
                ],
            },
            summary
        );
    }

    /// <summary>People who are set aside, to bring back.</summary>
    public static Activity Aside(IReadOnlyList<StaffMember> people) =>
        CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = "Set aside",
                Body =
                [
                    TextBlock.Heading("Set aside"),
                    new TextBlock("They get no reminders and are in no list. Their records stay. Tap a name to see more."),
                    .. people
                        .Take(PageSize * 2)
                        .Select(person => Container.Row(ExecuteAction.Of(person.Name, TrainingVerbs.Person, person.PersonId))),
                ],
                Actions = [ExecuteAction.Of("Back to the status", TrainingVerbs.Page, "1")],
            },
            "Set aside"
        );

    private static BarChart Chart(TrainingStatus status) =>
        new()
        {
            Title = "Staff by training",
            XAxisTitle = "Training",
            YAxisTitle = "Staff",
            Data = [.. Order.Select(standing => new ChartBar(StandingWords.Of(standing), status.Count(standing)))],
            Fallback = new FactSet
            {
                Facts =
                [
                    .. Order.Select(standing => new CardFact(
                        StandingWords.Of(standing),
                        $"{Squares(status, standing)} {status.Count(standing)}"
                    )),
                ],
            },
        };

    /// <summary>At most ten squares, for the eye; the number stands beside them.</summary>
    private static string Squares(TrainingStatus status, Standing standing) =>
        new('■', status.Lines.Count == 0 ? 0 : (int)Math.Ceiling(10.0 * status.Count(standing) / status.Lines.Count));

    private static Table Table(IEnumerable<StatusLine> lines) =>
        Teams.Cards.Table.Of(
            [3, 2, 2],
            ["Name", "Standing", "Due"],
            lines.Select(line => new TableRow([
                TableCell.Link(ExecuteAction.Of(line.Person.Name, TrainingVerbs.Person, line.Person.PersonId)),
                TableCell.Of(StandingWords.Of(line.Standing)),
                TableCell.Of(line.Next is { } next ? PracticeTime.Text(next.DueOn) : "–"),
            ]))
        );
}
