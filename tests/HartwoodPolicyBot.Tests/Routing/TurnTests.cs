using System.Net;
using HartwoodPolicyBot.Testing;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Tests.Routing;

public sealed class TurnTests
{
    [Fact]
    public async Task The_same_activity_twice_is_answered_once()
    {
        await using var bot = await BotHost.StartAsync();
        var chat = bot.Chat();
        var activity = chat.Activity("message");
        activity["text"] = "help";

        await chat.SendAsync(activity);
        await chat.SendAsync(activity);

        Assert.Single(chat.Sent);
        Assert.Equal(HttpStatusCode.OK, chat.Status);
    }

    [Fact]
    public async Task The_same_activity_many_times_at_once_is_answered_once()
    {
        await using var bot = await BotHost.StartAsync();
        var chat = bot.Chat();
        var activity = chat.Activity("message");
        activity["text"] = "Can I share an image of my workplace?";

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => chat.SendAsync(activity)));

        Assert.Single(chat.Sent);
        Assert.Equal(1, await bot.ReadAsync(database => database.Questions.CountAsync()));
    }

    [Fact]
    public async Task Who_edits_a_message_is_told_once_to_send_it_again()
    {
        await using var bot = await BotHost.StartAsync();
        var chat = bot.Chat();
        await chat.SayAsync("Can I share an image of my workplac");
        var edit = chat.Activity("messageUpdate");
        edit["text"] = "Can I share an image of my workplace?";
        edit["channelData"]!["eventType"] = "editMessage";

        var reply = await chat.SendAsync(edit);
        await chat.SendAsync(edit);

        Assert.Contains("Please send it again as a new message.", reply.Texts[0], StringComparison.Ordinal);
        Assert.Equal(2, chat.Sent.Count);
    }

    [Theory]
    [InlineData("personal", "undeleteMessage")]
    [InlineData("channel", "editMessage")]
    public async Task Other_changes_to_messages_and_those_between_colleagues_are_not_answered(string kind, string what)
    {
        await using var bot = await BotHost.StartAsync();
        var chat = new Chat(bot, kind);
        var change = chat.Activity("messageUpdate");
        change["text"] = "see you later";
        change["channelData"]!["eventType"] = what;

        await chat.SendAsync(change);

        Assert.Empty(chat.Sent);
    }

    [Fact]
    public async Task The_same_words_in_two_activities_are_answered_twice()
    {
        await using var bot = await BotHost.StartAsync();
        var chat = bot.Chat();

        await chat.SayAsync("help");
        await chat.SayAsync("help");

        Assert.Equal(2, chat.Sent.Count);
    }

    [Fact]
    public async Task Somebody_who_writes_too_fast_is_told_once_and_answered_again_after_a_while()
    {
        await using var bot = await BotHost.StartAsync(("Bot:MessagesPerMinute", "60"), ("Bot:Burst", "3"));
        var person = $"29:{Guid.NewGuid()}";
        var chats = Enumerable.Range(0, 6).Select(_ => new Chat(bot, "personal") { Person = person }).ToList();
        foreach (var chat in chats)
        {
            await chat.SayAsync("help");
        }

        Assert.All(chats[..3], chat => Assert.Equal("What I can do", Read(chat)));
        Assert.StartsWith("You're going a bit fast for me.", Read(chats[3]), StringComparison.Ordinal);
        Assert.All(chats[4..], chat => Assert.Empty(chat.Sent));

        Assert.Equal("What I can do", (await bot.Chat().SayAsync("help")).Texts[0]);
        bot.Time.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal("What I can do", (await new Chat(bot, "personal") { Person = person }.SayAsync("help")).Texts[0]);
    }

    [Fact]
    public async Task A_fault_gives_the_person_a_reference_from_the_log_and_no_detail()
    {
        await using var bot = await BotHost.StartAsync();
        var chat = bot.Chat();
        var answer = await chat.SayAsync("Can I share an image of my workplace?");
        await bot.ReadAsync(database => database.Database.ExecuteSqlRawAsync("""DROP TABLE "Questions" """));

        await chat.ExecuteAsync(answer.Button("Helpful"));

        var sentence = chat.Body.GetProperty("value").GetString()!;
        Assert.Matches("^Sorry, something went wrong\\. .* reference: [0-9A-F]{8}\\.$", sentence);
        Assert.Contains(bot.Log.All, line => line.Contains(sentence[^9..^1], StringComparison.Ordinal));
        Assert.DoesNotContain("Sqlite", sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_is_answered_also_when_the_log_cannot_be_written()
    {
        await using var bot = await BotHost.StartAsync();
        await bot.ReadAsync(database => database.Database.ExecuteSqlRawAsync("""DROP TABLE "Questions" """));

        var reply = await bot.Chat().SayAsync("Can I share an image of my workplace?");

        Assert.Equal("Patient confidentiality", reply.Cited[0]);
        Assert.Contains(bot.Log.All, line => line.StartsWith("Error: A question was answered but not logged", StringComparison.Ordinal));
    }

    private static string Read(Chat chat) => new Reply(chat.Sent[^1].Body, chat.Sent[^1]).Texts[0];
}
