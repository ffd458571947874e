using HartwoodPolicyBot.Core.Storage;
using HartwoodPolicyBot.Core.Training;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Tests.Training;

/// <summary>Checks when the weekly list of overdue training is planned.</summary>
public sealed class OverdueListTests
{
    public static TheoryData<StorageProvider> Providers => [StorageProvider.Sqlite, StorageProvider.PostgreSql];

    [Fact]
    public async Task The_overdue_list_is_planned_once_on_the_first_working_day_of_a_week_unless_it_is_empty()
    {
        await using var host = await TrainingTestHost.CreateAsync();
        var second = host.Another();
        await host.JoinAsync("priya");
        var weeks = new List<DateOnly>();

        for (var day = new DateOnly(2026, 11, 24); day < new DateOnly(2027, 1, 10); day = day.AddDays(1))
        {
            host.GoTo(day, 9);
            var before = await CountAsync();
            await Task.WhenAll(host.One.PlanDueAsync(), second.PlanDueAsync());
            if (await CountAsync() > before)
            {
                weeks.Add(day);
            }
        }

        // Monday 28 December replaces Boxing Day, so that week's list comes on Tuesday; Friday 1 January changes nothing.
        Assert.Equal([new(2026, 12, 14), new(2026, 12, 21), new(2026, 12, 29), new(2027, 1, 4)], weeks);

        async Task<int> CountAsync()
        {
            await using var database = host.Database.Open();
            return await database.Deliveries.CountAsync(row => row.Kind == TrainingDeliveryKinds.Overdue);
        }
    }

    [SkippableTheory]
    [MemberData(nameof(Providers))]
    public async Task An_overdue_list_missed_while_the_bot_was_off_is_sent_once_later_in_the_week(StorageProvider provider)
    {
        await using var host = await TrainingTestHost.CreateAsync(provider);
        await host.JoinAsync("priya");
        host.GoTo(new(2026, 12, 15), 17, 59);
        Assert.True(await host.One.Reminders.PlanOverdueAsync(default));

        host.GoTo(new(2026, 12, 16), 9);
        Assert.False(await host.Another().Reminders.PlanOverdueAsync(default));
        await using var database = host.Database.Open();
        Assert.Equal(
            ["training-overdue:2026-12-14"],
            await database.Deliveries.Where(row => row.Kind == TrainingDeliveryKinds.Overdue).Select(row => row.Key).ToListAsync()
        );
    }
}
