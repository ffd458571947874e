using System.Text.Json;
using HartwoodPolicyBot.Core.Search;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Testing;
using HartwoodPolicyBot.Tests.Cards;
using HartwoodPolicyBot.Tests.Incidents;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HartwoodPolicyBot.Tests.Routing;

public sealed class CommandTests(BotHost bot) : IClassFixture<BotHost>
{
    [Theory]
    [InlineData("hi", "Hello, how can I help? You can ask about the social media policy, report something or do your training.")]
    [InlineData("Hello", "Hello, how can I help? You can ask about the social media policy, report something or do your training.")]
    [InlineData("HELLO!!", "Hello, how can I help? You can ask about the social media policy, report something or do your training.")]
    [InlineData("help", "What I can do")]
    [InlineData("Help", "What I can do")]
    [InlineData("  HELP? ", "What I can do")]
    [InlineData("thanks", "You're welcome.")]
    [InlineData("Thank you!", "You're welcome.")]
    [InlineData("cancel", "There's nothing to cancel at the moment.")]
    [InlineData("policy", "Social media policy")]
    [InlineData("Policy.", "Social media policy")]
    public async Task A_command_is_recognised_whatever_its_case_spacing_or_punctuation(string said, string answered)
    {
        var reply = await bot.Chat().SayAsync(said);

        Assert.Equal(answered, reply.Texts[0]);
        Assert.NotEmpty(reply.Buttons);
        Assert.Empty(reply.Cited);
    }

    [Theory]
    [InlineData("ok thx")]
    [InlineData("ta")]
    [InlineData("great, thank u very much!")]
    [InlineData("thnx")]
    public async Task Thanks_are_taken_for_nothing_else_however_they_are_written(string said)
    {
        var reply = await bot.Chat().SayAsync(said);

        Assert.Equal("You're welcome.", reply.Texts[0]);
        Assert.Empty(reply.Cited);
    }

    [Theory]
    [InlineData("sorry", "No problem. You can ask about the social media policy, report something or do your training.")]
    [InlineData("oh sorry about that!", "No problem. You can ask about the social media policy, report something or do your training.")]
    [InlineData("my bad", "No problem. You can ask about the social media policy, report something or do your training.")]
    [InlineData("huh?", "Sorry if that wasn't clear. You can ask about the social media policy, report something or do your training.")]
    [InlineData("eh?", "Sorry if that wasn't clear. You can ask about the social media policy, report something or do your training.")]
    [InlineData("sorry?", "Sorry if that wasn't clear. You can ask about the social media policy, report something or do your training.")]
    [InlineData("oh dear", "I'm here if you need me. You can ask about the social media policy, report something or do your training.")]
    [InlineData("Whoops", "I'm here if you need me. You can ask about the social media policy, report something or do your training.")]
    public async Task A_short_reply_to_nothing_gets_what_the_bot_can_do_and_is_not_logged(string said, string answered)
    {
        var reply = await bot.Chat().SayAsync(said);

        Assert.Equal(answered, reply.Texts[0]);
        Assert.DoesNotContain("Ask the practice manager", reply.Buttons);
        Assert.False(await bot.ReadAsync(database => database.Questions.AnyAsync(question => question.Text == said)));
    }

    [Theory]
    [InlineData("what")]
    [InlineData("what?")]
    [InlineData("pardon")]
    [InlineData("sorry, what do you mean?")]
    public async Task Somebody_puzzled_by_an_answer_is_told_that_it_is_the_policys_wording_and_what_to_do_next(string said)
    {
        var chat = bot.Chat();
        await chat.SayAsync("is it alright to run a nurse page under an invented name");

        var reply = await chat.SayAsync(said);

        Assert.StartsWith("Those are the policy's own words", reply.Texts[0], StringComparison.Ordinal);
        Assert.Contains("tap Not helpful", reply.Texts[0], StringComparison.Ordinal);
        Assert.Empty(reply.Cited);
        Assert.False(
            await bot.ReadAsync(database =>
                database.Questions.AnyAsync(question => question.Text == said || question.Text.StartsWith(said + " (after"))
            )
        );
    }

    [Theory]
    [InlineData("why")]
    [InlineData("sorry, can I post a photo of a patient")]
    [InlineData("oh no, I've posted a photo of a patient")]
    public async Task A_question_that_opens_like_a_short_reply_is_still_answered(string said)
    {
        var chat = bot.Chat();
        await chat.SayAsync("is it alright to run a nurse page under an invented name");

        Assert.NotEmpty((await chat.SayAsync(said)).Cited);
    }

