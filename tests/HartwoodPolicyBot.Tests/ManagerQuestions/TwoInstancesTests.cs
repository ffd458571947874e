using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.ManagerQuestions;
using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.Privacy;
using HartwoodPolicyBot.Core.QuestionLog;
using HartwoodPolicyBot.Core.Search;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Core.Storage;
using HartwoodPolicyBot.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace HartwoodPolicyBot.Tests.ManagerQuestions;

/// <summary>Two instances of the bot on one database do everything once, even when both do it at the same time.</summary>
public sealed class TwoInstancesTests
{
    private const int Rounds = 5;

    public static TheoryData<StorageProvider> Providers => [StorageProvider.Sqlite, StorageProvider.PostgreSql];

    [SkippableTheory]
    [MemberData(nameof(Providers))]
    public async Task One_question_gets_one_answer_and_one_message_whichever_way_managers_answer_it(StorageProvider provider)
    {
        await using var host = await TwoInstances.CreateAsync(provider);
        for (var round = 0; round < Rounds; round++)
        {
            var question = await host.AskAsync(round);
            var group = (await host.One.Unanswered.NowAsync(default)).Groups.Single(group => group.Questions.Contains(question.QuestionId));

            await Task.WhenAll(
                host.One.Answering.AnswerAsync(new(PersonId.Of("m"), "Margaret"), new(question.Id), new("By one.", null, true), default),
                host.Two.Answering.AnswerAsync(new(PersonId.Of("n"), "Nora"), new(question.Id), new("By two.", null, true), default),
                host.Two.AnsweringGroup.AnswerAsync(new(PersonId.Of("n"), "Nora"), group, new("By the group.", null), default),
                host.One.Answering.GiveAlwaysAsync(new(PersonId.Of("m"), "Margaret"), new(question.Id), default),
                host.Two.Answering.GiveAlwaysAsync(new(PersonId.Of("n"), "Nora"), new(question.Id), default)
            );

            await using var database = host.Database.Open();
            var answered = await database.ManagerQuestions.SingleAsync(row => row.Id == question.Id);
            Assert.NotNull(answered.Answer);
            Assert.Equal(
                1,
                await database.Deliveries.CountAsync(row =>
                    row.Kind == ManagerQuestionDeliveryKinds.Answer
                    && row.Place == Recipient.Person(PersonId.Of(answered.AskerId))
                    && row.Subject == answered.AnsweredTogether
                )
            );
            Assert.Equal(round + 1, await database.Deliveries.CountAsync(row => row.Kind == ManagerQuestionDeliveryKinds.Answer));
            Assert.All(
                await database.ManagerAnswers.GroupBy(answer => answer.Text).Select(same => same.Count()).ToListAsync(),
                count => Assert.InRange(count, 1, round + 1)
            );
        }
    }

    [SkippableTheory]
    [MemberData(nameof(Providers))]
    public async Task A_question_is_answered_or_withdrawn_but_not_both(StorageProvider provider)
    {
        await using var host = await TwoInstances.CreateAsync(provider);
        for (var round = 0; round < Rounds; round++)
        {
            var question = await host.AskAsync(round);

            var results = await Task.WhenAll(
                host.One.Answering.AnswerAsync(new(PersonId.Of("m"), "Margaret"), new(question.Id), new("An answer.", null), default),
                host.Two.Change.WithdrawAsync(new(question.Id), PersonId.Of(question.AskerId), default)
            );

            await using var database = host.Database.Open();
            var now = await database.ManagerQuestions.SingleAsync(row => row.Id == question.Id);
            Assert.NotEqual(now.Answer is null, now.TakenBackAt is null);
            Assert.Equal(now.Answer is not null, results[0].Refusal is null);
            Assert.Equal(
                now.Answer is null ? 0 : 1,
                await database.Deliveries.CountAsync(row =>
                    row.Kind == ManagerQuestionDeliveryKinds.Answer && row.Subject == now.AnsweredTogether
                )
            );
        }
    }

