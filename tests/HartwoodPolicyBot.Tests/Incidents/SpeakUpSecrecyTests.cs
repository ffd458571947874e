using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Incidents;
using HartwoodPolicyBot.Core.Monitoring;
using HartwoodPolicyBot.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HartwoodPolicyBot.Tests.Incidents;

/// <summary>Nothing that a practice manager can open shows whether there is a report about them.</summary>
public sealed class SpeakUpSecrecyTests
{
    private const string Owen = "33333333-cccc-4000-8000-000000000001";

    private static readonly string ForOwen = Recipient.Person(PersonId.Of(Owen));

    /// <summary>Is a Monday, so that all timed work is due on the days that follow.</summary>
    private static readonly DateTimeOffset Start = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    /// <summary>What may have become of the report about the practice manager.</summary>
    internal static readonly string[] States =
    [
        "delivered",
        "waits for a chat",
        "was given up",
        "was blocked",
        "its reporter cannot be told",
    ];

    public static TheoryData<string> AllStates => [.. States];

    /// <summary>Is what the practice manager sees without such a report, whose state then means nothing. It is walked once.</summary>
    private static readonly Lazy<Task<IReadOnlyList<string>>> Without = new(() => WalkAsync(States[0], isReported: false));

    [Theory]
    [MemberData(nameof(AllStates))]
    public async Task A_report_about_the_practice_manager_changes_nothing_that_they_can_open(string state)
    {
        var (without, with) = (await Without.Value, await WalkAsync(state, isReported: true));

        Assert.Equal(without, with);
        Assert.Contains(with, line => line.Contains("INC-2026-0002", StringComparison.Ordinal));
        Assert.Contains(
            with,
            line => line.Contains("clicks", StringComparison.Ordinal) && line.Contains("incident-list", StringComparison.Ordinal)
        );
        Assert.Contains(
            with,
            line => line.Contains("clicks", StringComparison.Ordinal) && line.Contains("incident-open", StringComparison.Ordinal)
        );
        Assert.DoesNotContain(with, line => line.Contains("INC-2026-0003", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Sending_again_leaves_alone_what_is_kept_from_practice_managers()
    {
        await using var practice = await OpenAsync();
        await ReportAsync(practice, "was given up");
        await practice.DeliveredAsync();

        var said = await practice.Personal(Practice.ManagerId).ExecuteAsync(OldButton("send-again"));

        Assert.Contains("There's nothing to send again.", said.Texts);
        Assert.NotEqual(
            0,
            await practice.Bot.ReadAsync(database => database.Deliveries.CountAsync(row => row.State == DeliveryState.GivenUp))
        );
    }

    [Fact]
    public async Task Each_report_about_a_practice_manager_has_a_random_reference_and_leaves_no_gap()
    {
        await using var practice = await OpenAsync();
        string[] answers = ["false", "true", "true", "false"];
        var references = new List<string>();
        foreach (var answer in answers)
        {
            references.Add(Practice.ReferenceOn(await Practice.ReportAsync(practice.Bot.Chat(), ("aboutManager", answer))));
        }

        Assert.Equal(("INC-2026-0001", "INC-2026-0002"), (references[0], references[3]));
        Assert.Matches("^SU-[A-Z2-9]{4}-[A-Z2-9]{4}$", references[1]);
        Assert.Matches("^SU-[A-Z2-9]{4}-[A-Z2-9]{4}$", references[2]);
        Assert.NotEqual(references[1], references[2]);
    }

    /// <summary>Returns every line that the practice manager can see, with or without a report about them.</summary>
    internal static async Task<IReadOnlyList<string>> WalkAsync(string state, bool isReported)
    {
        await using var practice = await OpenAsync();
        await practice.Personal(Practice.ManagerId).SayAsync("hello");
        await MoveToAsync(practice, hours: 1);
        await Practice.ReportAsync(Reporter(practice, "a"));
        await MoveToAsync(practice, hours: 2);
        if (isReported)
        {
            await ReportAsync(practice, state);
        }

        await MoveToAsync(practice, hours: 3);
        await Practice.ReportAsync(Reporter(practice, "b"), ("patient", "Yes"));
        foreach (var hours in (int[])[26, 52, 24 * 9])
        {
            await MoveToAsync(practice, hours);
            await practice.Bot.Services.GetRequiredService<IncidentClocks>().PlanDueAsync(default);
            await practice.Bot.Services.GetRequiredService<UndeliveredSpeakUpReports>().TellReportersAsync(default);
            await practice.Bot.Services.GetRequiredService<UndeliveredSpeakUpReports>().TellHandlersAsync(default);
            await practice.Bot.Services.GetRequiredService<DeliveryNotices>().PlanDueAsync(default);
            await practice.Bot.Services.GetRequiredService<DailyReminders>().PlanDueAsync(default);
            await practice.Bot.Services.GetRequiredService<MonthlyPost>().PlanDueAsync(default);
        }

        await MoveToAsync(practice, hours: 24 * 10);
        var view = new ManagersView(practice, ForOwen);
        var seen = await view.WalkAsync();
        Assert.True(view.Clicks > 60, $"{view.Clicks} clicks");
        Assert.True(view.Files > 5, $"{view.Files} files");
        return seen;
    }

    private static Task<Practice> OpenAsync() =>
        Practice.OpenAsync(settings: [("Incidents:SpeakUpPerson", Owen), ("Bot:MessagesPerMinute", "6000"), ("Bot:Burst", "6000")]);

    /// <summary>Sends a report by name and an anonymous one, and brings them into a state.</summary>
    private static async Task ReportAsync(Practice practice, string state)
    {
        var owen = practice.Personal(Owen);
        if (state != "waits for a chat")
        {
            await owen.SayAsync("hello");
        }

        var reporter = Reporter(practice, "c");
        practice.Bot.Teams.Answer = (request, _) =>
            request.Path.Contains(owen.Conversation, StringComparison.Ordinal) && state == "was given up" ? Results.BadRequest()
            : request.Path.Contains(owen.Conversation, StringComparison.Ordinal) && state == "was blocked" ? Results.StatusCode(403)
            : request.Path.Contains(reporter.Conversation, StringComparison.Ordinal)
            && request.Body.GetRawText().Contains("has seen your report", StringComparison.Ordinal)
                ? Results.BadRequest()
            : null;
        await Practice.ReportAsync(reporter, ("aboutManager", "true"), ("patient", "Yes"));
        await Practice.ReportAsync(Reporter(practice, "d"), ("aboutManager", "true"), ("appear", "Anonymous"));
        await practice.DeliveredAsync(ForOwen);
        if (state == "its reporter cannot be told")
        {
            await practice.DeliveredAsync();
            await owen.ExecuteAsync(
                CardReader.Button(
                    Practice.CardOf(owen.Sent.First(sent => sent.Body.GetRawText().Contains("Acknowledge", StringComparison.Ordinal))),
                    "Acknowledge"
                )
            );
            await practice.DeliveredAsync(ForOwen);
        }
    }

    private static Chat Reporter(Practice practice, string name) =>
        new(practice.Bot, "personal") { Person = $"29:{name}", Conversation = $"a:{name}" };

    private static async Task MoveToAsync(Practice practice, int hours)
    {
        await practice.DeliveredAsync(ForOwen);
        practice.Bot.Time.Advance(Start.AddHours(hours) - practice.Bot.Time.GetUtcNow());
    }

    private static System.Text.Json.JsonElement OldButton(string verb) =>
        System.Text.Json.JsonSerializer.SerializeToElement(new { verb, data = new { verb } });
}
