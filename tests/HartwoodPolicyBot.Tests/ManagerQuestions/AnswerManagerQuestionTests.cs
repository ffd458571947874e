using HartwoodPolicyBot.Core.ManagerQuestions;
using HartwoodPolicyBot.Testing;
using HartwoodPolicyBot.Tests.Incidents;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Tests.ManagerQuestions;

/// <summary>The practice manager answers a question in its card.</summary>
public sealed class AnswerManagerQuestionTests
{
    private const string Answer = "Ask Sandra at reception. She has the keys.";

    [Fact]
    public async Task When_two_managers_answer_at_once_the_second_sees_the_first_answer_and_keeps_the_typed_text()
    {
        await using var host = await ManagerQuestionTestHost.OpenAsync();
        var priya = host.Staff();
        await ManagerQuestionTestHost.AskAsync(priya);
        var button = CardReader.Button(await host.CardAsync(), "Send answer");
        var both = new[]
        {
            (Chat: host.Channel, Text: "From the first"),
            (Chat: host.InChannel(Practice.SecondId, "Tom Field"), Text: "From the second"),
        };

        var cards = await Task.WhenAll(both.Select(one => one.Chat.FillAsync(button, ManagerQuestionTestHost.Filled(one.Text))));
        await host.Practice.DeliveredAsync();

        var counts = await host.Bot.ReadAsync(database => database.ManagerQuestions.Select(question => question.Answer).ToListAsync());
        var winner = both.Single(one => one.Text == Assert.Single(counts));
        var loser = cards[winner == both[0] ? 1 : 0];
        Assert.Contains(CardReader.Texts(loser), text => text.Contains("got there first", StringComparison.Ordinal));
        Assert.All(both, one => Assert.Contains(one.Text, CardReader.Texts(loser)));
        Assert.Single(priya.Sent, sent => sent.Body.GetRawText().Contains("The practice manager has answered", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(20_000, "That's too long, so I haven't sent it. Please keep it under 4,000 characters.")]
    [InlineData(0, "Please write the answer in a few words.")]
    public async Task An_answer_that_is_too_long_or_empty_is_refused_and_the_typed_text_is_kept(int length, string sentence)
    {
        await using var host = await ManagerQuestionTestHost.OpenAsync();
        await ManagerQuestionTestHost.AskAsync(host.Staff());
        var text = new string('a', length);

        var after = await host.AnswerAsync(text);

        Assert.Contains(sentence, CardReader.Texts(after));
        Assert.Equal(
            length > 0 ? text : null,
            CardReader.Nodes(after).First(node => node.TryGetProperty("id", out var id) && id.GetString() == "text") is var input
            && input.TryGetProperty("value", out var value)
                ? value.GetString()
                : null
        );
        Assert.Null(await host.Bot.ReadAsync(database => database.ManagerQuestions.Select(question => question.Answer).SingleAsync()));
    }

    [Fact]
    public async Task An_answer_with_a_number_must_be_checked_and_can_then_be_sent_unchanged()
    {
        await using var host = await ManagerQuestionTestHost.OpenAsync();
        var priya = host.Staff();
        await ManagerQuestionTestHost.AskAsync(priya);
        const string Text = "Ring the landlord on 0113 496 0999.";

        var again = await host.AnswerAsync(Text, always: true);
        Assert.Equal("yes", CardReader.Nodes(again).First(node => node.TryGetProperty("choices", out _)).GetProperty("value").GetString());
        var other = await host.Channel.FillAsync(
            CardReader.Button(again, "Send answer"),
            ManagerQuestionTestHost.Filled("Her number is 999 000 0018.")
        );
        var sent = await host.Channel.FillAsync(CardReader.Button(again, "Send answer"), ManagerQuestionTestHost.Filled(Text));

        Assert.Contains(
            "This looks like it contains a phone number. If it's a patient's, please take it out. Otherwise, send it again.",
            CardReader.Texts(again)
        );
        Assert.Contains(
            CardReader.Texts(other),
            text => text.StartsWith("This looks like it contains an NHS number.", StringComparison.Ordinal)
        );
        Assert.Contains(Text, CardReader.Texts(sent));
        Assert.DoesNotContain(CardReader.Actions(sent), action => action.GetProperty("title").GetString() == "Send answer");
    }

    [Fact]
    public async Task Staff_cannot_answer_and_the_attempt_is_in_the_audit()
    {
        await using var host = await ManagerQuestionTestHost.OpenAsync();
        await ManagerQuestionTestHost.AskAsync(host.Staff());
        var tom = host.InChannel("somebody", "Tom Field");

        await tom.ExecuteAsync(CardReader.Button(await host.CardAsync(), "Send answer"), ManagerQuestionTestHost.Filled(Answer));

        Assert.Equal(403, tom.Body.GetProperty("statusCode").GetInt32());
        Assert.True(
            await host.Bot.ReadAsync(database =>
                database.RefusedAttempts.AnyAsync(attempt => attempt.Action == "question-send" && attempt.PersonId == "somebody")
            )
        );
        Assert.Null(await host.Bot.ReadAsync(database => database.ManagerQuestions.Select(question => question.Answer).SingleAsync()));
    }

    [Fact]
    public async Task The_card_says_that_an_asker_who_left_was_not_reached()
    {
        await using var host = await ManagerQuestionTestHost.OpenAsync();
        var priya = host.Staff();
        await ManagerQuestionTestHost.AskAsync(priya);
        await host.CardAsync();
        host.Bot.Teams.Answer = (request, _) =>
            request.Path.Contains(Uri.EscapeDataString(priya.Conversation), StringComparison.Ordinal)
            || request.Path.Contains(priya.Conversation, StringComparison.Ordinal)
                ? Microsoft.AspNetCore.Http.Results.Json(new { error = new { code = "MessageWritesBlocked" } }, statusCode: 403)
                : null;

        var after = await host.AnswerAsync(Answer);
        var looked = await host.Channel.FillAsync(CardReader.Button(after, "Check delivery"));

        Assert.Contains("I can't reach Priya Shah: they've removed me or left. I've saved the answer for them.", CardReader.Texts(looked));
    }

    [Fact]
    public async Task A_second_tap_on_send_is_not_refused_and_a_different_text_is_kept()
    {
        await using var host = await ManagerQuestionTestHost.OpenAsync();
        await ManagerQuestionTestHost.AskAsync(host.Staff());
        var button = CardReader.Button(await host.CardAsync(), "Send answer");
        await host.Channel.FillAsync(button, ManagerQuestionTestHost.Filled(Answer));

        var twice = await host.Channel.FillAsync(button, ManagerQuestionTestHost.Filled(Answer));
        var other = await host.Channel.FillAsync(button, ManagerQuestionTestHost.Filled("On second thoughts."));

        Assert.DoesNotContain("What you wrote", CardReader.Texts(twice));
        Assert.Contains(ManagerQuestionRefusals.AnsweredByYou.Sentence, CardReader.Texts(other));
        Assert.Contains("On second thoughts.", CardReader.Texts(other));
    }

    [Fact]
    public async Task Deleting_my_data_does_not_lose_an_answer_that_is_not_delivered_yet()
    {
        await using var host = await ManagerQuestionTestHost.OpenAsync();
        var priya = host.Staff();
        await ManagerQuestionTestHost.AskAsync(priya);
        await host.CardAsync();
        host.Bot.Teams.Answer = (request, _) =>
            request.Path.Contains(priya.Conversation, StringComparison.Ordinal)
            && request.Body.GetRawText().Contains(Answer, StringComparison.Ordinal)
                ? Microsoft.AspNetCore.Http.Results.Json(new { error = new { code = "MessageWritesBlocked" } }, statusCode: 403)
                : null;
        await host.AnswerAsync(Answer);

        var mine = await priya.SayAsync("my data");

        Assert.DoesNotContain("Delete what I can", mine.Buttons);
    }
}
