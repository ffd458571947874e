using System.Text.Json;
using AdaptiveCards;
using HartwoodPolicyBot.Core.Monitoring;
using HartwoodPolicyBot.Files;
using HartwoodPolicyBot.Monitoring;
using HartwoodPolicyBot.Monitoring.Evidence;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;
using HartwoodPolicyBot.Tests.Cards;

namespace HartwoodPolicyBot.Tests.Monitoring;

/// <summary>Compares each monitoring card in each state with the approved one, and with the rules of Teams.</summary>
public sealed class ReportCardTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    public static TheoryData<string> States => [.. Cards.Keys];

    private static Dictionary<string, Func<TeamsActivity>> Cards { get; } =
        new(StringComparer.Ordinal)
        {
            ["report"] = () => MonitoringReportCard.Message(Report(), new(PeriodChoice.ThisMonth, null, null)),
            ["report-nothing-happened"] = () => MonitoringReportCard.Message(Nothing(), new(PeriodChoice.NhsYear, null, null)),
            ["report-refused"] = () =>
                MonitoringReportCard.Refused(
                    MonitoringRefusals.EndsBeforeItBegins.Sentence,
                    new(PeriodChoice.TwoDates, "2026-11-30", "2026-11-01")
                ),
            ["evidence"] = () => EvidenceCard.Message(new(new(2026, 4, 1), new(2027, 3, 31)), new(PeriodChoice.NhsYear, null, null)),
            ["evidence-refused"] = () =>
                EvidenceCard.Refused(
                    MonitoringRefusals.EndsBeforeItBegins.Sentence,
                    new(PeriodChoice.TwoDates, "2026-11-30", "2026-11-01")
                ),
            ["post"] = () => MonitoringReportCard.Post(Report()),
            ["post-few"] = () => MonitoringReportCard.Post(Few()),
            ["file-link"] = () =>
                FileCards.Link(
                    new("https://policy-bot.example.nhs.uk/files/0123456789abcdef"),
                    "Monitoring report in Excel, 1 November 2026 to 30 November 2026.",
                    FileCards.NotUploaded
                ),
        };

    [Theory]
    [MemberData(nameof(States))]
    public void Each_card_of_monitoring_is_the_approved_one(string name)
    {
        var message = Cards[name]();
        var card = JsonSerializer.SerializeToElement((AdaptiveCard)message.Attachments![0].Content!, TeamsJson.Wire.AdaptiveCard);

        CardRules.Hold(card);
        Assert.True(CardLimit.Allows(JsonSerializer.SerializeToUtf8Bytes(message, TeamsJson.Wire.TeamsActivity)));
        Assert.NotEmpty(message.Summary!);
        Approved.Card($"monitoring-{name}", card);
    }

    [Theory]
    [InlineData(9, 2, 1, "not shown", "<5", "<5")]
    [InlineData(9, 5, 6, "9", "5", "6")]
    public void A_figure_that_would_reveal_a_hidden_one_is_hidden_too(int closed, int isNew, int review, params string[] states)
    {
        var report = Report() with
        {
            Incidents = Report().Incidents with
            {
                All = closed + isNew + review,
                ByState = [new("Closed", closed), new("New", isNew), new("Under review", review)],
                BySource = [new("Complaint", closed), new("Noticed by staff", isNew), new("PALS", review)],
                Closing = new(closed, TimeSpan.FromDays(4), TimeSpan.FromDays(9)),
                Complaint = new(closed, 0, 0),
                WithLearning = closed,
            },
        };

        var tables = new ReportTables(report, Audience.Everybody).All();

        Assert.Equal(states, Cells("Incidents by status", 1));
        Assert.Equal(states[0], Cells("Deadlines", 1)[1]);
        Assert.Equal(states[0], Cells("Actions and learning", 1)[2]);
        Assert.Equal(["Time from report to", "Median", "Unit"], tables.Single(table => table.Title == "Times").Headings);
        List<string> Cells(string title, int column) =>
            [.. tables.Single(table => table.Title == title).Rows.Select(row => row[column].Text)];
    }

    private static MonitoringReport Report() =>
        new(
            MonitoringTestHost.November,
            Now,
            new(2026, 4, 2),
            new()
            {
                All = 14,
                ByKind = Kinds(("Confidentiality", 3), ("Image of a patient", 2), ("Image of the workplace", 8), ("Anonymity", 1)),
                ByState =
                [
                    new("New", 1),
                    new("Acknowledged", 0),
                    new("Under review", 2),
                    new("Actions outstanding", 1),
                    new("Closed", 10),
                    new("Reopened", 0),
                    new("Withdrawn", 0),
                ],
                BySource = [new("PALS", 0), new("Complaint", 2), new("Significant or learning event", 5), new("Noticed by staff", 7)],
                Acknowledging = new(13, TimeSpan.FromHours(5.25), TimeSpan.FromHours(49)),
                Closing = new(10, TimeSpan.FromDays(6.5), TimeSpan.FromDays(19)),
                Breach = new(4, 1, 0),
                Complaint = new(2, 0, 0),
                ActionsOpen = 3,
                ActionsDone = 17,
                WithLearning = 10,
            },
            new(new(2026, 11, 23), [new("Up to date", 71), new("Due", 6), new("Overdue", 3), new("No training set", 0)], 12, 13, 4),
            new(212, 160, 9, 43, 88, 12, [new("Patient confidentiality", 61), new("Interactions online", 40), new("Scope", 22)])
        );

    private static MonitoringReport Few() =>
        Report() with
        {
            Incidents = Report().Incidents with
            {
                All = 2,
                ByKind = Kinds(("Anonymity", 2)),
                ByState = [new("New", 2)],
                BySource = [new("PALS", 0), new("Complaint", 0), new("Significant or learning event", 0), new("Noticed by staff", 2)],
                WithLearning = 0,
                ActionsOpen = 0,
                ActionsDone = 0,
                Breach = new(0, 0, 0),
                Complaint = new(0, 0, 0),
            },
        };

    private static MonitoringReport Nothing() =>
        new(
            new(new(2026, 4, 1), new(2027, 3, 31)),
            Now,
            new(2026, 11, 23),
            new()
            {
                All = 0,
                ByKind = Kinds(),
                ByState = [new("New", 0)],
                BySource = [new("PALS", 0), new("Complaint", 0), new("Significant or learning event", 0), new("Noticed by staff", 0)],
                Acknowledging = new(0, null, null),
                Closing = new(0, null, null),
                Breach = new(0, 0, 0),
                Complaint = new(0, 0, 0),
                ActionsOpen = 0,
                ActionsDone = 0,
                WithLearning = 0,
            },
            new(new(2026, 11, 23), [new("Up to date", 0), new("Due", 0), new("Overdue", 0), new("No training set", 0)], 0, 0, 0),
            new(0, 0, 0, 0, 0, 0, [])
        );

    private static IReadOnlyList<NamedCount> Kinds(params (string Name, int Count)[] counts) =>
        [
            .. Enum.GetValues<Core.Incidents.IncidentKind>()
                .Select(Core.Incidents.IncidentWords.Of)
                .Select(name => new NamedCount(name, counts.FirstOrDefault(count => count.Name == name).Count)),
        ];
}