    [SkippableTheory]
    [MemberData(nameof(Providers))]
    public async Task Either_instance_finds_a_card_that_does_not_show_yet_that_the_answer_arrived(StorageProvider provider)
    {
        await using var host = await TwoInstances.CreateAsync(provider);
        Assert.Equal((0, 0), (await host.One.Updates.AfterDeliveryAsync(default), await host.Two.Updates.AfterDeliveryAsync(default)));
        host.Time.Advance(TimeSpan.FromHours(3));
        var question = await host.AskAsync(0);
        await host.One.Answering.AnswerAsync(new(PersonId.Of("m"), "Margaret"), new(question.Id), new("An answer.", null), default);
        await SentAsync(ManagerQuestionDeliveryKinds.Card, ManagerQuestionDeliveryKinds.CardVersion(2, DeliveryState.Waiting));
        await SentAsync(ManagerQuestionDeliveryKinds.Answer, 1);

        Assert.InRange(
            (await Task.WhenAll(host.One.Updates.AfterDeliveryAsync(default), host.Two.Updates.AfterDeliveryAsync(default))).Sum(),
            1,
            2
        );
        await using (var database = host.Database.Open())
        {
            Assert.Equal(
                (DeliveryState.Waiting, 2),
                (
                    await database
                        .Deliveries.Where(row => row.Kind == ManagerQuestionDeliveryKinds.Card)
                        .Select(row => row.State)
                        .SingleAsync(),
                    await database.ManagerQuestions.Select(row => row.Version).SingleAsync()
                )
            );
        }

        await SentAsync(ManagerQuestionDeliveryKinds.Card, ManagerQuestionDeliveryKinds.CardVersion(2, DeliveryState.Sent));
        Assert.Equal((0, 0), (await host.One.Updates.AfterDeliveryAsync(default), await host.Two.Updates.AfterDeliveryAsync(default)));

        async Task SentAsync(string kind, int shown)
        {
            var now = host.Time.GetUtcNow();
            await using var database = host.Database.Open();
            await database
                .Deliveries.Where(row => row.Kind == kind)
                .ExecuteUpdateAsync(set =>
                    set.SetProperty(row => row.State, DeliveryState.Sent)
                        .SetProperty(row => row.Shown, shown)
                        .SetProperty(row => row.DueAt, now)
                );
        }
    }

    [SkippableTheory]
    [MemberData(nameof(Providers))]
    public async Task The_same_question_is_sent_once_and_deleted_with_its_messages_after_its_retention_period(StorageProvider provider)
    {
        await using var host = await TwoInstances.CreateAsync(provider);
        var question = await host.AskAsync(0, hasChannel: false);
        var asker = new PersonInChat(PersonId.Of(question.AskerId), "Priya", "https://example.com/", "a:1");
        await Task.WhenAll(
            host.One.Submit.SendAsync(new(question.QuestionId), asker, false, default),
            host.Two.Submit.SendAsync(new(question.QuestionId), asker, false, default)
        );
        host.Time.Advance(TimeSpan.FromDays(2));
        Assert.Equal(1, (await Task.WhenAll(host.One.Nudges.PlanDueAsync(default), host.Two.Nudges.PlanDueAsync(default))).Sum());
        await host.One.Answering.AnswerAsync(new(PersonId.Of("m"), "Margaret"), new(question.Id), new("An answer.", null), default);
        await Task.WhenAll(
            host.One.Submit.SendAgainAsync(new(question.Id), asker, true, default),
            host.Two.Submit.SendAgainAsync(new(question.Id), asker, true, default)
        );
        var retention = new ManagerQuestionRetention(new BatchedDeletion(host.UnitOfWork), new PrivacyOptions());

        await using (var database = host.Database.Open())
        {
            Assert.Equal((2, 6), (await database.ManagerQuestions.CountAsync(), await database.Deliveries.CountAsync()));
            await host.One.Change.WithdrawAsync(
                new(await database.ManagerQuestions.Where(row => row.QuestionId == question.Id).Select(row => row.Id).SingleAsync()),
                asker.PersonId,
                default
            );
        }

        await retention.DeleteAsync(host.Time.GetUtcNow().AddDays(364), default);
        await using (var database = host.Database.Open())
        {
            Assert.Equal((2, 6), (await database.ManagerQuestions.CountAsync(), await database.Deliveries.CountAsync()));
        }

        await retention.DeleteAsync(host.Time.GetUtcNow().AddDays(366), default);
        await using (var database = host.Database.Open())
        {
            Assert.Equal((0, 0), (await database.ManagerQuestions.CountAsync(), await database.Deliveries.CountAsync()));
        }
    }

