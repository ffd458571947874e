using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Core.Storage;
using HartwoodPolicyBot.Core.Training;
using HartwoodPolicyBot.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace HartwoodPolicyBot.Tests.Training;

/// <summary>Core's training on a database of its own, as one of several instances may see it.</summary>
internal sealed class TrainingWorld : IAsyncDisposable
{
    public const string Manager = "manager-1";
    private readonly List<Instance> instances = [];
    private readonly StorageProvider provider;

    private TrainingWorld(TestDatabase database, StorageProvider provider, TrainingOptions? options)
    {
        (Database, this.provider) = (database, provider);
        Options = options ?? new TrainingOptions();
        One = Another();
    }

    public TestDatabase Database { get; }

    public FakeTime Time { get; } = new();

    public TrainingOptions Options { get; }

    public Instance One { get; }

    public static async Task<TrainingWorld> CreateAsync(StorageProvider provider = StorageProvider.Sqlite, TrainingOptions? options = null) =>
        new(await TestDatabase.CreateAsync(provider, migrate: true), provider, options);

    /// <summary>Another instance of the bot on the same database, with a gate of its own as another process has.</summary>
    public Instance Another()
    {
        var instance = new Instance(this, new WriteGate(new StorageOptions { Provider = provider }));
        instances.Add(instance);
        return instance;
    }

    /// <summary>To a time of day in London on the same or a later day.</summary>
    public void GoTo(DateOnly day, int hour, int minute = 0) => Time.Advance(PracticeTime.At(day, new(hour, minute)) - Time.GetUtcNow());

    public async Task JoinAsync(string person, StaffRole role = StaffRole.Clinical)
    {
        await One.Assigning.WelcomeAsync(person, $"Name of {person}", default);
        await One.Desk.ChooseRoleAsync(person, $"Name of {person}", role, default);
    }

    /// <summary>A whole round.</summary>
    public async Task<TrainingAttempt> TakeAsync(string person, int wrong = 0)
    {
        var attempt = (await One.Desk.BeginAsync(person, default)).Running!;
        for (var number = 1; number <= attempt.Count; number++)
        {
            var question = attempt.Questions[number - 1];
            var right = question.Order.ToList().IndexOf(Bank.Module.Find(question.ScenarioId)!.Answer);
            var result = await One.Answers.AnswerAsync(person, attempt.Id, number, wrong-- > 0 ? (right + 1) % question.Order.Count : right, default);
            Assert.Null(result.Refusal);
            attempt = result.Attempt!;
        }

        return attempt;
    }

    /// <summary>Who was to be reminded on which day.</summary>
    public async Task<IReadOnlyList<(string Person, DateOnly Day)>> RemindedAsync()
    {
        await using var database = Database.Open();
        var rows = await database.Deliveries.Where(row => row.Kind == TrainingKeys.Reminder).Select(row => new { row.Place, row.Key }).ToListAsync();
        return [.. rows.Select(row => (Place.PersonIn(row.Place)!, TrainingKeys.DayIn(row.Key)!.Value)).Order()];
    }

    public async ValueTask DisposeAsync()
    {
        instances.ForEach(instance => instance.Dispose());
        await Database.DisposeAsync();
    }

    internal sealed class Instance : IDisposable
    {
        private readonly WriteGate gate;
        private readonly RunningAttempts running;

        public Instance(TrainingWorld world, WriteGate gate)
        {
            this.gate = gate;
            var staff = new StaffOptions { PracticeManagers = [Manager] };
            var audit = new Audit(world.Database, gate, world.Time, NullLogger<Audit>.Instance);
            Outbox = new Outbox(world.Time);
            running = new RunningAttempts(world.Database, world.Time);
            Desk = new(world.Database, gate, Bank.Module, world.Options, running, world.Time);
            Answers = new(world.Database, gate, Outbox, Bank.Module, world.Options, staff, running, world.Time);
            Reminders = new(world.Database, gate, Outbox, world.Time);
            Assigning = new(world.Database, gate, Reminders, world.Options, staff, audit, world.Time);
            Office = new(world.Database, world.Options, world.Time);
            Records = new(world.Database, world.Options, staff);
        }

        public Outbox Outbox { get; }

        public TrainingDesk Desk { get; }

        public TrainingAnswers Answers { get; }

        public TrainingReminders Reminders { get; }

        public TrainingAssigning Assigning { get; }

        public TrainingOffice Office { get; }

        public TrainingRecords Records { get; }

        public void Dispose()
        {
            running.Dispose();
            gate.Dispose();
        }
    }
}
