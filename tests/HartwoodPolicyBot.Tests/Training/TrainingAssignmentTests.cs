using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Storage;
using HartwoodPolicyBot.Core.Training;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Tests.Training;

public sealed class TrainingAssignmentTests
{
    public static TheoryData<StorageProvider> Providers => [StorageProvider.Sqlite, StorageProvider.PostgreSql];

    [SkippableTheory]
    [MemberData(nameof(Providers))]
    public async Task Somebody_who_adds_the_bot_many_times_has_one_induction(StorageProvider provider)
    {
        await using var host = await TrainingTestHost.CreateAsync(provider);
        var second = host.Another();

        await Task.WhenAll(
            Enumerable
                .Range(0, 10)
                .Select(number => (number % 2 == 0 ? host.One : second).Welcoming.WelcomeAsync(PersonId.Of("Priya"), "Priya Shah", default))
        );

        await using var database = host.Database.Open();
        var induction = await database.TrainingAssignments.SingleAsync();
        Assert.Equal(
            (AssignmentKind.Induction, new DateOnly(2026, 12, 7), new DateOnly(2026, 11, 23)),
            (induction.Kind, induction.DueOn, induction.RemindedOn!.Value)
        );
        Assert.Equal("Priya Shah", (await database.StaffMembers.SingleAsync()).Name);
    }

    [Fact]
    public async Task An_induction_that_would_be_due_on_a_day_off_is_due_on_the_next_working_day()
    {
        await using var host = await TrainingTestHost.CreateAsync();

        // Saturday, 28 November, and the bank holiday of Monday, 28 December, after 14 days.
        host.GoTo(new(2026, 11, 28), 10);
        await host.JoinAsync("Priya");
        host.GoTo(new(2026, 12, 14), 10);
        await host.JoinAsync("Tom");

        await using var database = host.Database.Open();
        Assert.Equal(
            [new DateOnly(2026, 12, 14), new DateOnly(2026, 12, 29)],
            await database.TrainingAssignments.OrderBy(row => row.DueOn).Select(row => row.DueOn).ToListAsync()
        );
    }

    [SkippableTheory]
    [MemberData(nameof(Providers))]
    public async Task A_pass_completes_all_open_assignments_and_sets_the_refresher_day_even_on_a_leap_day(StorageProvider provider)
    {
        await using var host = await TrainingTestHost.CreateAsync(provider);
        await host.JoinAsync("priya");
        await host.One.Assigning.AssignAsync(
            PersonId.Of(TrainingTestHost.Manager),
            PersonId.Of("priya"),
            "Personal Development Review",
            new(2027, 1, 15),
            Guid.NewGuid(),
            default
        );
        host.GoTo(new(2028, 2, 29), 23, 30);

        await host.TakeAsync("priya");

        var view = await host.One.Training.LookAsync(PersonId.Of("PRIYA"), default);
        Assert.Equal((AssignmentKind.Refresher, new DateOnly(2029, 2, 28)), (view.Open.Single().Kind, view.Open.Single().DueOn));
        await using var database = host.Database.Open();
        Assert.Equal(2, await database.TrainingAssignments.CountAsync(row => row.CompletedBy == view.LastPass!.Id));
    }

    [Fact]
    public async Task A_form_that_is_sent_twice_assigns_once_and_tells_once()
    {
        await using var host = await TrainingTestHost.CreateAsync();
        await host.JoinAsync("priya");
        var form = Guid.NewGuid();

        for (var time = 0; time < 2; time++)
        {
            Assert.Null(
                await host.One.Assigning.AssignAsync(
                    PersonId.Of(TrainingTestHost.Manager),
                    PersonId.Of("priya"),
                    "Personal Development Review",
                    new(2026, 12, 1),
                    form,
                    default
                )
            );
        }

        Assert.Equal(2, (await host.One.Training.LookAsync(PersonId.Of("priya"), default)).Open.Count);
        Assert.Equal([("priya", new DateOnly(2026, 11, 23))], await host.RemindedAsync());
    }

    [Fact]
    public async Task Training_assigned_in_the_evening_is_told_on_the_next_working_morning()
    {
        await using var host = await TrainingTestHost.CreateAsync();
        await host.JoinAsync("priya");
        host.GoTo(new(2026, 11, 27), 20);
        await host.One.Assigning.AssignAsync(
            PersonId.Of(TrainingTestHost.Manager),
            PersonId.Of("priya"),
            "Review",
            new(2027, 3, 1),
            Guid.NewGuid(),
            default
        );

        foreach (var day in new[] { 28, 29, 30 })
        {
            host.GoTo(new(2026, 11, day), 9);
            await host.One.PlanDueAsync();
        }

        Assert.Equal([("priya", new DateOnly(2026, 11, 30))], await host.RemindedAsync());
    }

