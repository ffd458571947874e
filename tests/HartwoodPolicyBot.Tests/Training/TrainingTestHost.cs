using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.PolicySignOff;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Core.Storage;
using HartwoodPolicyBot.Core.Training;
using HartwoodPolicyBot.Core.Training.Scenarios;
using HartwoodPolicyBot.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace HartwoodPolicyBot.Tests.Training;

/// <summary>Runs Core's training on a separate database, as one of several instances sees it.</summary>
internal sealed class TrainingTestHost : IAsyncDisposable
{
    public const string Manager = "manager-1";
    private readonly List<Instance> instances = [];
    private readonly StorageProvider provider;

    private TrainingTestHost(TestDatabase database, StorageProvider provider, TrainingOptions? options)
    {
        (Database, this.provider) = (database, provider);
        Options = options ?? new TrainingOptions();
        One = Another();
    }

    public TestDatabase Database { get; }

    public FakeTime Time { get; } = new();

    public TrainingOptions Options { get; }

    public Instance One { get; }

    /// <summary>Holds the policy that people are asked to read.</summary>
    public PolicyLibrary Library { get; private set; } = LibraryOf("1");

    public PolicyDocument Policy => Library.Documents[0];

    public static async Task<TrainingTestHost> CreateAsync(
        StorageProvider provider = StorageProvider.Sqlite,
        TrainingOptions? options = null
    ) => new(await TestDatabase.CreateAsync(provider), provider, options);

    /// <summary>Creates another instance of the bot on the same database, with its own gate, as another process has.</summary>
    public Instance Another()
    {
        var instance = new Instance(this);
        instances.Add(instance);
        return instance;
    }

    /// <summary>Moves the clock to a time of day in London, on the same or a later day.</summary>
    public void GoTo(DateOnly day, int hour, int minute = 0) => Time.Advance(PracticeTime.At(day, new(hour, minute)) - Time.GetUtcNow());

    public async Task JoinAsync(string person, StaffRole role = StaffRole.Clinical)
    {
        await One.Welcoming.WelcomeAsync(PersonId.Of(person), $"Name of {person}", default);
        await One.Reading.WelcomeAsync(PersonId.Of(person), $"Name of {person}", default);
        await One.Training.ChooseRoleAsync(PersonId.Of(person), $"Name of {person}", role, default);
    }

    /// <summary>Starts the bot with a new version of the policy.</summary>
    public void Publish(string version) => Library = LibraryOf(version);

    /// <summary>Sends a sign-off round for the present policy, as a practice manager.</summary>
    public Task<Refusal?> SendRoundAsync(Instance? by = null) =>
        (by ?? One).Rounds.SendAsync(PersonId.Of(Manager), Policy.Slug, Policy.Fingerprint, default);

    public async Task<bool> RoundIsSentAsync() => (await One.Rounds.StatusAsync(Policy.Slug, 1, default))!.Round is not null;

    /// <summary>Completes a whole attempt.</summary>
    public async Task<TrainingAttempt> TakeAsync(string person, int wrong = 0)
    {
        var attempt = (await One.Training.BeginAsync(PersonId.Of(person), default)).Running!;
        for (var number = 1; number <= attempt.Count; number++)
        {
            var question = attempt.Questions[number - 1];
            var right = question.Order.ToList().IndexOf(ScenarioBank.Module.Find(question.ScenarioId)!.Answer);
            var result = await One.Answers.AnswerAsync(
                PersonId.Of(person),
                new(attempt.Id),
                number,
                wrong-- > 0 ? (right + 1) % question.Order.Count : right,
                default
            );
            Assert.Null(result.Refusal);
            attempt = result.Attempt!;
        }

        return attempt;
    }

    /// <summary>Returns who was to be reminded on which day.</summary>
    public async Task<IReadOnlyList<(string Person, DateOnly Day)>> RemindedAsync()
    {
        await using var database = Database.Open();
        var rows = await database
            .Deliveries.Where(row => row.Kind == DailyReminders.Kind)
            .Select(row => new { row.Place, row.Key })
            .ToListAsync();
        return [.. rows.Select(row => (Recipient.PersonIn(row.Place)!.Value.Value, DailyReminders.DayIn(row.Key)!.Value)).Order()];
    }

    private static PolicyLibrary LibraryOf(string version) =>
        new([
            new(
                "social-media",
                "Social media policy",
                version,
                null,
                $"fingerprint{version}",
                [new("social-media", "Scope", "scope", null, [new(0, "It applies to all.", false, 0)])]
            ),
        ]);

    public async ValueTask DisposeAsync()
    {
        instances.ForEach(instance => instance.Dispose());
        await Database.DisposeAsync();
    }

    internal sealed class Instance : IDisposable
    {
        private readonly TrainingTestHost host;
        private readonly UnitOfWork unitOfWork;
        private readonly AttemptsInProgress running;
        private readonly TrainingScenarios scenarios;
        private readonly StaffOptions staff = new() { PracticeManagers = [Manager] };
        private readonly Audit audit;

        public Instance(TrainingTestHost host)
        {
            this.host = host;
            Outbox = new Outbox(host.Time);
            unitOfWork = host.Database.UnitOfWork(Outbox);
            audit = new Audit(unitOfWork, host.Time, NullLogger<Audit>.Instance);
            running = new AttemptsInProgress(host.Database, host.Time);
            scenarios = new TrainingScenarios(null, ScenarioBank.Module, host.Options, host.Database);
            Training = new(unitOfWork, ScenarioBank.Module, host.Options, running, scenarios, host.Time);
            Answers = new(unitOfWork, Outbox, ScenarioBank.Module, host.Options, staff, running, host.Time);
            Reminders = new(unitOfWork, Outbox, ScenarioBank.Module, host.Time);
            Status = new(host.Database, host.Options, host.Time);
            Records = new(host.Database, host.Options, staff);
        }

        public Outbox Outbox { get; }

        public OwnTraining Training { get; }

        public RecordTrainingAnswer Answers { get; }

        public TrainingReminders Reminders { get; }

        /// <summary>Is made anew for each use, because it holds the policy, which can change while the test runs.</summary>
        public SignOffReminders Reading => new(unitOfWork, Outbox, host.Library, staff, host.Time);

        public SignOffRounds Rounds => new(unitOfWork, host.Library, Reading, staff, audit, host.Time);

        public OwnSignOffs Readings => new(unitOfWork, host.Library, audit, host.Time);

        public DailyReminders Due => new(unitOfWork, Outbox, [Reminders, Reading], host.Time);

        public TrainingAssignments Assigning => new(unitOfWork, Due, ScenarioBank.Module, staff, audit, host.Time);

        public MarkStaffAsLeft Leaving => new(unitOfWork, host.Options, staff, audit, host.Time);

        public WelcomeTrainee Welcoming => new(unitOfWork, Outbox, host.Options, staff, host.Time);

        public TrainingStatus Status { get; }

        public TrainingRecords Records { get; }

        /// <summary>Does the timed work of one minute.</summary>
        public async Task<int> PlanDueAsync()
        {
            await Reading.AskEverybodyAsync(int.MaxValue, default);
            await Reading.PlanChangedAsync(default);
            return await Due.PlanDueAsync(default) + (await Reminders.PlanOverdueAsync(default) ? 1 : 0);
        }

        public void Dispose()
        {
            running.Dispose();
            scenarios.Dispose();
        }
    }
}
