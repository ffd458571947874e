using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.ManagerQuestions;
using HartwoodPolicyBot.Testing;
using HartwoodPolicyBot.Tests.Incidents;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HartwoodPolicyBot.Tests.ManagerQuestions;

/// <summary>No manager question is overlooked, and no answer is lost.</summary>
public sealed class OverlookedTests
{
    private const string Reply = "Ask Sandra, she has the keys";

    [Fact]
    public async Task Without_a_channel_the_question_is_kept_and_each_manager_can_answer_it_in_their_chat()
    {
        await using var host = await ManagerQuestionTestHost.OpenAsync(withChannel: false);
        await host.Manager.SayAsync("gaps");
        var priya = host.Staff();

        var receipt = await ManagerQuestionTestHost.AskAsync(priya);
        var told = await ToldAsync(host, host.Manager, "Question from Priya Shah");
        var card = await host.Manager.FillAsync(told.Button("Answer question"));
        await host.Manager.FillAsync(CardReader.Button(card, "Send answer"), ManagerQuestionTestHost.Filled(Reply));

        Assert.Equal("Saved for the practice manager", receipt.Texts[0]);
        Assert.Contains(receipt.Texts, text => text.StartsWith("There's no channel for questions yet.", StringComparison.Ordinal));
        Assert.Contains(
            (await priya.SayAsync("my questions")).Texts,
            text => text.StartsWith("You have no questions waiting", StringComparison.Ordinal)
        );
        Assert.Contains(told.Texts, text => text.Contains(ManagerQuestionTestHost.Uncovered, StringComparison.Ordinal));
        Assert.Equal(
            2,
            await host.Bot.ReadAsync(database => database.Deliveries.CountAsync(row => row.Kind == ManagerQuestionDeliveryKinds.NoChannel))
        );
        await ToldAsync(host, priya, "The practice manager has answered");
    }

