using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Monitoring;
using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.PolicySignOff;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Core.Storage;
using HartwoodPolicyBot.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static HartwoodPolicyBot.Tests.Privacy.RetentionRows;

namespace HartwoodPolicyBot.Tests.Privacy;

/// <summary>Data is deleted when its retention period is over, and not before; data that must stay stays.</summary>
public sealed class RetentionTests
{
    public static TheoryData<StorageProvider> Providers => [StorageProvider.Sqlite, StorageProvider.PostgreSql];

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
            await contacts.RecordAsync(PersonId.Of(person), "https://smba.trafficmanager.net/teams/", $"a:{person}", default);
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
        await contacts.RecordAsync(PersonId.Of("left"), "https://smba.trafficmanager.net/teams/", "a:left", default);
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
}
