using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.Policies.Import;
using HartwoodPolicyBot.Core.Search;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Core.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace HartwoodPolicyBot.Benchmarks.Policies;

/// <summary>
/// Publishes policies while people ask, with two instances on one database: how soon each instance answers from the new text, and how
/// long a question waits meanwhile.
/// </summary>
internal static class PublishBenchmark
{
    private const string Manager = "manager";
    private const int Others = 4;
    private const int Sections = 100;
    private const int Times = 10;
    private static readonly TimeSpan LooksEvery = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan BetweenQuestions = TimeSpan.FromMilliseconds(5);

    private static string Content(string name) => Path.Combine(AppContext.BaseDirectory, "Content", name);

    public static async Task<int> RunAsync()
    {
        var file = Path.Combine(Path.GetTempPath(), $"hartwood-publish-{Guid.NewGuid():N}.db");
        await using var services = new ServiceCollection()
            .Configure<StorageOptions>(storage => storage.ConnectionString = $"Data Source={file}")
            .AddStorage()
            .AddLogging()
            .AddSingleton(TimeProvider.System)
            .AddSingleton(provider => provider.GetRequiredService<IOptions<StorageOptions>>().Value)
            .BuildServiceProvider();
        await StorageServices.MigrateAsync(services, default);
        var databases = services.GetRequiredService<IDbContextFactory<HartwoodDbContext>>();
        using var one = new Instance(databases);
        using var two = new Instance(databases);
        await one.TakeOver.RunAsync(default);
        await one.Policies.RefreshAsync(default);
        await two.Policies.RefreshAsync(default);

        using var stop = new CancellationTokenSource();
        Task[] running =
        [
            Task.Run(() => two.LookAsync(stop.Token)),
            .. new[] { one, two }.Select(instance => Task.Run(() => instance.AskAsync(stop.Token))),
        ];
        for (var number = 0; number < Others; number++)
        {
            await PublishAsync(one, two, Made($"Policy {number}", number, 0));
        }

        (one.Slowest, two.Slowest) = (default, default);
        var (here, there) = (new List<double>(), new List<double>());
        for (var time = 1; time <= Times; time++)
        {
            // In turn a policy without phrasings, and the one with them, whose classifier learns anew.
            var (mine, other) = await PublishAsync(one, two, time % 2 == 0 ? Made("Policy 0", 0, time) : SocialMedia(time));
            await Task.WhenAll(one.Policies.Improved, two.Policies.Improved);
            here.Add(mine);
            there.Add(other);
        }

        await stop.CancelAsync();
        await Task.WhenAll(running);
        File.Delete(file);
        var slowest = one.Slowest.Total > two.Slowest.Total ? one.Slowest : two.Slowest;
        Console.WriteLine(
            $"{Others + 1} policies, {one.Library.Sections.Count()} sections, {Times} times, SQLite, {Environment.ProcessorCount} cores:\n"
                + $"live after \"Publish\": in the same instance {here.Order().ElementAt(Times / 2):F0} ms, at most {here.Max():F0} ms; "
                + $"in another {there.Order().ElementAt(Times / 2):F0} ms, at most {there.Max():F0} ms\n"
                + $"the slowest of {one.Asked + two.Asked} questions meanwhile: {slowest.Total:F0} ms, of which "
                + $"{slowest.ForThread:F0} ms for a thread of the pool and {slowest.ForCollector:F0} ms for the garbage collector"
        );
        return there.Max() <= 1000 && here.Max() <= 1000 && slowest.Total <= 200 ? 0 : 1;
    }

