using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Monitoring;
using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.PolicySignOff;
using HartwoodPolicyBot.Core.Privacy;
using HartwoodPolicyBot.Core.QuestionLog;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Core.Storage;
using HartwoodPolicyBot.Core.Training;
using HartwoodPolicyBot.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HartwoodPolicyBot.Tests.Privacy;

/// <summary>Data is deleted when its retention period is over, and not before; data that must stay stays.</summary>
public sealed class RetentionTests
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
    public async Task Each_kind_of_data_is_deleted_after_its_retention_period_and_not_a_day_before(StorageProvider provider)
    {
        await using var test = await TestDatabase.CreateAsync(provider);
        await using var bot = await StartAsync(test, provider);
        var now = bot.Time.GetUtcNow();
        var ends = new (string What, DateTimeOffset Last)[]
        {
            ("question", now.AddDays(-365)),
            ("refused", now.AddDays(-365)),
            ("did", now.AddYears(-6)),
            ("due", now.AddDays(-90)),
            ("given-up", now.AddDays(-90)),
            (SignOffDeliveryKinds.Changed, now.AddDays(-90)),
            (MonthlyPost.Kind, now.AddDays(-90)),
            ("training-help", now.AddDays(-90)),
            ("attempt", now.AddYears(-10)),
            ("assignment", now.AddYears(-10)),
            ("left", now.AddYears(-10)),
            ("reading", now.AddYears(-6)),
        };
        await using (var database = test.Open())
        {
            foreach (var (what, last) in ends)
            {
                Add(database, what, "old", last.AddSeconds(-1));
                Add(database, what, "young", last.AddDays(1));
            }

            // These rows never get too old: open assignments, present staff, and the present version.
            database.TrainingAssignments.Add(
                new()
                {
                    Id = Guid.NewGuid(),
                    Key = "open",
                    PersonId = "open",
                    AssignedOn = new(1999, 1, 1),
                    DueOn = new(1999, 2, 1),
                }
            );
            database.StaffMembers.Add(
                new()
                {
                    PersonId = "here",
                    Name = "open",
                    NotedAt = now.AddYears(-30),
                }
            );
            var policy = bot.Services.GetRequiredService<PolicyLibrary>().Documents[0];
            database.PolicyReadings.Add(Reading("open", policy.VersionOnRecord, now.AddYears(-30)));
            database.Deliveries.Add(Sent(bot, "incident", "open", now.AddYears(-30)));
            database.Deliveries.Add(
                Sent(
                    bot,
                    SignOffDeliveryKinds.Changed,
                    "open",
                    now.AddYears(-30),
                    SignOffDeliveryKinds.ChangedKey(policy, PersonId.Of("open"))
                )
            );
            await database.SaveChangesAsync();
        }

        Assert.True(await Retention(bot).RunDueAsync(default));

        Assert.Equal(
            [
                .. ends.Select(end => $"{end.What} young"),
                "assignment open",
                "here",
                "incident open",
                "reading open",
                $"reading-changed:social-media:{bot.Services.GetRequiredService<PolicyLibrary>().Documents[0].Fingerprint}:open",
            ],
            (await LeftAsync(test))
                .OrderBy(line => !line.EndsWith("young", StringComparison.Ordinal))
                .ThenBy(line => Array.FindIndex(ends, end => line == $"{end.What} young"))
                .ThenBy(line => line, StringComparer.Ordinal)
        );
        Assert.Contains(
            bot.Log.All,
            line => line.Contains("Deleted after their retention period: 1 refused attempts", StringComparison.Ordinal)
        );
    }

    [SkippableTheory]
    [MemberData(nameof(Providers))]
    public async Task A_leavers_chat_is_deleted_after_a_while_and_stored_again_when_they_come_back(StorageProvider provider)
    {
        await using var test = await TestDatabase.CreateAsync(provider);
        await using var bot = await StartAsync(test, provider);
        var now = bot.Time.GetUtcNow();
        var contacts = bot.Services.GetRequiredService<StaffContacts>();
        foreach (
            var (person, aside) in new (string, DateTimeOffset?)[]
            {
                ("left", now.AddDays(-91)),
                ("just left", now.AddDays(-89)),
                ("here", null),
            }
        )
        {
            await contacts.NoteAsync(PersonId.Of(person), "https://smba.trafficmanager.net/teams/", $"a:{person}", default);
            await bot.ReadAsync(database =>
            {
                database.StaffMembers.Add(
                    new()
                    {
                        PersonId = person,
                        Name = person,
                        NotedAt = now,
                        SetAsideAt = aside,
                    }
                );
                database.Installations.Add(
                    new()
                    {
                        Place = $"a:{person}",
                        Scope = InstallationScope.Personal,
                        InstalledAt = now,
                    }
                );
                return database.SaveChangesAsync();
            });
        }

        await Retention(bot).RunDueAsync(default);
        Assert.Equal(
            ["a:here", "a:just left"],
            await bot.ReadAsync(database => database.Installations.Select(row => row.Place).Order().ToListAsync())
        );
        Assert.Null(await contacts.FindAsync(PersonId.Of("left"), default));
        Assert.NotNull(await contacts.FindAsync(PersonId.Of("just left"), default));
        Assert.NotNull(await contacts.FindAsync(PersonId.Of("here"), default));

        bot.Time.Advance(TimeSpan.FromHours(1));
        await contacts.NoteAsync(PersonId.Of("left"), "https://smba.trafficmanager.net/teams/", "a:left", default);
        Assert.NotNull(await contacts.FindAsync(PersonId.Of("left"), default));
    }

    [SkippableTheory]
    [MemberData(nameof(Providers))]
    public async Task A_leavers_open_assignments_are_deleted_with_them_and_not_before(StorageProvider provider)
    {
        await using var test = await TestDatabase.CreateAsync(provider);
        await using var bot = await StartAsync(test, provider);
        var now = bot.Time.GetUtcNow();
        await using (var database = test.Open())
        {
            foreach (
                var (person, aside) in new (string, DateTimeOffset?)[]
                {
                    ("long gone", now.AddYears(-10).AddDays(-1)),
                    ("trained", now.AddYears(-10).AddDays(-1)),
                    ("gone", now.AddYears(-10).AddDays(1)),
                    ("here", null),
                }
            )
            {
                database.StaffMembers.Add(
                    new()
                    {
                        PersonId = person,
                        Name = person,
                        NotedAt = now.AddYears(-20),
                        SetAsideAt = aside,
                    }
                );
                database.TrainingAssignments.Add(
                    new()
                    {
                        Id = Guid.NewGuid(),
                        Key = person,
                        PersonId = person,
                        AssignedOn = new(2006, 1, 1),
                        DueOn = new(2006, 2, 1),
                    }
                );
            }

            Add(database, "attempt", "trained", now.AddYears(-9));
            await database.SaveChangesAsync();
        }

        await Retention(bot).RunDueAsync(default);

        Assert.Equal(
            ["assignment gone", "assignment here", "assignment trained", "attempt trained", "gone", "here", "trained"],
            (await LeftAsync(test)).Order(StringComparer.Ordinal)
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

    private static Retention Retention(BotHost bot) => bot.Services.GetRequiredService<Retention>();

    private static Task<BotHost> StartAsync(TestDatabase test, StorageProvider provider) =>
        BotHost.StartAsync(("Storage:Provider", $"{provider}"), ("Storage:ConnectionString", test.ConnectionString));

    private static void Add(HartwoodDbContext database, string what, string name, DateTimeOffset at) =>
        _ = what switch
        {
            "question" => database.Add(
                (object)
                    new LoggedQuestion
                    {
                        Id = Guid.NewGuid(),
                        AskedAt = at,
                        Text = name,
                        Sections = "",
                        PolicyVersion = "",
                        Verdict = AnswerVerdict.Answered,
                    }
            ),
            "refused" => database.Add(
                (object)
                    new RefusedAttempt
                    {
                        Id = Guid.NewGuid(),
                        At = at,
                        Action = name,
                        Code = "c",
                    }
            ),
            "did" => database.Add(
                (object)
                    new ManagerAction
                    {
                        Id = Guid.NewGuid(),
                        At = at,
                        Action = name,
                        ManagerId = "m",
                    }
            ),
            "attempt" => database.Add(
                (object)
                    new TrainingAttempt
                    {
                        Id = Guid.NewGuid(),
                        PersonId = name,
                        PersonName = name,
                        PolicyName = "",
                        PolicyVersion = "",
                        Plan = "a.0",
                        StartedAt = at,
                        FinishedAt = at,
                        State = AttemptState.Passed,
                    }
            ),
            "assignment" => database.Add(
                (object)
                    new TrainingAssignment
                    {
                        Id = Guid.NewGuid(),
                        Key = name,
                        PersonId = name,
                        CompletedAt = at,
                    }
            ),
            "left" => database.Add(
                (object)
                    new StaffMember
                    {
                        PersonId = $"left {name}",
                        Name = name,
                        NotedAt = at,
                        SetAsideAt = at,
                    }
            ),
            "reading" => database.Add((object)Reading(name, "an older version", at)),
            _ => database.Add(
                (object)
                    new PlannedDelivery
                    {
                        Id = Guid.NewGuid(),
                        Key = $"{what}|{name}",
                        Kind = what,
                        Place = "p",
                        CreatedAt = at,
                        State = DeliveryState.Sent,
                    }
            ),
        };

    private static SignOff Reading(string name, string version, DateTimeOffset at) =>
        new()
        {
            Id = Guid.NewGuid(),
            PersonId = name,
            PersonName = name,
            PolicySlug = "social-media",
            PolicyTitle = "",
            PolicyVersion = version,
            AskedAt = at,
            ReadAt = at,
        };

    private static PlannedDelivery Sent(BotHost bot, string kind, string name, DateTimeOffset at, string? key = null) =>
        new()
        {
            Id = Guid.NewGuid(),
            Key = key ?? $"{kind}|{name}",
            Kind = kind,
            Subject = Guid.NewGuid(),
            Place = "p",
            CreatedAt = at,
            DueAt = bot.Time.GetUtcNow(),
            State = DeliveryState.Sent,
        };

    private static async Task<IReadOnlyList<string>> LeftAsync(TestDatabase test)
    {
        await using var database = test.Open();
        return
        [
            .. await database.Questions.Select(row => "question " + row.Text).ToListAsync(),
            .. await database.RefusedAttempts.Select(row => "refused " + row.Action).ToListAsync(),
            .. await database.ManagerActions.Select(row => "did " + row.Action).ToListAsync(),
            .. (await database.Deliveries.Select(row => row.Key).ToListAsync()).Select(key => key.Replace('|', ' ')),
            .. await database.TrainingAttempts.Select(row => "attempt " + row.PersonId).ToListAsync(),
            .. await database.TrainingAssignments.Select(row => "assignment " + row.Key).ToListAsync(),
            .. await database.StaffMembers.Select(row => row.PersonId).ToListAsync(),
            .. await database.PolicyReadings.Select(row => "reading " + row.PersonId).ToListAsync(),
        ];
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