    [Theory]
    [InlineData("where do i see my acounts", "Did you mean accounts?")]
    [InlineData("can I see my trainng", "Did you mean training?")]
    public async Task A_misspelt_command_in_a_message_that_asks_to_see_it_is_asked_about(string said, string asked)
    {
        var reply = await bot.Chat().SayAsync(said);

        Assert.Equal(asked, reply.Texts[0]);
    }

    [Theory]
    [InlineData("i need help")]
    [InlineData("need some help please")]
    public async Task Who_needs_help_is_shown_what_the_bot_can_do(string said) =>
        Assert.Equal("What I can do", (await bot.Chat().SayAsync(said)).Texts[0]);

    [Theory]
    [InlineData("i need help with my login")]
    [InlineData("need a hand with logging in pls")]
    public async Task Who_needs_help_with_something_is_not_told_to_ring_999(string said) =>
        Assert.DoesNotContain((await bot.Chat().SayAsync(said)).Texts, text => text.Contains("999", StringComparison.Ordinal));

    [Fact]
    public async Task Nvm_ends_what_was_begun() =>
        Assert.Equal("There's nothing to cancel at the moment.", (await bot.Chat().SayAsync("nvm")).Texts[0]);

    [Theory]
    [InlineData("I need help now")]
    [InlineData("I need help with a patient who is threatening me")]
    [InlineData("need help asap")]
    public async Task Who_needs_help_at_once_is(string said) =>
        Assert.Contains((await bot.Chat().SayAsync(said)).Texts, text => text.Contains("call 999", StringComparison.Ordinal));

    [Fact]
    public async Task Short_forms_of_text_messages_are_understood()
    {
        var reply = await bot.Chat().SayAsync("can u delete everythin u have on me");

        Assert.Equal("What I hold about you", reply.Texts[0]);
        Assert.False(await bot.ReadAsync(database => database.Questions.AnyAsync(question => question.Text.StartsWith("can u"))));
    }