    private sealed class TwoInstances : IAsyncDisposable
    {
        private readonly List<IDisposable> instances = [];

        private TwoInstances(TestDatabase database)
        {
            Database = database;
            (One, Two) = (new(this), new(this));
            UnitOfWork = database.UnitOfWork(new Outbox(Time));
        }

        public TestDatabase Database { get; }

        public FakeTime Time { get; } = new();

        public UnitOfWork UnitOfWork { get; }

        public Instance One { get; }

        public Instance Two { get; }

        public static async Task<TwoInstances> CreateAsync(StorageProvider provider) => new(await TestDatabase.CreateAsync(provider));

        /// <summary>Asks a different question each time, which the bot refuses, and sends it to the practice manager.</summary>
        public async Task<ManagerQuestion> AskAsync(int number, bool hasChannel = true)
        {
            var logged = new LoggedQuestion
            {
                Id = Guid.NewGuid(),
                AskedAt = Time.GetUtcNow(),
                Text = $"{"confidentiality anonymity complaints training distribution".Split(' ')[number]}?",
                Verdict = AnswerVerdict.NotCovered,
                Sections = "",
                PolicyVersion = "",
            };
            await new QuestionLogWriter(UnitOfWork).RecordAsync(logged);
            return (
                await One.Submit.SendAsync(
                    new(logged.Id),
                    new(PersonId.Of($"asker-{number}"), "Priya", "https://example.com/", "a:1"),
                    hasChannel,
                    default
                )
            ).Question!;
        }

        public async ValueTask DisposeAsync()
        {
            instances.ForEach(instance => instance.Dispose());
            await Database.DisposeAsync();
        }

        public sealed class Instance
        {
            private static readonly Lazy<(SectionRanker Engine, QuestionVectors Vectors)> Shared = new(() =>
                (
                    new(Library, PhrasingBank.Empty, Lexicon.Empty, new EngineSettings()),
                    new(Lexicon.Empty, new(() => new WordRarity(["a", "b"], Lexicon.Empty)))
                )
            );

            public Instance(TwoInstances host)
            {
                var (engine, vectors) = Shared.Value;
                var answers = new SavedAnswers(host.Database, engine, vectors);
                host.instances.Add(answers);
                var staff = new StaffOptions { PracticeManagers = ["m", "n"] };
                var outbox = new Outbox(host.Time);
                var unit = host.Database.UnitOfWork(outbox);
                var audit = new Audit(unit, host.Time, NullLogger<Audit>.Instance);
                Submit = new(unit, outbox, engine, staff, host.Time);
                Change = new(unit, outbox, host.Time);
                Nudges = new(unit, outbox, host.Time);
                Updates = new(unit, outbox, host.Time);
                var settling = new SettleManagerQuestions(outbox, staff, host.Time);
                var editor = new SavedAnswerEditor(unit, answers, outbox, staff, audit, host.Time);
                Answering = new(unit, outbox, settling, editor, answers, staff, audit);
                AnsweringGroup = new(unit, settling, editor, answers, staff, audit);
                Unanswered = new(host.Database, engine, vectors, answers, host.Time);
            }

            public SubmitManagerQuestion Submit { get; }

            public ChangeManagerQuestion Change { get; }

            public ManagerQuestionNudges Nudges { get; }

            public ManagerQuestionCardUpdates Updates { get; }

            public AnswerManagerQuestion Answering { get; }

            public AnswerQuestionGroup AnsweringGroup { get; }

            public UnansweredQuestions Unanswered { get; }

            private static PolicyLibrary Library => PolicyLibrary.Load(Path.Combine(AppContext.BaseDirectory, "Content", "Policies"));
        }
    }
}
