using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Storage;
using HartwoodPolicyBot.Core.Training;
using HartwoodPolicyBot.Testing;
using HartwoodPolicyBot.Tests.Cards;
using HartwoodPolicyBot.Tests.Incidents;
using Microsoft.Extensions.DependencyInjection;

namespace HartwoodPolicyBot.Tests.Training;

/// <summary>Somebody who was marked as having left comes back.</summary>
public sealed class SetAsideTests
{
    private const string Sam = "33333333-cccc-4000-8000-000000000001";

    public static TheoryData<StorageProvider> Providers => [StorageProvider.Sqlite, StorageProvider.PostgreSql];

    [Fact]
    public async Task Somebody_marked_as_having_left_hears_of_no_training_until_a_practice_manager_brings_them_back()
    {
        await using var practice = await Practice.OpenAsync();
        var manager = practice.Personal(Practice.ManagerId);
        await manager.SayAsync("hello");
        var sam = new Chat(practice.Bot, "personal")
        {
            Person = $"29:{Sam}",
            Conversation = "a:sam",
            Name = "Sam",
        };
        await InstallAsync(sam, "add");
        await practice
            .Bot.Services.GetRequiredService<MarkStaffAsLeft>()
            .MarkAsync(PersonId.Of(Practice.ManagerId), PersonId.Of(Sam), true, default);
        await InstallAsync(sam, "remove");
        practice.Bot.Time.Advance(TimeSpan.FromDays(400));
        var before = manager.Sent.Count;

        foreach (var action in new[] { "add", "remove", "add" })
        {
            await InstallAsync(sam, action);
        }

        await practice.DeliveredAsync();
        Assert.DoesNotContain(
            CardReader.Texts(Practice.CardOf(sam.Sent[^1])),
            text => text.Contains("training", StringComparison.OrdinalIgnoreCase)
        );
        Assert.Equal(before + 1, manager.Sent.Count);
        var told = Practice.CardOf(manager.Sent[^1]);
        CardRules.Hold(told);
        Assert.Equal("Sam has added me again, but is marked as having left", CardReader.Texts(told)[0]);

        var person = await manager.FillAsync(CardReader.Button(told, "See training"));
        var back = await manager.FillAsync(CardReader.Button(person, "Bring back"));
        Assert.Contains("Next due: Induction training, due on 11 January 2028 (in 14 days)", CardReader.Texts(back));
    }

    [Fact]
    public async Task A_notice_that_waited_until_they_were_brought_back_is_not_sent()
    {
        await using var practice = await Practice.OpenAsync();
        var sam = new Chat(practice.Bot, "personal")
        {
            Person = $"29:{Sam}",
            Conversation = "a:sam",
            Name = "Sam",
        };
        await InstallAsync(sam, "add");
        var leaving = practice.Bot.Services.GetRequiredService<MarkStaffAsLeft>();
        await leaving.MarkAsync(PersonId.Of(Practice.ManagerId), PersonId.Of(Sam), true, default);
        await InstallAsync(sam, "remove");
        await InstallAsync(sam, "add");
        await practice.DeliveredAsync();
        await leaving.MarkAsync(PersonId.Of(Practice.SecondId), PersonId.Of(Sam), false, default);

        // The bot did not know the practice manager's chat until now.
        var manager = practice.Personal(Practice.ManagerId);
        await manager.SayAsync("hello");
        await practice.DeliveredAsync();

        Assert.Single(manager.Sent);
    }

    [Fact]
    public async Task Somebody_who_adds_the_bot_again_after_the_due_day_reads_when_it_was_due()
    {
        await using var bot = await BotHost.StartAsync();
        var chat = bot.Chat();
        await InstallAsync(chat, "add");
        await InstallAsync(chat, "remove");
        bot.Time.Advance(TimeSpan.FromDays(21));

        await InstallAsync(chat, "add");

        Assert.Contains(
            CardReader.Texts(Practice.CardOf(chat.Sent[^1])),
            text => text.StartsWith("Your induction training on this policy was due by 7 December 2026.", StringComparison.Ordinal)
        );
    }

    [SkippableTheory]
    [MemberData(nameof(Providers))]
    public async Task Somebody_brought_back_gets_the_full_induction_time_unless_they_left_by_mistake_the_same_day(StorageProvider provider)
    {
        await using var host = await TrainingTestHost.CreateAsync(provider);
        await host.JoinAsync("priya");
        host.GoTo(new(2026, 12, 9), 10);
        await SetAsideAsync(true);
        await SetAsideAsync(false);
        Assert.Equal(new DateOnly(2026, 12, 7), await DueOnAsync());

        await SetAsideAsync(true);
        host.GoTo(new(2027, 12, 1), 10);
        await SetAsideAsync(false);

        Assert.Equal(new DateOnly(2027, 12, 15), await DueOnAsync());
        await host.One.PlanDueAsync();
        Assert.Equal(("priya", new DateOnly(2027, 12, 1)), (await host.RemindedAsync())[^1]);
        Assert.NotEmpty(await host.One.Status.ToldTodayAsync(PersonId.Of("priya"), default));

        async Task SetAsideAsync(bool aside) =>
            Assert.Null(await host.One.Leaving.MarkAsync(PersonId.Of(TrainingTestHost.Manager), PersonId.Of("priya"), aside, default));
        async Task<DateOnly> DueOnAsync() => (await host.One.Training.LookAsync(PersonId.Of("priya"), default)).Open.Single().DueOn;
    }

    private static async Task InstallAsync(Chat chat, string action)
    {
        var update = chat.Activity("installationUpdate");
        update["action"] = action;
        await chat.SendAsync(update);
    }
}
