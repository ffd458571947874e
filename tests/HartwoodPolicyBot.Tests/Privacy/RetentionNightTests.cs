using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Privacy;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Core.Storage;
using HartwoodPolicyBot.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static HartwoodPolicyBot.Tests.Privacy.RetentionRows;

namespace HartwoodPolicyBot.Tests.Privacy;

/// <summary>Deletions run once each night, in parts, and one kind that fails does not stop the others.</summary>
public sealed class RetentionNightTests
{
    public static TheoryData<StorageProvider> Providers => [StorageProvider.Sqlite, StorageProvider.PostgreSql];

    [SkippableTheory]
    [MemberData(nameof(Providers))]
    public async Task In_a_year_two_instances_clean_up_once_each_night(StorageProvider provider)
    {
        await using var test = await TestDatabase.CreateAsync(provider);
        await using var one = await StartAsync(test, provider);
        await using var other = await StartAsync(test, provider);
        var done = new List<DateOnly>();

        for (var hour = 0; hour < 366 * 24; hour += 2)
        {
            var ran = await Task.WhenAll(Retention(one).RunDueAsync(default), Retention(other).RunDueAsync(default));
            Assert.True(ran.Count(mine => mine) <= 1);
            if (ran.Any(mine => mine))
            {
                done.Add(PracticeTime.Today(one.Time));
                Assert.InRange(PracticeTime.InLondon(one.Time.GetUtcNow()).Hour, 3, hour == 0 ? 9 : 4);
            }

            one.Time.Advance(TimeSpan.FromHours(2));
            other.Time.Advance(TimeSpan.FromHours(2));
        }

        Assert.Equal(Enumerable.Range(0, done.Count).Select(day => new DateOnly(2026, 11, 23).AddDays(day)), done);
        Assert.InRange(done.Count, 365, 367);
    }

    [Theory]
    [InlineData("2026-11-24T02:59:00Z", false)]
    [InlineData("2026-11-24T03:00:00Z", true)]
    [InlineData("2027-06-24T01:59:00Z", false)]
    [InlineData("2027-06-24T02:00:00Z", true)]
    [InlineData("2027-06-24T15:00:00Z", true)]
    public async Task Clean_up_starts_at_3am_in_London_and_a_missed_night_is_made_up_for(string now, bool runs)
    {
        await using var bot = await BotHost.StartAsync();
        bot.Time.Advance(DateTimeOffset.Parse(now) - bot.Time.GetUtcNow());

        Assert.Equal(runs, await Retention(bot).RunDueAsync(default));
    }

    [Fact]
    public async Task A_night_with_nothing_to_delete_still_writes_one_line_to_show_that_it_ran()
    {
        await using var bot = await BotHost.StartAsync();

        await Retention(bot).RunDueAsync(default);
        await Retention(bot).RunDueAsync(default);

        Assert.Single(
            bot.Log.All,
            line => line.Contains("Tonight's deletions are done: 0 deleted, 0 kinds failed", StringComparison.Ordinal)
        );
    }

    [SkippableTheory]
    [MemberData(nameof(Providers))]
    public async Task Rows_for_several_batches_are_deleted_in_one_night(StorageProvider provider)
    {
        await using var test = await TestDatabase.CreateAsync(provider);
        await using var bot = await StartAsync(test, provider);
        await using (var database = test.Open())
        {
            database.RefusedAttempts.AddRange(
                Enumerable
                    .Range(0, 2300)
                    .Select(number => new RefusedAttempt
                    {
                        Id = Guid.CreateVersion7(),
                        At = bot.Time.GetUtcNow().AddYears(-2),
                        Action = "a",
                        Code = "c",
                    })
            );
            await database.SaveChangesAsync();
        }

        await Retention(bot).RunDueAsync(default);

        await using var left = test.Open();
        Assert.Equal(0, await left.RefusedAttempts.CountAsync());
    }

    [Fact]
    public async Task Others_can_write_between_two_batches()
    {
        await using var bot = await BotHost.StartAsync();
        var audit = bot.Services.GetRequiredService<Audit>();
        Task? writing = null;
        var written = new List<bool>();

        await bot
            .Services.GetRequiredService<BatchedDeletion>()
            .InPartsAsync(
                async database =>
                {
                    written.Add(await database.RefusedAttempts.AnyAsync());
                    writing ??= audit.RefusedAsync(
                        PersonId.Of("priya"),
                        new("written meanwhile", "To write"),
                        new(RefusalKind.Conflict, "c", ""),
                        null,
                        default
                    );
                    return written.Count < 3 ? BatchedDeletion.Part : 0;
                },
                default
            );

        await writing!;
        Assert.Equal([false, true, true], written);
    }

    [Fact]
    public async Task A_kind_of_data_that_fails_does_not_stop_the_others_from_being_deleted()
    {
        await using var bot = new BrokenHost();
        await bot.InitializeAsync();
        await bot.ReadAsync(async database =>
        {
            database.RefusedAttempts.Add(
                new()
                {
                    Id = Guid.NewGuid(),
                    At = bot.Time.GetUtcNow().AddYears(-2),
                    Action = "a",
                    Code = "c",
                }
            );
            return await database.SaveChangesAsync();
        });

        Assert.True(await Retention(bot).RunDueAsync(default));

        Assert.Equal(0, await bot.ReadAsync(database => database.RefusedAttempts.CountAsync()));
        Assert.Contains(bot.Log.All, line => line.Contains("BrokenRetention could not delete", StringComparison.Ordinal));
    }

    private sealed class BrokenHost : BotHost
    {
        protected override void Configure(IServiceCollection services) =>
            services.Insert(0, ServiceDescriptor.Singleton<IRetention, BrokenRetention>());
    }

    private sealed class BrokenRetention : IRetention
    {
        public Task<IReadOnlyList<Deleted>> DeleteAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
            throw new InvalidOperationException("broken");
    }
}
