using HartwoodPolicyBot.Core.Monitoring;
using HartwoodPolicyBot.Core.Storage;
using HartwoodPolicyBot.Core.Training;
using Microsoft.EntityFrameworkCore;
using static HartwoodPolicyBot.Tests.Monitoring.MonitoringTestHost;

namespace HartwoodPolicyBot.Tests.Monitoring;

/// <summary>The report's figures on training are checked against records that are counted by hand, on both databases.</summary>
public sealed class TrainingFiguresTests
{
    public static TheoryData<StorageProvider> Providers => MonitoringTestHost.Providers;

    [SkippableTheory]
    [MemberData(nameof(Providers))]
    public async Task Training_is_counted_as_on_its_status_card_and_attempts_count_in_the_period(StorageProvider provider)
    {
        await using var host = await CreateAsync(provider);
        await host.StaffAsync("Overdue", new(2026, 11, 20));
        await host.StaffAsync("Due", new(2026, 11, 23));
        await host.StaffAsync("Nothing", null);
        await host.StaffAsync("Gone", new(2026, 11, 1), aside: true);
        await host.StaffAsync(
            "Refreshed",
            new(2027, 11, 1),
            AssignmentKind.Refresher,
            false,
            (At(11, 4), AttemptState.Failed),
            (At(11, 5), AttemptState.Passed),
            (At(11, 6), AttemptState.Passed)
        );
        await host.StaffAsync("Soon", new(2026, 11, 30), AssignmentKind.Refresher, false, (At(10, 31), AttemptState.Passed));

        var training = (await host.ReportAsync()).Training;

        var status = await new TrainingStatus(host.Database, new(), host.Time).StatusAsync(default);
        Assert.Equal(
            [("Up to date", 1), ("Due", 2), ("Overdue", 1), ("No training set", 1)],
            training.States.Select(row => (row.Name, row.Count))
        );
        Assert.Equal(
            [TrainingState.Done, TrainingState.Due, TrainingState.Overdue, TrainingState.NotAssigned],
            Enum.GetValues<TrainingState>()
                .OrderBy(standing =>
                    Array.IndexOf([TrainingState.Done, TrainingState.Due, TrainingState.Overdue, TrainingState.NotAssigned], standing)
                )
        );
        Assert.Equal(
            [
                status.Count(TrainingState.Done),
                status.Count(TrainingState.Due),
                status.Count(TrainingState.Overdue),
                status.Count(TrainingState.NotAssigned),
            ],
            training.States.Select(row => row.Count)
        );
        Assert.Equal((1, 2, 1), (training.PeoplePassed, training.RoundsPassed, training.RoundsFailed));
    }

    [SkippableTheory]
    [MemberData(nameof(Providers))]
    public async Task Training_in_a_past_period_is_shown_as_it_was_at_its_end_whatever_came_later(StorageProvider provider)
    {
        await using var host = await CreateAsync(provider);
        await using (var database = host.Database.Open())
        {
            Add("late-then-passed", At(9, 1), null, (new(2026, 9, 1), new(2026, 9, 29), At(10, 20)));
            Add("passed-then", At(9, 1), null, (new(2026, 9, 1), new(2026, 9, 29), At(9, 10)));
            Add("due-then", At(9, 25), null, (new(2026, 9, 25), new(2026, 10, 23), null));
            Add("left-since", At(9, 1), At(10, 5), (new(2026, 9, 1), new(2026, 9, 15), null));
            Add("left-before", At(9, 1), At(9, 30, 23), (new(2026, 9, 1), new(2026, 9, 15), null));
            Add("came-since", At(10, 1, 0), null, (new(2026, 10, 1), new(2026, 10, 29), null));
            Add("assigned-since", At(9, 30, 23), null, (new(2026, 10, 2), new(2026, 10, 9), null));
            await database.SaveChangesAsync();

            void Add(string id, DateTimeOffset noted, DateTimeOffset? aside, (DateOnly On, DateOnly Due, DateTimeOffset? Done) work)
            {
                database.StaffMembers.Add(
                    new()
                    {
                        PersonId = id,
                        Name = id,
                        NotedAt = noted,
                        SetAsideAt = aside,
                    }
                );
                database.TrainingAssignments.Add(
                    new()
                    {
                        Id = Guid.NewGuid(),
                        Key = id,
                        PersonId = id,
                        Kind = AssignmentKind.Induction,
                        AssignedOn = work.On,
                        DueOn = work.Due,
                        CompletedAt = work.Done,
                    }
                );
            }
        }

        var report = await host.ReportAsync(new(new(2026, 9, 1), new(2026, 9, 30)));
        var now = await host.ReportAsync();

        Assert.Equal(
            [("Up to date", 0), ("Due", 1), ("Overdue", 2), ("No training set", 2)],
            report.Training.States.Select(row => (row.Name, row.Count))
        );
        Assert.Contains(new ReportTables(report, Audience.Manager).All(), table => table.Title == "Training on 30 September 2026");
        Assert.Equal(
            [("Up to date", 0), ("Due", 0), ("Overdue", 3), ("No training set", 2)],
            now.Training.States.Select(row => (row.Name, row.Count))
        );
        Assert.Contains(new ReportTables(now, Audience.Manager).All(), table => table.Title == "Training now");
    }
}
