using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Storage;
using HartwoodPolicyBot.Testing;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Tests.Common;

/// <summary>What belongs together is written together, and the dispatcher hears of what it can send.</summary>
public sealed class UnitOfWorkTests
{
    public static TheoryData<StorageProvider> Providers => [StorageProvider.Sqlite, StorageProvider.PostgreSql];

    [SkippableTheory]
    [MemberData(nameof(Providers))]
    public async Task What_is_planned_is_committed_and_then_the_dispatcher_is_woken(StorageProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var outbox = new Outbox(new FakeTime());
        var unitOfWork = database.UnitOfWork(outbox);

        await unitOfWork.WriteAsync(context => PlanAsync(context, outbox), default);

        Assert.True(IsWoken(outbox));
        Assert.Equal(1, await CountAsync(database));

        await unitOfWork.WriteAsync(context => PlanAsync(context, outbox), default);

        Assert.False(IsWoken(outbox), "it was planned before");
    }

    [SkippableTheory]
    [MemberData(nameof(Providers))]
    public async Task Work_that_throws_or_rolls_back_leaves_nothing_and_wakes_nobody(StorageProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var outbox = new Outbox(new FakeTime());
        var unitOfWork = database.UnitOfWork(outbox);

        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            unitOfWork.WriteAsync(
                async context =>
                {
                    await PlanAsync(context, outbox);
                    throw new InvalidOperationException();
                },
                default
            )
        );
        await unitOfWork.WriteAsync(
            async context =>
            {
                await PlanAsync(context, outbox);
                await context.Database.RollbackTransactionAsync();
            },
            default
        );

        Assert.False(IsWoken(outbox));
        Assert.Equal(0, await CountAsync(database));
    }

    [SkippableTheory]
    [MemberData(nameof(Providers))]
    public async Task Work_without_deliveries_wakes_nobody(StorageProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var outbox = new Outbox(new FakeTime());

        await database
            .UnitOfWork(outbox)
            .WriteAsync(context => context.StaffMembers.Where(person => person.Name == "nobody").ExecuteDeleteAsync(), default);

        Assert.False(IsWoken(outbox));
    }

    [Fact]
    public async Task In_work_without_a_transaction_others_see_each_statement_at_once()
    {
        await using var database = await TestDatabase.CreateAsync(StorageProvider.Sqlite);
        var outbox = new Outbox(new FakeTime());
        var seen = 0;

        await database
            .UnitOfWork(outbox)
            .WriteEachAsync(
                async context =>
                {
                    await PlanAsync(context, outbox);
                    seen = await CountAsync(database);
                },
                default
            );

        Assert.Equal(1, seen);
        Assert.True(IsWoken(outbox));
    }

    private static Task<bool> PlanAsync(HartwoodDbContext database, Outbox outbox) =>
        Outbox.PlanOnceAsync(database, outbox.Plan("key", "kind", Guid.Empty, 0, Recipient.IncidentsChannel, 1), default);

    private static bool IsWoken(Outbox outbox)
    {
        using var now = new CancellationTokenSource();
        var woken = outbox.WokenAsync(now.Token);
        now.Cancel();
        return woken.IsCompletedSuccessfully;
    }

    private static async Task<int> CountAsync(TestDatabase database)
    {
        await using var context = database.Open();
        return await context.Deliveries.CountAsync();
    }
}
