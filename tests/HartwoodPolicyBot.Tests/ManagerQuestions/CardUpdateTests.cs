using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.ManagerQuestions;
using HartwoodPolicyBot.Core.Storage;
using HartwoodPolicyBot.Testing;
using HartwoodPolicyBot.Tests.Incidents;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HartwoodPolicyBot.Tests.ManagerQuestions;

/// <summary>The practice manager's card of a question is updated with the outcome without anybody asking.</summary>
public sealed class CardUpdateTests
{
    private const string HasIt = "Delivered to Priya Shah.";
    private const string Unreachable = "I can't reach Priya Shah: they've removed me or left. I've saved the answer for them.";

    [Fact]
    public async Task The_card_shows_once_that_the_answer_arrived_even_with_a_second_instance_or_a_restart()
    {
        await using var host = await ManagerQuestionTestHost.OpenAsync();
        await ManagerQuestionTestHost.AskAsync(host.Staff());
        await host.CardAsync();
        Assert.Equal(0, await LookAsync(host));
        host.Bot.Time.Advance(TimeSpan.FromHours(3));
        await host.AnswerAsync("Ask Sandra.");

        await LookAsync(host);

        Assert.Contains(HasIt, CardReader.Texts(await host.CardAsync()));
        Assert.Equal(0, await LookAsync(host));
        Assert.Equal(0, await AnotherInstance(host).AfterDeliveryAsync(default));
    }

    [Fact]
    public async Task The_card_shows_that_the_asker_has_left_and_later_that_they_got_the_answer()
    {
        await using var host = await ManagerQuestionTestHost.OpenAsync();
        var priya = host.Staff();
        await ManagerQuestionTestHost.AskAsync(priya);
        await host.CardAsync();
        host.Bot.Teams.Answer = (request, _) =>
            request.Path.Contains(Uri.EscapeDataString(priya.Conversation), StringComparison.Ordinal)
            || request.Path.Contains(priya.Conversation, StringComparison.Ordinal)
                ? Results.Json(new { error = new { code = "MessageWritesBlocked" } }, statusCode: 403)
                : null;
        await host.AnswerAsync("Ask Sandra.");

        await LookAsync(host);
        Assert.Contains(Unreachable, CardReader.Texts(await host.CardAsync()));
        Assert.Equal(0, await LookAsync(host));

        host.Bot.Teams.Answer = (_, _) => null;
        host.Bot.Time.Advance(TimeSpan.FromDays(40));
        await LookAsync(host);
        host.Bot.Time.Advance(TimeSpan.FromHours(3));
        await priya.SayAsync("hi");
        await host.Practice.DeliveredAsync();
        await LookAsync(host);

        Assert.Contains(HasIt, CardReader.Texts(await host.CardAsync()));
        Assert.Equal(0, await LookAsync(host));
    }

    [Fact]
    public async Task At_its_start_the_bot_updates_cards_whose_delivery_ended_at_any_time_before()
    {
        await using var host = await ManagerQuestionTestHost.OpenAsync();
        await ManagerQuestionTestHost.AskAsync(host.Staff());
        await host.AnswerAsync("Ask Sandra.");
        host.Bot.Time.Advance(TimeSpan.FromDays(20));

        await AnotherInstance(host).AfterDeliveryAsync(default);

        Assert.Contains(HasIt, CardReader.Texts(await host.CardAsync()));
    }