    [Fact]
    public async Task Each_command_of_the_manifest_is_answered_as_a_command()
    {
        var manifest = JsonSerializer.Deserialize<JsonElement>(
            await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "manifest/manifest.json"))
        );
        var commands = manifest
            .GetProperty("bots")[0]
            .GetProperty("commandLists")
            .EnumerateArray()
            .SelectMany(list => list.GetProperty("commands").EnumerateArray())
            .Select(command => command.GetProperty("title").GetString()!)
            .Distinct()
            .ToList();
        Assert.NotEmpty(commands);

        foreach (var command in commands)
        {
            var reply = await bot.Chat().SayAsync(command);
            Assert.False(reply.Texts[0].EndsWith("doesn't cover this", StringComparison.Ordinal), $"{command} is taken for a question");
            Assert.Empty(reply.Cited);
        }
    }

    [Theory]
    [InlineData("how do i report something", "Report an incident")]
    [InlineData("what can you do", "What I can do")]
    [InlineData("show me the policy please", "Social media policy")]
    [InlineData("the training please", "Social media training")]
    public async Task A_command_in_other_words_is_recognised(string said, string answered)
    {
        var reply = await bot.Chat().SayAsync(said);

        Assert.Equal(answered, reply.Texts[0]);
    }

    [Theory]
    [InlineData("my policys", "my policies")]
    [InlineData("traning", "training")]
    [InlineData("my reprots please", "my reports")]
    [InlineData("my training for this year", "my training")]
    [InlineData("Helpp", "help")]
    public async Task The_bot_asks_whether_a_near_command_was_meant_and_does_not_log_it_as_a_question(string said, string command)
    {
        var chat = bot.Chat();
        var reply = await chat.SayAsync(said);
        var done = await chat.ExecuteAsync(reply.Button($"Yes, {command}"));
        var typed = await bot.Chat().SayAsync(command);

        Assert.Equal($"Did you mean {command}?", reply.Texts[0]);
        Assert.Equal(typed.Texts[0], done.Texts[0]);
        Assert.False(await bot.ReadAsync(database => database.Questions.AnyAsync(question => question.Text == said)));
        CardRules.Hold(reply.Card);
    }

    [Fact]
    public async Task A_near_command_that_was_a_question_is_answered_after_a_tap()
    {
        var chat = bot.Chat();
        var card = await chat.SayAsync("trainign");

        await chat.ExecuteAsync(card.Button("No, it's a question"));

        Assert.True(await bot.ReadAsync(database => database.Questions.AnyAsync(question => question.Text == "trainign")));
    }

    [Theory]
    [InlineData("stat")]
    [InlineData("stat pls")]
    [InlineData("inc")]
    [InlineData("set")]
    [InlineData("cqc")]
    [InlineData("answer")]
    [InlineData("hom")]
    [InlineData("staff")]
    public async Task A_short_word_of_staff_that_is_no_command_is_not_refused_as_one_of_a_practice_manager(string typed)
    {
        var reply = await bot.Chat().SayAsync(typed);

        Assert.DoesNotContain(reply.Texts, text => text.Contains("practice managers", StringComparison.Ordinal));
        Assert.DoesNotContain(reply.Texts, text => text.StartsWith("These are the people I know of", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Staff_who_ask_for_the_list_of_people_are_refused_without_what_a_practice_manager_reads_above_it()
    {
        var reply = await bot.Chat().SayAsync("show me the list of all staff who are registered");

        Assert.DoesNotContain(reply.Texts, text => text.StartsWith("These are the people I know of", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Staff_who_type_a_managers_command_changed_nothing_and_are_in_no_audit()
    {
        await using var practice = await Practice.OpenAsync();

        foreach (
            var command in new[]
            {
                "training status",
                "training records",
                "monitoring report",
                "evidence pack",
                "unanswered",
                "answers",
                "taught",
                "interests",
                "guidance",
                "training scenarios",
            }
        )
        {
            Assert.Contains("only for practice managers", (await practice.Bot.Chat().SayAsync(command)).Texts[0], StringComparison.Ordinal);
        }

        foreach (var command in new[] { "home", "incidents", "versions", "who has read", "ask everyone to read", "status" })
        {
            await practice.Bot.Chat().SayAsync(command);
        }

        Assert.Empty(await practice.Bot.ReadAsync(database => database.RefusedAttempts.ToListAsync()));
        await practice.InChannel("somebody").MentionAsync("use this channel");
        Assert.Equal(1, await practice.Bot.ReadAsync(database => database.RefusedAttempts.CountAsync()));
    }

    [Theory]
    [InlineData("gap")]
    [InlineData("monitering report")]
    public async Task Commands_of_practice_managers_are_not_offered_to_staff(string said)
    {
        var reply = await bot.Chat().SayAsync(said);

        Assert.DoesNotContain("Did you mean", reply.Card.GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("unanswerd", "unanswered")]
    [InlineData("monitering report", "monitoring report")]
    [InlineData("monitoring report last month", "monitoring report")]
    [InlineData("who has red", "who has read")]
    public async Task The_bot_asks_a_practice_manager_whether_a_misspelt_command_was_meant(string said, string command)
    {
        await using var practice = await Practice.OpenAsync(withChannel: false);

        var reply = await practice.Personal(Practice.ManagerId).SayAsync(said);

        Assert.Equal($"Did you mean {command}?", reply.Texts[0]);
    }

    [Fact]
    public void No_measured_question_is_taken_for_a_command()
    {
        var commands = new CommandMatcher(bot.Services.GetRequiredService<CommandList>().All);
        var questions = new[] { "dev.jsonl", "second.jsonl", "third.jsonl", "fourth.jsonl" }
            .SelectMany(name => File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Questions", name)))
            .Select(line => JsonSerializer.Deserialize<JsonElement>(line).GetProperty("question").GetString()!)
            .ToList();

        Assert.True(questions.Count > 800);
        Assert.DoesNotContain(questions, question => commands.Find(Terms.Words(question), forManager: true) is not null);
    }

    [Theory]
    [InlineData("What about commands, can I share an image of my workplace?")]
    [InlineData("help me: can I share an image of my workplace?")]
    [InlineData("thanks, and can I share an image of my workplace?")]
    public async Task A_question_that_contains_a_command_is_taken_for_a_question(string said)
    {
        var reply = await bot.Chat().SayAsync(said);

        Assert.Equal("Patient confidentiality", reply.Cited[0]);
    }

    [Theory]
    [InlineData("😀👍")]
    [InlineData("???")]
    [InlineData("\u200b\u200e")]
    [InlineData("")]
    public async Task A_message_without_a_word_gets_a_way_forward(string said)
    {
        var reply = await bot.Chat().SayAsync(said);

        Assert.StartsWith("Sorry, I didn't catch that.", reply.Texts[0], StringComparison.Ordinal);
        Assert.Contains("Show help", reply.Buttons);
    }
}
