using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.QuestionLog;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Core.Storage;
using HartwoodPolicyBot.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace HartwoodPolicyBot.Tests.Storage;

/// <summary>SQLite and PostgreSQL behave in the same way.</summary>
public sealed class DatabaseTests
{
    public static TheoryData<StorageProvider> Providers => [StorageProvider.Sqlite, StorageProvider.PostgreSql];

    [SkippableTheory]
    [MemberData(nameof(Providers))]
    public async Task A_migrated_database_equals_the_model(StorageProvider provider)
    {
        await using var migrated = await TestDatabase.CreateEmptyAsync(provider);
        await using var modelled = await TestDatabase.CreateEmptyAsync(provider);
        await using (var database = migrated.Open())
        {
            await database.Database.MigrateAsync();
        }

        await using (var database = modelled.Open())
        {
            await database.Database.EnsureCreatedAsync();
        }

        var schema = await migrated.SchemaAsync();
        Assert.Contains(schema, line => line.Contains("Questions", StringComparison.Ordinal));
        Assert.Equal(await modelled.SchemaAsync(), schema);
    }

    [Fact]
    public async Task The_snapshot_from_which_the_next_migration_is_made_equals_the_model()
    {
        await using var test = await TestDatabase.CreateEmptyAsync(StorageProvider.Sqlite);
        await using var database = test.Open();

        Assert.False(database.Database.HasPendingModelChanges(), "Make a migration: src/README.md, Adding a feature.");
    }

    [Fact]
    public async Task No_migration_names_the_type_of_a_column()
    {
        await using var test = await TestDatabase.CreateEmptyAsync(StorageProvider.Sqlite);
        await using var database = test.Open();
        var migrations = database.GetService<IMigrationsAssembly>();
        var operations = migrations
            .Migrations.Values.SelectMany(type => migrations.CreateMigration(type, database.Database.ProviderName!).UpOperations)
            .ToList();

        var columns = operations
            .OfType<CreateTableOperation>()
            .SelectMany(table => table.Columns)
            .Concat(operations.OfType<ColumnOperation>())
            .ToList();

        Assert.True(columns.Count > 100);
        Assert.All(columns, column => Assert.Null(column.ColumnType));
    }

    [SkippableTheory]
    [MemberData(nameof(Providers))]
    public async Task A_look_at_the_database_tells_whether_another_instance_has_written(StorageProvider provider)
    {
        await using var test = await TestDatabase.CreateAsync(provider);
        await using var changes = new DatabaseChanges(test);
        await SeesNothingNewAsync(changes);

        await using (var other = test.Open())
        {
            other.Add(new Installation { Place = "19:channel" });
            await other.SaveChangesAsync();
        }

        Assert.True(await changes.SinceLastLookAsync(default));
        await SeesNothingNewAsync(changes);
        changes.Forget();
        Assert.True(await changes.SinceLastLookAsync(default));
    }

    /// <summary>
    /// Looks until a look tells of nothing new. PostgreSQL counts what is written on the whole server, where other tests write at the
    /// same time, so one look may well see something.
    /// </summary>
    private static async Task SeesNothingNewAsync(DatabaseChanges changes)
    {
        const int Most = 1000;
        var looks = 0;
        while (await changes.SinceLastLookAsync(default))
        {
            Assert.True(++looks < Most, "Each look says that something was written.");
        }
    }

    [SkippableTheory]
    [MemberData(nameof(Providers))]
    public async Task A_logged_question_is_read_back_unchanged_and_its_first_feedback_stays(StorageProvider provider)
    {
        await using var test = await TestDatabase.CreateAsync(provider);
        var question = new LoggedQuestion
        {
            Id = Guid.CreateVersion7(),
            AskedAt = new DateTimeOffset(2026, 10, 25, 0, 30, 0, 123, TimeSpan.Zero),
            Text = "pic of reception’s 😀 desk",
            Verdict = AnswerVerdict.Answered,
            Sections = "social-media/scope:0,1",
            Score = 3.25,
            PolicyVersion = "not stated (0123456789ab)",
        };

        var log = new QuestionLogWriter(test.UnitOfWork(new Outbox(new FakeTime())));

        await log.RecordAsync(question);
        Assert.True(await log.RecordFeedbackAsync(new(question.Id), AnswerFeedback.NotHelpful, default));
        Assert.False(await log.RecordFeedbackAsync(new(question.Id), AnswerFeedback.Helpful, default));
        var read = await log.FindAsync(new(question.Id), default);

        Assert.Equivalent(question with { Feedback = AnswerFeedback.NotHelpful }, read, strict: true);
    }

    [SkippableTheory]
    [MemberData(nameof(Providers))]
    public async Task Questions_from_many_at_once_are_all_logged(StorageProvider provider)
    {
        await using var test = await TestDatabase.CreateAsync(provider);
        var log = new QuestionLogWriter(test.UnitOfWork(new Outbox(new FakeTime())));
        await Task.WhenAll(
            Enumerable
                .Range(0, 500)
                .Select(number =>
                    log.RecordAsync(
                        new LoggedQuestion
                        {
                            Id = Guid.CreateVersion7(),
                            Text = $"{number}",
                            Sections = "",
                            PolicyVersion = "",
                        }
                    )
                )
        );

        await using var database = test.Open();
        Assert.Equal(500, await database.Questions.CountAsync());
    }

    [SkippableTheory]
    [MemberData(nameof(Providers))]
    public async Task An_installation_that_is_reported_many_times_at_once_is_stored_once(StorageProvider provider)
    {
        await using var test = await TestDatabase.CreateAsync(provider);
        var installations = new Installations(test.UnitOfWork(new Outbox(new FakeTime())), new FakeTime());

        var told = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(_ => installations.AddAsync("chat", InstallationScope.Personal, default))
        );

        Assert.Equal(1, told.Count(isNew => isNew));
        await using var database = test.Open();
        Assert.Equal(PracticeTime.StartOfDay(new FakeTime().GetUtcNow()), (await database.Installations.SingleAsync()).InstalledAt);
    }

    [SkippableTheory]
    [MemberData(nameof(Providers))]
    public async Task The_bot_answers_and_logs(StorageProvider provider)
    {
        await using var test = await TestDatabase.CreateEmptyAsync(provider);
        await using var bot = await BotHost.StartAsync(
            ("Storage:Provider", $"{provider}"),
            ("Storage:ConnectionString", test.ConnectionString)
        );

        var reply = await bot.Chat().SayAsync("Can I share an image of my workplace?");

        Assert.Equal("Patient confidentiality", reply.Cited[0]);
        Assert.Equal(1, await bot.ReadAsync(database => database.Questions.CountAsync()));
        using var ready = await bot.Http.GetAsync("/health/ready");
        Assert.True(ready.IsSuccessStatusCode);
    }
}