    [Fact]
    public async Task Cards_to_update_are_looked_for_every_minute()
    {
        await using var bot = new BotHost { HasClocks = true };
        await bot.InitializeAsync();
        var priya = new Chat(bot, "personal");
        var receipt = await ManagerQuestionTestHost.AskAsync(priya);
        Assert.NotEmpty(receipt.Texts);

        // The card has no channel to go to. Once the bot has seen that, it leaves the row alone.
        await Practice.DeliveredAsync(bot);
        var looked = bot.Log.Next(line => line.Contains("Cards of manager questions updated", StringComparison.Ordinal));
        var (card, answer) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await using (var database = await bot.Services.GetRequiredService<IDbContextFactory<HartwoodDbContext>>().CreateDbContextAsync())
        {
            var question = await database.ManagerQuestions.SingleAsync();
            (question.Answer, question.AnsweredAt, question.AnsweredBy, question.AnsweredTogether) = (
                "Ask Sandra.",
                bot.Time.GetUtcNow(),
                "Margaret Ellis",
                answer
            );
            var outbox = bot.Services.GetRequiredService<Outbox>();
            var told = outbox.Plan(
                ManagerQuestionDeliveryKinds.AnswerKey(answer, PersonId.Of(question.AskerId)),
                ManagerQuestionDeliveryKinds.Answer,
                answer,
                0,
                Recipient.Person(PersonId.Of(question.AskerId)),
                1
            );
            told.State = DeliveryState.Stopped;
            database.Deliveries.Add(told);
            (await database.Deliveries.SingleAsync(row => row.Kind == ManagerQuestionDeliveryKinds.Card)).State = DeliveryState.Sent;
            await database.SaveChangesAsync();
        }

        Assert.True(await bot.Time.AdvanceUntilAsync(() => looked.IsCompleted, TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public async Task A_question_that_is_opened_from_the_list_leads_back_and_speaks_of_no_thread()
    {
        await using var host = await ManagerQuestionTestHost.OpenAsync();
        await ManagerQuestionTestHost.AskAsync(host.Staff());
        var list = await host.Manager.SayAsync("unanswered");

        var card = await host.Manager.FillAsync(CardReader.Actions(list.Card)[0]);
        var back = await host.Manager.FillAsync(CardReader.Button(card, "Go back to list"));

        Assert.DoesNotContain("thread", string.Join(' ', CardReader.Texts(card)), StringComparison.Ordinal);
        Assert.Equal("Unanswered questions", CardReader.Texts(back)[0]);
        Assert.Contains("in the thread", string.Join(' ', CardReader.Texts(await host.CardAsync())), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_saved_answer_that_is_corrected_or_removed_changes_the_card_it_came_from()
    {
        await using var host = await ManagerQuestionTestHost.OpenAsync();
        await ManagerQuestionTestHost.AskAsync(host.Staff());
        await host.AnswerAsync("Ask Sandra, room 4.", always: true);
        Assert.Contains("I'll give this answer to anyone who asks the same.", CardReader.Texts(await host.CardAsync()));

        var one = await host.Manager.FillAsync((await host.Manager.SayAsync("answers")).Button(ManagerQuestionTestHost.Uncovered));
        var change = await host.Manager.FillAsync(CardReader.Button(one, "Change answer"));
        var saved = await host.Manager.FillAsync(
            CardReader.Button(change, "Save answer"),
            new() { ["asked"] = ManagerQuestionTestHost.Uncovered, ["text"] = "Ask Tom, room 9." }
        );
        var corrected = await host.CardAsync();
        var sure = await host.Manager.FillAsync(CardReader.Button(saved, "Delete answer"));
        await host.Manager.FillAsync(CardReader.Button(sure, "Delete answer"));
        var removed = await host.CardAsync();

        Assert.Contains("Ask Sandra, room 4.", CardReader.Texts(corrected));
        Assert.Contains(
            CardReader.Texts(corrected),
            text => text.StartsWith("Margaret Ellis updated it on 23 November 2026", StringComparison.Ordinal)
        );
        Assert.Contains("Ask Tom, room 9.", CardReader.Texts(corrected));
        Assert.Contains("I no longer give this answer to others.", CardReader.Texts(removed));
        Assert.DoesNotContain("Ask Tom, room 9.", CardReader.Texts(removed));
    }

    private static Task<int> LookAsync(ManagerQuestionTestHost host) =>
        host.Bot.Services.GetRequiredService<ManagerQuestionCardUpdates>().AfterDeliveryAsync(default);

    /// <summary>Creates the card updates of another instance, or of this one after a restart: it has not looked for cards yet.</summary>
    private static ManagerQuestionCardUpdates AnotherInstance(ManagerQuestionTestHost host) =>
        new(host.Bot.Services.GetRequiredService<UnitOfWork>(), host.Bot.Services.GetRequiredService<Outbox>(), host.Bot.Time);
}
