using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Start;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Testing;
using HartwoodPolicyBot.Welcome;
using Microsoft.Extensions.DependencyInjection;

namespace HartwoodPolicyBot.Tests.Start;

/// <summary>Checks that the rehearsal of the commands after a start gives way to people.</summary>
public sealed class RehearsalTests
{
    [Fact]
    public async Task The_rehearsal_begins_only_when_the_person_who_writes_at_the_start_is_answered()
    {
        await using var bot = new RehearsingHost();
        await bot.InitializeAsync();
        var asked = bot.Chat().SayAsync(HeldCommand.Words);
        await bot.Command.Asked.Task;

        bot.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.False(bot.Command.Rehearsed.Task.IsCompleted);

        bot.Command.PersonMayBeAnswered.SetResult();
        Assert.NotEmpty((await asked).Texts);
        await bot.Time.RunAsync(bot.Command.Rehearsed.Task);
    }

    [Fact]
    public async Task A_person_who_writes_while_a_command_is_rehearsed_is_not_kept_waiting()
    {
        await using var bot = new RehearsingHost();
        await bot.InitializeAsync();
        await bot.Time.RunAsync(bot.Command.Rehearsed.Task);

        // The rehearsal is held in the middle of its first command, and would not end by itself.
        Assert.NotEmpty((await bot.Chat().SayAsync("help")).Texts);
        Assert.NotEmpty((await bot.Chat().SayAsync("can I add a patient on facebook")).Texts);
        Assert.False(bot.Command.RehearsalMayGoOn.Task.IsCompleted);
    }

    [Fact]
    public async Task What_is_rehearsed_reaches_neither_Teams_nor_the_database_of_the_practice()
    {
        await using var bot = new RehearsingHost();
        await bot.InitializeAsync();

        await bot.Time.RunAsync(bot.Command.Rehearsed.Task);

        Assert.Empty(bot.Teams.Requests);
        Assert.False(await bot.ReadAsync(database => Task.FromResult(database.Incidents.Any())));
        Assert.DoesNotContain(bot.Log.All, line => line.Contains("rehearsed", StringComparison.Ordinal));
    }

    private sealed class RehearsingHost : BotHost
    {
        public HeldCommand Command { get; } = new();

        protected override void Configure(IServiceCollection services)
        {
            services.AddHostedService<AfterStart>();

            // The first feature, so that its command is the first that is rehearsed.
            services.Insert(0, ServiceDescriptor.Singleton<IConversation>(Command));
        }
    }

    /// <summary>A command that the test answers when it likes, to the rehearsal and to people.</summary>
    private sealed class HeldCommand : IConversation
    {
        public const string Words = "hold the line";

        public TaskCompletionSource<bool> Rehearsed { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource RehearsalMayGoOn { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource Asked { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource PersonMayBeAnswered { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public IEnumerable<BotCommand> Commands => [new([Words], AnswerAsync)];

        public IEnumerable<CardVerb> Verbs => [];

        private async Task<TeamsActivity> AnswerAsync(ITurn turn, CancellationToken cancellationToken)
        {
            if (turn is RehearsedTurn)
            {
                Rehearsed.TrySetResult(true);
                await RehearsalMayGoOn.Task.WaitAsync(cancellationToken);
            }
            else
            {
                Asked.TrySetResult();
                await PersonMayBeAnswered.Task.WaitAsync(cancellationToken);
            }

            return SmallTalkCards.NothingToRead();
        }
    }
}