    [Fact]
    public async Task Managers_are_not_told_late_that_there_is_no_channel_if_one_was_chosen_since()
    {
        await using var host = await ManagerQuestionTestHost.OpenAsync(withChannel: false);
        await ManagerQuestionTestHost.AskAsync(host.Staff());
        await host.Practice.DeliveredAsync();
        await host.Channel.MentionAsync("use this channel");
        await host.CardAsync();

        var second = host.Practice.Personal(Practice.SecondId);
        await second.SayAsync("gaps");
        await host.Practice.DeliveredAsync();

        Assert.DoesNotContain(second.Sent, sent => sent.Body.GetRawText().Contains("Question from Priya Shah", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_withdrawn_question_is_taken_out_of_each_managers_chat_and_never_reaches_a_channel_chosen_later()
    {
        await using var host = await ManagerQuestionTestHost.OpenAsync(withChannel: false);
        await host.Manager.SayAsync("gaps");
        var priya = host.Staff();
        var receipt = await ManagerQuestionTestHost.AskAsync(priya);
        await ToldAsync(host, host.Manager, "Question from Priya Shah");

        await priya.FillAsync(receipt.Button("Withdraw question"));
        await host.Practice.DeliveredAsync();
        await host.Channel.MentionAsync("use this channel");
        await host.Practice.DeliveredAsync();

        var edited = host.Manager.Sent.Last(sent => sent.Method == "PUT").Body.GetRawText();
        Assert.Contains("has withdrawn this question", edited, StringComparison.Ordinal);
        Assert.DoesNotContain("Priya", edited, StringComparison.Ordinal);
        Assert.Empty(host.CardsInChannel());
    }

    [Fact]
    public async Task A_withdrawn_question_is_taken_out_of_its_reminder_too()
    {
        await using var host = await ManagerQuestionTestHost.OpenAsync();
        var priya = host.Staff();
        var receipt = await ManagerQuestionTestHost.AskAsync(priya);
        await host.CardAsync();
        host.Bot.Time.Advance(TimeSpan.FromDays(2));
        await host.Bot.Services.GetRequiredService<ManagerQuestionNudges>().PlanDueAsync(default);
        await host.Practice.DeliveredAsync();

        await priya.FillAsync(receipt.Button("Withdraw question"));
        await host.Practice.DeliveredAsync();

        var edits = host.Bot.Teams.Requests.Where(request => request.Method == "PUT").Select(request => request.Body.GetRawText()).ToList();
        Assert.Equal(2, edits.Count);
        Assert.All(edits, edit => Assert.DoesNotContain("Priya", edit, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_unanswered_question_gets_one_reminder_in_its_thread_after_a_working_day()
    {
        await using var host = await ManagerQuestionTestHost.OpenAsync();
        await ManagerQuestionTestHost.AskAsync(host.Staff(), "when is the flu clinic rota out");
        await host.AnswerAsync("On Friday.");
        await ManagerQuestionTestHost.AskAsync(host.Staff());
        await host.Practice.DeliveredAsync();
        var nudges = host.Bot.Services.GetRequiredService<ManagerQuestionNudges>();

        host.Bot.Time.Advance(TimeSpan.FromHours(23));
        Assert.Equal(0, await nudges.PlanDueAsync(default));
        host.Bot.Time.Advance(TimeSpan.FromHours(2));
        Assert.Equal(1, await nudges.PlanDueAsync(default));
        Assert.Equal(0, await nudges.PlanDueAsync(default));
        await host.Practice.DeliveredAsync();
        host.Bot.Time.Advance(TimeSpan.FromDays(9));
        Assert.Equal(0, await nudges.PlanDueAsync(default));

        var nudge = Assert.Single(
            host.Bot.Teams.Requests,
            request => request.Body.ToString().Contains("Still waiting for an answer", StringComparison.Ordinal)
        );
        Assert.Contains("messageid=", Uri.UnescapeDataString(nudge.Path), StringComparison.Ordinal);
        Assert.Contains(ManagerQuestionTestHost.Uncovered, nudge.Body.GetRawText(), StringComparison.Ordinal);
        var card = await host.Channel.FillAsync(CardReader.Button(Practice.CardOf(nudge), "Answer question"));
        Assert.Contains("Send answer", CardReader.Actions(card).Select(action => action.GetProperty("title").GetString()));
    }

    [Fact]
    public async Task A_delayed_reminder_is_not_sent_once_the_question_is_answered()
    {
        await using var host = await ManagerQuestionTestHost.OpenAsync(withChannel: false);
        var priya = host.Staff();
        var receipt = await ManagerQuestionTestHost.AskAsync(priya);
        host.Bot.Time.Advance(TimeSpan.FromDays(2));
        Assert.Equal(1, await host.Bot.Services.GetRequiredService<ManagerQuestionNudges>().PlanDueAsync(default));
        await priya.FillAsync(receipt.Button("Withdraw question"));

        await host.Channel.MentionAsync("use this channel");
        await host.Practice.DeliveredAsync();

        Assert.DoesNotContain(
            host.Bot.Teams.Requests,
            request => request.Body.ToString().Contains("Still waiting for an answer", StringComparison.Ordinal)
        );
        Assert.Equal(
            DeliveryState.Dropped,
            await host.Bot.ReadAsync(database =>
                database.Deliveries.Where(row => row.Kind == ManagerQuestionDeliveryKinds.Nudge).Select(row => row.State).SingleAsync()
            )
        );
    }

    [Fact]
    public async Task Open_questions_are_looked_at_every_minute()
    {
        await using var bot = new BotHost { HasClocks = true };
        await bot.InitializeAsync();
        await ManagerQuestionTestHost.AskAsync(new Chat(bot, "personal"));
        var planned = bot.Log.Next(line => line.Contains("Reminders of unanswered manager questions planned", StringComparison.Ordinal));

        bot.Time.Sleep(TimeSpan.FromHours(25));

        Assert.True(await bot.Time.AdvanceUntilAsync(() => planned.IsCompleted, TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public async Task A_managers_reply_in_a_questions_thread_comes_back_in_the_answer_box_ready_to_send()
    {
        await using var host = await ManagerQuestionTestHost.OpenAsync();
        var priya = host.Staff();
        await ManagerQuestionTestHost.AskAsync(priya);
        var thread = await ThreadAsync(host);

        var back = await thread.MentionAsync(Reply);

        Assert.Contains(ManagerQuestionRefusals.InThread.Sentence, back.Texts);
        Assert.DoesNotContain("Ask the practice manager", back.Buttons);
        Assert.Equal(1, await host.Bot.ReadAsync(database => database.Questions.CountAsync()));
        Assert.Equal(
            Reply,
            CardReader
                .Nodes(back.Card)
                .First(node => node.TryGetProperty("id", out var id) && id.GetString() == "text")
                .GetProperty("value")
                .GetString()
        );
        await thread.FillAsync(back.Button("Send answer"), ManagerQuestionTestHost.Filled(Reply));
        Assert.Contains(Reply, (await ToldAsync(host, priya, "The practice manager has answered")).Texts);
        var late = await thread.MentionAsync("and bring it back please");
        Assert.Contains(ManagerQuestionRefusals.InSettledThread.Sentence, late.Texts);
        Assert.Contains("and bring it back please", late.Texts);
    }

    [Fact]
    public async Task The_card_says_that_a_reply_in_the_thread_does_not_reach_the_asker()
    {
        await using var host = await ManagerQuestionTestHost.OpenAsync();
        await ManagerQuestionTestHost.AskAsync(host.Staff());

        Assert.Contains("Please reply in this box. Priya Shah won't see replies in the thread.", CardReader.Texts(await host.CardAsync()));
    }

    [Fact]
    public async Task Outside_a_questions_thread_a_manager_is_told_how_to_answer_and_staff_are_answered_as_usual()
    {
        await using var host = await ManagerQuestionTestHost.OpenAsync();
        await ManagerQuestionTestHost.AskAsync(host.Staff());
        var thread = await ThreadAsync(host);

        var refusal = await host.Channel.MentionAsync(Reply);
        var covered = await host.Channel.MentionAsync(ManagerQuestionTestHost.Covered);
        var ofStaff = await host.InChannel("somebody", "Tom Field").MentionAsync(ManagerQuestionTestHost.Uncovered);
        var help = await thread.MentionAsync("help");
        var elsewhere = await new Chat(host.Bot, "channel")
        {
            Person = $"29:{Practice.ManagerId}",
            Conversation = "19:other@thread.tacv2",
        }.MentionAsync(ManagerQuestionTestHost.Uncovered);

        Assert.DoesNotContain("Ask the practice manager", refusal.Buttons);
        Assert.Contains(refusal.Texts, text => text.StartsWith("Are you replying to someone?", StringComparison.Ordinal));
        Assert.NotEmpty(covered.Cited);
        Assert.Contains("Ask the practice manager", ofStaff.Buttons);
        Assert.Equal("What I can do", help.Texts[0]);
        Assert.Contains("Ask the practice manager", elsewhere.Buttons);
    }

    /// <summary>Returns the practice manager in the thread of the question's card.</summary>
    private static async Task<Chat> ThreadAsync(ManagerQuestionTestHost host)
    {
        await host.CardAsync();
        var thread = await host.Bot.ReadAsync(database =>
            database.Deliveries.Where(row => row.Kind == ManagerQuestionDeliveryKinds.Card).Select(row => row.ConversationId).SingleAsync()
        );
        Assert.Contains(";messageid=", thread, StringComparison.Ordinal);
        return new Chat(host.Bot, "channel")
        {
            Person = $"29:{Practice.ManagerId}",
            Conversation = thread!,
            Name = "Margaret Ellis",
        };
    }

    private static async Task<Reply> ToldAsync(ManagerQuestionTestHost host, Chat chat, string title)
    {
        var sent = await host.Bot.Teams.ArrivedAsync(request =>
            request.Path.Contains(chat.Conversation, StringComparison.Ordinal)
            && request.Body.GetRawText().Contains($"\"{title}\"", StringComparison.Ordinal)
        );
        return new(sent.Body, sent);
    }
}