    private static async Task<(double Here, double There)> PublishAsync(Instance one, Instance two, ImportedPolicy policy)
    {
        var review = (await one.Drafts.AddAsync(PersonId.Of(Manager), "policy.docx", policy, default)).Value!;
        var clock = Stopwatch.GetTimestamp();
        var published = await one.Publishing.PublishAsync(
            new(PersonId.Of(Manager), "Margaret"),
            new(review.Draft.Id),
            new(policy.Title, policy.Version, null, null, null, IsMinor: false, null),
            default
        );
        var version = published.Value ?? throw new InvalidOperationException(published.Refusal!.Sentence);
        var here = Stopwatch.GetElapsedTime(clock).TotalMilliseconds;
        while (two.Live(version) is false)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, CancellationToken.None);
        }

        return (here, Stopwatch.GetElapsedTime(clock).TotalMilliseconds);
    }

    private static ImportedPolicy SocialMedia(int time)
    {
        var document = PolicyLibrary.Load(Content("Policies")).Document(SocialMediaPolicy.Slug)!;
        return new(
            document.Title,
            $"{time}",
            null,
            null,
            null,
            [
                .. document.Sections.Select(section => new ImportedSection(
                    section.Heading,
                    1,
                    [.. section.Clauses.Select(clause => new ImportedClause(clause.Text, clause.IsBullet, clause.Paragraph))]
                )),
                .. Made("", -1, time).Sections.Take(Sections - document.Sections.Count),
            ],
            []
        );
    }

    /// <summary>Makes a policy of made-up sentences from the words of the real one.</summary>
    private static ImportedPolicy Made(string title, int number, int time)
    {
        var random = new Random(number);
        var words = PolicyLibrary
            .Load(Content("Policies"))
            .Sections.SelectMany(section => section.Clauses.SelectMany(clause => Terms.Words(clause.Text)))
            .Distinct(StringComparer.Ordinal)
            .ToArray();
        string Sentence(int length)
        {
            var sentence = new StringBuilder("Staff");
            for (var word = 0; word < length; word++)
            {
                sentence.Append(' ').Append(words[random.Next(words.Length)]);
            }

            return sentence.Append('.').ToString();
        }

        return new(
            title,
            $"{time}",
            null,
            null,
            null,
            [
                .. Enumerable
                    .Range(0, Sections)
                    .Select(place => new ImportedSection(
                        $"Section {number + 1} {place} {words[random.Next(words.Length)]}",
                        1,
                        [.. Enumerable.Range(0, 4).Select(clause => new ImportedClause(Sentence(15), IsBullet: false, clause))]
                    )),
            ],
            []
        );
    }

    /// <summary>How long a question took, and what of that it waited for, in milliseconds.</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Waited(double Total, double ForThread, double ForCollector);

    /// <summary>One instance of the bot, as far as publishing and answering go.</summary>
    private sealed class Instance : IDisposable
    {
        private readonly UnitOfWork unitOfWork;
        private readonly SectionRanker ranker;
        private readonly IDbContextFactory<HartwoodDbContext> databases;

        public Instance(IDbContextFactory<HartwoodDbContext> databases)
        {
            this.databases = databases;
            unitOfWork = new(databases, new StorageOptions(), new Outbox(TimeProvider.System));
            var shipped = ShippedPolicies.Load(Content("Policies"));
            Library = new([.. shipped.Policies.Select(policy => policy.Document)]);
            ranker = new(Trained(Library, LearningRun.Alone));
            TakeOver = new(unitOfWork, shipped, TimeProvider.System);
            Policies = new(unitOfWork, Library, [new(Prepare) { Improve = Improve }], TimeProvider.System);
            Drafts = new(unitOfWork, Library, [], TimeProvider.System);
            Publishing = new(
                unitOfWork,
                Drafts,
                Policies,
                new StaffOptions { PracticeManagers = [Manager] },
                new Audit(unitOfWork, TimeProvider.System, NullLogger<Audit>.Instance),
                TimeProvider.System
            );
        }

        public PolicyLibrary Library { get; }

        public TakeOverShippedPolicies TakeOver { get; }

        public PoliciesInForce Policies { get; }

        public PolicyDrafts Drafts { get; }

        public PublishPolicy Publishing { get; }

        public Waited Slowest { get; set; }

        public int Asked { get; private set; }

        public bool Live(PolicyVersion version) => Library.Document(version.PolicySlug)?.Number == version.Number;

        public async Task LookAsync(CancellationToken cancellationToken)
        {
            await using var changes = new DatabaseChanges(databases);
            while (!cancellationToken.IsCancellationRequested)
            {
                await Task.Delay(LooksEvery, TimeProvider.System, CancellationToken.None);
                if (await changes.SinceLastLookAsync(default))
                {
                    await Policies.RefreshAsync(default);
                }
            }
        }

        public async Task AskAsync(CancellationToken cancellationToken)
        {
            while (!cancellationToken.IsCancellationRequested)
            {
                var (clock, paused) = (Stopwatch.GetTimestamp(), GC.GetTotalPauseDuration());
                var begun = await Task.Run(
                    () =>
                    {
                        var now = Stopwatch.GetTimestamp();
                        ranker.Rank("can i put a photo of reception on my instagram", 3);
                        return now;
                    },
                    CancellationToken.None
                );
                var waited = new Waited(
                    Stopwatch.GetElapsedTime(clock).TotalMilliseconds,
                    Stopwatch.GetElapsedTime(clock, begun).TotalMilliseconds,
                    (GC.GetTotalPauseDuration() - paused).TotalMilliseconds
                );
                Slowest = waited.Total > Slowest.Total ? waited : Slowest;
                Asked++;
                await Task.Delay(BetweenQuestions, TimeProvider.System, CancellationToken.None);
            }
        }

        public void Dispose()
        {
            Policies.Dispose();
            unitOfWork.Dispose();
        }

        private Action Prepare(PolicyLibrary next)
        {
            var same = ranker.Follow(next);
            return () => ranker.Replace(same);
        }

        private Action Improve(PolicyLibrary next, CancellationToken stopped)
        {
            var trained = Trained(next, LearningRun.BesideQuestions(stopped));
            return () => ranker.Replace(trained);
        }

        private static TrainedRanker Trained(PolicyLibrary library, LearningRun run) =>
            new(
                library,
                PhrasingBank.LoadWhatFits(Content("Phrasings"), library, Content("About-the-bot")),
                Lexicon.Load(Content("lexicon.txt")),
                new EngineSettings(),
                run
            );
    }
}
