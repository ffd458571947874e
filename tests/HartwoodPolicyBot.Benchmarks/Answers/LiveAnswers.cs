using System.Diagnostics;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.ManagerQuestions;
using HartwoodPolicyBot.Core.Search;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Core.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace HartwoodPolicyBot.Benchmarks.Answers;

/// <summary>Measures how soon a new answer is given, among many, by the instance that saved it and by another one.</summary>
internal static class LiveAnswers
{
    private const string Manager = "manager";
    private const int Times = 10;
    private static readonly TimeSpan LooksEvery = TimeSpan.FromMilliseconds(500);

    public static async Task MeasureAsync(SectionRanker engine, QuestionVectors vectors, List<SavedAnswer> many)
    {
        var file = Path.Combine(Path.GetTempPath(), $"hartwood-answers-{Guid.NewGuid():N}.db");
        await using var services = new ServiceCollection()
            .Configure<StorageOptions>(storage => storage.ConnectionString = $"Data Source={file}")
            .AddStorage()
            .AddLogging()
            .AddSingleton(TimeProvider.System)
            .BuildServiceProvider();
        await StorageServices.MigrateAsync(services, default);
        var databases = services.GetRequiredService<IDbContextFactory<HartwoodDbContext>>();
        await using (var database = await databases.CreateDbContextAsync())
        {
            database.ManagerAnswers.AddRange(many);
            await database.SaveChangesAsync();
        }

        var outbox = new Outbox(TimeProvider.System);
        using var unitOfWork = new UnitOfWork(databases, new StorageOptions(), outbox);
        using var here = new SavedAnswers(databases, engine, vectors);
        using var there = new SavedAnswers(databases, engine, vectors);
        var book = new SavedAnswerEditor(
            unitOfWork,
            here,
            outbox,
            new StaffOptions { PracticeManagers = [Manager] },
            new Audit(unitOfWork, TimeProvider.System, NullLogger<Audit>.Instance),
            TimeProvider.System
        );
        await here.RefreshAsync(default);
        await there.RefreshAsync(default);
        var (soon, later) = (new List<double>(), new List<double>());
        for (var time = 0; time < Times; time++)
        {
            var question = $"where does the zebra number {time} sleep";
            var clock = Stopwatch.GetTimestamp();
            await book.AddAsync(new(PersonId.Of(Manager), "Margaret"), new(Guid.NewGuid()), question, new("In the loft.", null), default);
            Check(here, engine, question);
            soon.Add(Stopwatch.GetElapsedTime(clock).TotalMilliseconds);
            clock = Stopwatch.GetTimestamp();
            await there.RefreshAsync(default);
            Check(there, engine, question);
            later.Add(Stopwatch.GetElapsedTime(clock).TotalMilliseconds);
        }

        Console.WriteLine(
            $"A new answer is given after {soon.Max():F0} ms at most, by another instance after {later.Max():F0} ms "
                + $"and up to the {LooksEvery.TotalMilliseconds:F0} ms between two looks ({Times} times, SQLite)"
        );
        File.Delete(file);
    }

    private static void Check(SavedAnswers answers, SectionRanker engine, string question)
    {
        if (answers.Find(engine.Read(question)).Same?.Question != question)
        {
            throw new InvalidOperationException("The new answer is not given.");
        }
    }
}
