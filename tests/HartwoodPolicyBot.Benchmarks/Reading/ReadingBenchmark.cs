using System.Diagnostics;
using HartwoodPolicyBot.Benchmarks.Monitoring;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.PolicySignOff;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Core.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace HartwoodPolicyBot.Benchmarks.Reading;

/// <summary>
/// Measures a sign-off round to the staff of a large group: how long the practice manager waits, and how long the rest takes.
/// </summary>
internal static class ReadingBenchmark
{
    private const string Manager = "11111111-aaaa-4000-8000-000000000001";
    private const int Staff = 20_000;
    private const int AskedAtOnce = 500;

    public static async Task RunAsync()
    {
        foreach (var provider in MeasuredDatabase.Providers())
        {
            Console.WriteLine($"{provider}: a policy round to {Staff} staff");
            await MeasureAsync(provider);
        }
    }

    private static async Task MeasureAsync(StorageProvider provider)
    {
        var time = new WorkingMorning();
        await using var databases = await MeasuredDatabase.CreateAsync(provider);
        await using (var database = databases.CreateDbContext())
        {
            await BulkInsert.RunAsync(
                database,
                "StaffMembers",
                ["PersonId", "Name", "Role", "NotedAt", "SetAsideAt"],
                Enumerable
                    .Range(0, Staff)
                    .Select(number =>
                        (object?[])
                            [
                                $"00000000-0000-4000-8000-{number:000000000000}",
                                $"Person {number}",
                                1,
                                time.GetUtcNow().UtcDateTime.AddDays(-30),
                                null,
                            ]
                    )
            );
        }

        await databases.SettleAsync();
        var library = PolicyLibrary.Load(Path.Combine(AppContext.BaseDirectory, "Content", "Policies"));
        var staff = new StaffOptions { PracticeManagers = [Manager] };
        var outbox = new Outbox(time);
        using var unitOfWork = new UnitOfWork(databases, databases.Storage, outbox);
        var reminders = new SignOffReminders(unitOfWork, outbox, library, staff, time);
        var rounds = new SignOffRounds(unitOfWork, library, reminders, staff, new(unitOfWork, time, NullLogger<Audit>.Instance), time);
        var messages = new DailyReminders(unitOfWork, outbox, [reminders], time);
        var policy = library.Documents[0];

        await TimeAsync(
            "\"Send it\" is answered, the first 500 are asked",
            async () => await rounds.SendAsync(PersonId.Of(Manager), policy.Slug, policy.Fingerprint, default) is null ? AskedAtOnce : 0,
            AskedAtOnce
        );
        await TimeAsync("the others are asked", () => reminders.AskEverybodyAsync(int.MaxValue, default), Staff - AskedAtOnce);
        await TimeAsync("their messages are planned", () => messages.PlanDueAsync(default), Staff);
        await TimeAsync(
            "a minute with nothing new",
            async () => await reminders.AskEverybodyAsync(int.MaxValue, default) + await messages.PlanDueAsync(default),
            0
        );
        await TimeAsync(
            "who has not confirmed, a page",
            async () => (await rounds.StatusAsync(policy.Slug, 1, default))!.Missing.Items.Count,
            SignOffRounds.PageSize
        );
    }

    private static async Task TimeAsync(string what, Func<Task<int>> work, int expected)
    {
        var since = Stopwatch.GetTimestamp();
        var done = await work();
        await Console.Out.WriteLineAsync($"  {what}: {Stopwatch.GetElapsedTime(since).TotalMilliseconds:F0} ms");
        if (done != expected)
        {
            throw new InvalidOperationException($"{what}: {done} in place of {expected}.");
        }
    }

    /// <summary>Is a clock in working hours, because daily reminders are planned only then.</summary>
    private sealed class WorkingMorning : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);
    }
}
