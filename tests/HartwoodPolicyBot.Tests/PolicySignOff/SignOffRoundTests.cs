using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.PolicySignOff;
using HartwoodPolicyBot.Core.Storage;
using HartwoodPolicyBot.Tests.Training;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Tests.PolicySignOff;

/// <summary>Sign-off rounds are tested in Core, on both databases.</summary>
public sealed class SignOffRoundTests
{
    public static TheoryData<StorageProvider> Providers => [StorageProvider.Sqlite, StorageProvider.PostgreSql];

    [SkippableTheory]
    [MemberData(nameof(Providers))]
    public async Task A_round_that_two_managers_send_at_once_asks_everybody_once(StorageProvider provider)
    {
        await using var host = await TrainingTestHost.CreateAsync(provider);
        var second = host.Another();
        foreach (var person in new[] { "priya", "tom", "zoe" })
        {
            await host.JoinAsync(person);
        }

        var sent = await Task.WhenAll(Enumerable.Range(0, 6).Select(number => host.SendRoundAsync(number % 2 == 0 ? host.One : second)));

        Assert.Equal(1, sent.Count(refusal => refusal is null));
        Assert.All(sent.OfType<Refusal>(), refusal => Assert.Equal(SignOffRefusals.AlreadySent, refusal));
        await using var database = host.Database.Open();
        Assert.Equal(
            ["priya", "tom", "zoe"],
            await database.PolicyReadings.OrderBy(row => row.PersonId).Select(row => row.PersonId).ToListAsync()
        );
        Assert.Equal(1, await database.ManagerActions.CountAsync(did => did.Action == "reading.send"));
    }

    [SkippableTheory]
    [MemberData(nameof(Providers))]
    public async Task Reminders_to_sign_off_come_once_then_weekly_and_stop_after_confirming(StorageProvider provider)
    {
        await using var host = await TrainingTestHost.CreateAsync(provider);
        await host.JoinAsync("priya");
        await host.TakeAsync("priya");
        await host.SendRoundAsync();
        host.GoTo(new(2026, 11, 24), 9);
        await host.One.PlanDueAsync();

        for (var day = new DateOnly(2026, 11, 25); day < new DateOnly(2026, 12, 20); day = day.AddDays(1))
        {
            host.GoTo(day, 9);
            await Task.WhenAll(host.One.PlanDueAsync(), host.Another().PlanDueAsync());
            if (day == new DateOnly(2026, 12, 9))
            {
                await ConfirmAsync(host, "priya");
            }
        }

        Assert.Equal([("priya", new(2026, 11, 24)), ("priya", new(2026, 12, 1)), ("priya", new(2026, 12, 8))], await host.RemindedAsync());
    }