    [Fact]
    public async Task Reminders_missed_while_the_bot_was_off_are_sent_as_one_message()
    {
        await using var host = await TrainingTestHost.CreateAsync();
        await host.JoinAsync("priya");

        foreach (var day in new[] { 8, 9, 10 })
        {
            host.GoTo(new(2026, 12, day), 11);
            await host.One.PlanDueAsync();
        }

        Assert.Equal([("priya", new DateOnly(2026, 12, 8))], await host.RemindedAsync());
    }

    [Theory]
    [InlineData("priya", "Review", "2026-12-01", "not-allowed")]
    [InlineData(TrainingTestHost.Manager, " ", "2026-12-01", "reason-missing")]
    [InlineData(TrainingTestHost.Manager, null, "2026-12-01", "reason-missing")]
    [InlineData(TrainingTestHost.Manager, "Review", "2026-11-22", "date-wrong")]
    [InlineData(TrainingTestHost.Manager, "Review", "2029-01-01", "date-wrong")]
    [InlineData(TrainingTestHost.Manager, "Review", null, "date-wrong")]
    public async Task An_impossible_assignment_is_refused(string by, string? reason, string? due, string code)
    {
        await using var host = await TrainingTestHost.CreateAsync();
        await host.JoinAsync("priya");

        var refusal = await host.One.Assigning.AssignAsync(
            PersonId.Of(by),
            PersonId.Of("priya"),
            reason,
            due is null ? null : DateOnly.Parse(due),
            Guid.NewGuid(),
            default
        );

        Assert.Equal(code, refusal!.Code);
        Assert.Single((await host.One.Training.LookAsync(PersonId.Of("priya"), default)).Open);
    }

    [Fact]
    public async Task A_reminder_sent_by_the_manager_counts_as_the_daily_reminder()
    {
        await using var host = await TrainingTestHost.CreateAsync();
        await host.JoinAsync("priya");
        host.GoTo(new(2026, 11, 30), 8);

        Assert.Equal(
            TrainingRefusals.NotAllowed,
            await host.One.Assigning.RemindAsync(PersonId.Of("priya"), PersonId.Of("priya"), default)
        );
        Assert.Equal(
            TrainingRefusals.NoSuchPerson,
            await host.One.Assigning.RemindAsync(PersonId.Of(TrainingTestHost.Manager), PersonId.Of("nobody"), default)
        );
        Assert.Null(await host.One.Assigning.RemindAsync(PersonId.Of(TrainingTestHost.Manager), PersonId.Of("priya"), default));
        Assert.Equal(
            TrainingRefusals.RemindedToday,
            await host.One.Assigning.RemindAsync(PersonId.Of(TrainingTestHost.Manager), PersonId.Of("priya"), default)
        );
        host.GoTo(new(2026, 11, 30), 9);
        Assert.Equal(0, await host.One.PlanDueAsync());
        await host.One.Leaving.MarkAsync(PersonId.Of(TrainingTestHost.Manager), PersonId.Of("priya"), true, default);
        Assert.Equal(
            TrainingRefusals.HasLeft,
            await host.One.Assigning.RemindAsync(PersonId.Of(TrainingTestHost.Manager), PersonId.Of("priya"), default)
        );
        await using var database = host.Database.Open();
        Assert.Equal(
            ["training.remind", "training.set-aside"],
            await database
                .ManagerActions.Where(did => did.ManagerId == TrainingTestHost.Manager && did.Subject == "priya")
                .OrderBy(did => did.At)
                .Select(did => did.Action)
                .ToListAsync()
        );
    }

    [SkippableTheory]
    [MemberData(nameof(Providers))]
    public async Task The_manager_is_told_once_after_every_third_failed_attempt_in_a_row(StorageProvider provider)
    {
        await using var host = await TrainingTestHost.CreateAsync(provider);
        await host.JoinAsync("priya");
        var told = new List<int>();

        foreach (var wrong in new[] { 9, 9, 0, 9, 9, 9, 9, 9, 9 })
        {
            await host.TakeAsync("priya", wrong);
            await using var database = host.Database.Open();
            told.Add(
                await database.Deliveries.CountAsync(row =>
                    row.Kind == TrainingDeliveryKinds.Help && row.Place == Recipient.Person(PersonId.Of(TrainingTestHost.Manager))
                )
            );
        }

        Assert.Equal([0, 0, 0, 0, 0, 1, 1, 1, 2], told);
    }
}
