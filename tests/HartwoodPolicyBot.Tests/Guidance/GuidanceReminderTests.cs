using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Guidance;
using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Core.Storage;
using HartwoodPolicyBot.Testing;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Tests.Guidance;

/// <summary>Practice managers are reminded each quarter and before a review, once, however many instances look for it.</summary>
public sealed class GuidanceReminderTests
{
    private const string Manager = "manager-1";

    [SkippableTheory]
    [InlineData(StorageProvider.Sqlite)]
    [InlineData(StorageProvider.PostgreSql)]
    public async Task In_a_year_of_two_instances_each_reminder_comes_once_on_a_working_morning(StorageProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var time = new FakeTime();
        var (one, two) = (Reminders(database, time), Reminders(database, time));

        for (var day = 0; day < 365; day++)
        {
            for (var hour = 0; hour < 24; hour += 3)
            {
                time.Advance(TimeSpan.FromHours(3));
                await Task.WhenAll(one.PlanDueAsync(default), two.PlanDueAsync(default));
            }
        }

        await using var opened = database.Open();
        var planned = await opened.Deliveries.Where(row => row.Kind == GuidanceReminders.Kind).Select(row => row.CreatedAt).ToListAsync();

        // The quarters of 2027, and 28 days before the review that is due on 30 May 2027.
        Assert.Equal(
            ["2027-01-04", "2027-04-01", "2027-04-30", "2027-07-01", "2027-10-01"],
            planned.Order().Select(at => $"{PracticeTime.DateOf(at):yyyy-MM-dd}")
        );
        Assert.All(planned, at => Assert.InRange(PracticeTime.InLondon(at).Hour, 9, 17));
    }

    [Fact]
    public async Task Nobody_is_reminded_of_what_was_checked_in_the_same_quarter_or_the_week_before()
    {
        await using var database = await TestDatabase.CreateAsync(StorageProvider.Sqlite);
        var time = new FakeTime();
        await using (var opened = database.Open())
        {
            opened.GuidanceChecks.Add(
                new()
                {
                    Id = Guid.NewGuid(),
                    On = new(2026, 12, 30),
                    At = new(2026, 12, 30, 12, 0, 0, TimeSpan.Zero),
                    Result = GuidanceResult.NothingToChange,
                    Documents = "gmc",
                    ById = Manager,
                    ByName = "Margaret",
                }
            );
            await opened.SaveChangesAsync();
        }

        time.Advance(new DateTimeOffset(2027, 1, 4, 10, 0, 0, TimeSpan.Zero) - time.GetUtcNow());

        Assert.Equal(0, await Reminders(database, time).PlanDueAsync(default));
    }

    [Fact]
    public async Task A_quarters_reminder_that_the_bot_missed_comes_up_to_two_weeks_later()
    {
        await using var database = await TestDatabase.CreateAsync(StorageProvider.Sqlite);
        var time = new FakeTime();
        time.Advance(new DateTimeOffset(2027, 1, 18, 10, 0, 0, TimeSpan.Zero) - time.GetUtcNow());
        Assert.Equal(1, await Reminders(database, time).PlanDueAsync(default));

        await using var other = await TestDatabase.CreateAsync(StorageProvider.Sqlite);
        time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(0, await Reminders(other, time).PlanDueAsync(default));
    }

    private static GuidanceReminders Reminders(TestDatabase database, FakeTime time)
    {
        var outbox = new Outbox(time);
        var policy = new PolicyDocument(
            "social-media",
            "Social media policy",
            "1",
            null,
            "0123456789ab",
            [new("social-media", "Scope", "scope", null, [new(0, "It applies to all.", false, 0)])]
        )
        {
            ReviewBy = new(2027, 5, 30),
        };
        return new(
            database.UnitOfWork(outbox),
            outbox,
            new PolicyLibrary([policy]),
            new StaffOptions { PracticeManagers = [Manager] },
            time
        );
    }
}