    [SkippableTheory]
    [MemberData(nameof(Providers))]
    public async Task Only_the_first_confirmation_counts_and_nobody_can_confirm_for_somebody_else(StorageProvider provider)
    {
        await using var host = await TrainingTestHost.CreateAsync(provider);
        await host.JoinAsync("priya");
        await host.SendRoundAsync();
        var reading = (await host.One.Readings.OpenAsync(PersonId.Of("priya"), default)).Single().Now!;

        Assert.Equal(
            SignOffRefusals.NotYours,
            (await host.One.Readings.ConfirmAsync(PersonId.Of("tom"), new(reading.Id), default)).Refusal
        );
        Assert.Equal(SignOffRefusals.NotYours, (await host.One.Readings.ConfirmAsync(default, new(reading.Id), default)).Refusal);
        Assert.Equal(
            SignOffRefusals.Unknown,
            (await host.One.Readings.ConfirmAsync(PersonId.Of("priya"), new(Guid.NewGuid()), default)).Refusal
        );
        var first = host.Time.GetUtcNow();
        await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => host.One.Readings.ConfirmAsync(PersonId.Of("PRIYA"), new(reading.Id), default))
        );
        host.Time.Advance(TimeSpan.FromDays(1));
        var again = await host.One.Readings.ConfirmAsync(PersonId.Of("priya"), new(reading.Id), default);

        Assert.Equal((SignOffRefusals.AlreadyRead, first), (again.Refusal, again.Reading!.ReadAt));
        await using var database = host.Database.Open();
        Assert.Equal(
            2,
            await database.RefusedAttempts.CountAsync(attempt => attempt.Action == "reading.confirm" && attempt.Code == "not-yours")
        );
    }

    [SkippableTheory]
    [MemberData(nameof(Providers))]
    public async Task A_new_version_starts_no_round_ignores_the_old_card_and_is_told_to_the_manager_once(StorageProvider provider)
    {
        await using var host = await TrainingTestHost.CreateAsync(provider);
        await host.JoinAsync("priya");
        await host.SendRoundAsync();
        var old = (await host.One.Readings.OpenAsync(PersonId.Of("priya"), default)).Single().Now!;

        host.Publish("2");
        foreach (var day in new[] { 24, 25, 26 })
        {
            host.GoTo(new(2026, 11, day), 9);
            await Task.WhenAll(host.One.PlanDueAsync(), host.Another().PlanDueAsync());
        }

        var outdated = await host.One.Readings.ConfirmAsync(PersonId.Of("priya"), new(old.Id), default);
        Assert.Equal((SignOffRefusals.Outdated, "2 (fingerprint2)"), (outdated.Refusal, outdated.Policy!.VersionOnRecord));
        Assert.Null(outdated.Reading);
        Assert.Empty(await host.RemindedAsync());
        Assert.Equal(
            SignOffRefusals.VersionChanged,
            await host.One.Rounds.SendAsync(PersonId.Of(TrainingTestHost.Manager), "social-media", "fingerprint1", default)
        );
        await using (var database = host.Database.Open())
        {
            Assert.Equal(
                Recipient.Person(PersonId.Of(TrainingTestHost.Manager)),
                (await database.Deliveries.SingleAsync(row => row.Kind == SignOffDeliveryKinds.Changed)).Place
            );
            Assert.Null((await database.PolicyReadings.SingleAsync()).ReadAt);
        }

        Assert.Null(await host.SendRoundAsync());
        var shown = await host.One.Readings.ConfirmAsync(PersonId.Of("priya"), new(old.Id), default);
        Assert.Equal((SignOffRefusals.Outdated, "2 (fingerprint2)"), (shown.Refusal, shown.Reading!.PolicyVersion));
    }

    [Fact]
    public async Task Newcomers_are_asked_to_sign_off_with_the_welcome_or_the_next_day_and_leavers_are_not()
    {
        await using var host = await TrainingTestHost.CreateAsync();
        foreach (var person in new[] { "priya", "left" })
        {
            await host.JoinAsync(person);
        }

        await host.One.Leaving.MarkAsync(PersonId.Of(TrainingTestHost.Manager), PersonId.Of("left"), true, default);
        await host.SendRoundAsync();
        host.Time.Advance(TimeSpan.FromMinutes(1));
        await host.JoinAsync("welcomed");
        await host.One.Welcoming.WelcomeAsync(PersonId.Of("unasked"), "Known, but not by a welcome", default);
        Assert.Equal(0, await host.One.Reading.AskEverybodyAsync(100, default));
        host.GoTo(new(2026, 11, 24), 9);
        await host.One.PlanDueAsync();
        await host.One.Leaving.MarkAsync(PersonId.Of(TrainingTestHost.Manager), PersonId.Of("left"), false, default);
        host.GoTo(new(2026, 11, 25), 9);
        await host.One.PlanDueAsync();

        Assert.Equal(
            [("left", new(2026, 11, 25)), ("priya", new(2026, 11, 24)), ("unasked", new(2026, 11, 24))],
            await host.RemindedAsync()
        );
        Assert.Equal(
            new DateOnly(2026, 11, 23),
            (await host.One.Readings.OpenAsync(PersonId.Of("welcomed"), default)).Single().Now!.ToldOn
        );
    }

    [SkippableTheory]
    [MemberData(nameof(Providers))]
    public async Task A_practice_manager_can_remind_each_person_at_most_once_a_day(StorageProvider provider)
    {
        await using var host = await TrainingTestHost.CreateAsync(provider);
        foreach (var person in new[] { "priya", "tom" })
        {
            await host.JoinAsync(person);
            await host.TakeAsync(person);
        }

        await host.SendRoundAsync();
        await host.One.PlanDueAsync();
        Assert.Equal((0, SignOffRefusals.NobodyToRemind(told: 2, soon: 0, later: 0, new(2026, 11, 25))), await RemindAsync());
        host.GoTo(new(2026, 11, 24), 10);
        var tom = (await host.One.Readings.OpenAsync(PersonId.Of("tom"), default)).Single().Now!.Id;
        Assert.Equal((1, null), await RemindAsync(tom));
        await host.One.PlanDueAsync();
        Assert.Equal((1, null), await RemindAsync());
        await host.One.PlanDueAsync();
        Assert.Equal((0, SignOffRefusals.NobodyToRemind(told: 2, soon: 0, later: 0, new(2026, 11, 25))), await RemindAsync());
        Assert.Equal((0, SignOffRefusals.NotAllowed), await host.One.Rounds.RemindAsync(PersonId.Of("tom"), "social-media", null, default));

        var (first, second) = (new DateOnly(2026, 11, 23), new DateOnly(2026, 11, 24));
        Assert.Equal([("priya", first), ("priya", second), ("tom", first), ("tom", second)], await host.RemindedAsync());
        await using var database = host.Database.Open();
        Assert.Equal(
            ["tom", "social-media"],
            await database
                .ManagerActions.Where(did => did.Action == "reading.remind")
                .OrderBy(did => did.At)
                .Select(did => did.Subject)
                .ToListAsync()
        );

        Task<(int, Refusal?)> RemindAsync(Guid? reading = null) =>
            host.One.Rounds.RemindAsync(
                PersonId.Of(TrainingTestHost.Manager),
                "social-media",
                reading is { } only ? new(only) : null,
                default
            );
    }

    [Theory]
    [InlineData(2, 0, 0, "Everyone who hasn't confirmed has already had a message about this today. You can remind them tomorrow.")]
    [InlineData(0, 2, 0, "Everyone who hasn't confirmed will get a reminder in a few minutes.")]
    [InlineData(0, 0, 2, "Everyone who hasn't confirmed will get a reminder at 9am on 30 November 2026.")]
    [InlineData(1, 2, 0, "1 person already had a message about this today. 2 people will get a reminder in a few minutes.")]
    [InlineData(2, 0, 1, "2 people already had a message about this today. 1 person will get a reminder at 9am on 30 November 2026.")]
    [InlineData(0, 0, 0, "There's no one left to remind.")]
    public void Whoever_reminds_nobody_is_told_why_and_when_reminders_come(int told, int soon, int later, string said) =>
        Assert.Equal(said, SignOffRefusals.NobodyToRemind(told, soon, later, new(2026, 11, 30)).Sentence);

    [Fact]
    public async Task Twelve_hundred_people_are_asked_in_parts_and_each_once()
    {
        await using var host = await TrainingTestHost.CreateAsync();
        await using (var database = host.Database.Open())
        {
            database.StaffMembers.AddRange(
                Enumerable
                    .Range(0, 1200)
                    .Select(number => new Core.Staff.StaffMember
                    {
                        PersonId = $"p{number:0000}",
                        Name = $"Person {number}",
                        NotedAt = host.Time.GetUtcNow(),
                    })
            );
            await database.SaveChangesAsync();
        }

        await host.SendRoundAsync();
        Assert.Equal(700, await host.One.Reading.AskEverybodyAsync(int.MaxValue, default));
        Assert.Equal(1200, await host.One.Due.PlanDueAsync(default));
        Assert.Equal(0, await host.One.Due.PlanDueAsync(default));

        var status = await host.One.Rounds.StatusAsync("social-media", 151, default);
        Assert.Equal((150, 150, 8, 1200), (status!.Missing.Number, status.Missing.Count, status.Missing.Items.Count, status.Waiting));
    }

    private static async Task ConfirmAsync(TrainingTestHost host, string person)
    {
        var open = (await host.One.Readings.OpenAsync(PersonId.Of(person), default)).Single();
        Assert.Null((await host.One.Readings.ConfirmAsync(PersonId.Of(person), new(open.Now!.Id), default)).Refusal);
    }
}
