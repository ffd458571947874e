using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.Search;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Testing;
using HartwoodPolicyBot.Tests.Incidents;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HartwoodPolicyBot.Tests.Routing;

/// <summary>What people ask about the bot itself leads to the card that answers it, and is no question about a policy.</summary>
public sealed class AboutTheBotTests(BotHost bot) : IClassFixture<BotHost>
{
    [Fact]
    public void Each_intent_of_the_shipped_files_is_answered_by_one_feature()
    {
        var content = Path.Combine(AppContext.BaseDirectory, "Content");
        var bank = PhrasingBank.Load(
            Path.Combine(content, "Phrasings"),
            bot.Services.GetRequiredService<PolicyLibrary>(),
            Path.Combine(content, "About-the-bot")
        );

        var answered = bot
            .Services.GetServices<IConversation>()
            .SelectMany(conversation => conversation.Intents)
            .Select(intent => intent.Id)
            .Order(StringComparer.Ordinal);

        Assert.Equal(62, bank.AboutTheBot.Count);
        string[] andUnclear = [.. bank.AboutTheBot.Keys, Ranking.UnclearIntent];
        Assert.Equal(andUnclear.Order(StringComparer.Ordinal), answered);
        Assert.All(bank.AboutTheBot.Values, wordings => Assert.True(wordings.Count >= 20));
    }

    [Theory]
    [InlineData("could you show me where my certificate has got to")]
    [InlineData("I'd like to begin the training now please")]
    [InlineData("did anything come of the report that I made")]
    [InlineData("what have I asked the manager so far")]
    [InlineData("can you send me the whole policy to print")]
    [InlineData("I'd like to see everything that you store about me")]
    public async Task It_leads_to_the_card_that_answers_it_and_is_not_logged_as_a_question(string said)
    {
        var reply = await bot.Chat().SayAsync(said);

        Assert.Empty(reply.Cited);
        Assert.False(await bot.ReadAsync(database => database.Questions.AnyAsync(question => question.Text == said)));
        Assert.False(reply.Texts[0].EndsWith("doesn't cover this", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("which version of the policy have I got here", "the policy doesn't say which version it is")]
    [InlineData("does my manager find out what I ask you", "The practice manager can see what was asked, but not who asked it.")]
    [InlineData("are you a person or a computer", "a computer program and not a person")]
    [InlineData("how many scenarios are in the training and what's the pass mark", "To pass, 80% must be right.")]
    [InlineData("does my boss see what i scored", "Practice managers see whether and when you did the training")]
    [InlineData("so sorry, that was meant for my sister", "No problem, I'll leave it there.")]
    [InlineData("right, that's me off home, bye", "Bye for now.")]
    [InlineData("good night", "Bye for now.")]
    public async Task What_is_known_is_said_in_a_sentence(string said, string sentence)
    {
        var reply = await bot.Chat().SayAsync(said);

        Assert.Contains(reply.Texts, text => text.Contains(sentence, StringComparison.Ordinal));
        Assert.Empty(reply.Cited);
    }

    [Theory]
    [InlineData("could you bring up the list of the surgery's own accounts")]
    [InlineData("please have a look over this photo of mine first")]
    [InlineData("could you check what I have written before I post it")]
    [InlineData("open the form so that I can declare a gift")]
    [InlineData("show me the interests that I've declared so far")]
    [InlineData("please open a concern form about the policy for me")]
    [InlineData("has the author answered the concern I raised about the policy")]
    public async Task A_command_is_found_in_peoples_own_words(string said)
    {
        var reply = await bot.Chat().SayAsync(said);

        Assert.Empty(reply.Cited);
        Assert.False(await bot.ReadAsync(database => database.Questions.AnyAsync(question => question.Text == said)));
    }

    [Theory]
    [InlineData("what is the policy on pizza")]
    [InlineData("what's the policy on gnomes")]
    [InlineData("is there a policy on kebabs")]
    public async Task A_question_that_names_a_topic_is_not_about_the_document(string said)
    {
        var reply = await bot.Chat().SayAsync(said);

        Assert.Empty(reply.Cited);
        Assert.True(await bot.ReadAsync(database => database.Questions.AnyAsync(question => question.Text == said)));
    }

    [Theory]
    [InlineData("start over")]
    [InlineData("no")]
    [InlineData("that's not right")]
    [InlineData("what's the weather like")]
    [InlineData("speak to a human")]
    [InlineData("i disagree")]
    [InlineData("back")]
    public async Task After_an_answer_a_word_about_the_chat_gets_no_clause(string said)
    {
        var chat = bot.Chat();
        await chat.SayAsync("Can I share an image of my workplace?");

        var reply = await chat.SayAsync(said);

        Assert.Empty(reply.Cited);
    }

    [Fact]
    public async Task A_yes_does_what_the_bot_has_just_offered()
    {
        var chat = bot.Chat();
        await chat.SayAsync("oh no I've just uploaded a snap of Mrs Bell's wound to my story");

        var form = await chat.SayAsync("yes please");

        Assert.Equal("Report an incident", form.Texts[0]);
        Assert.Contains("a snap of", form.Card.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_yes_to_did_you_mean_runs_the_command_and_only_once()
    {
        var chat = bot.Chat();
        await chat.SayAsync("traning");

        var training = await chat.SayAsync("yes");
        var again = await chat.SayAsync("yes");

        Assert.Equal("Social media training", training.Texts[0]);
        Assert.StartsWith("Yes to what?", again.Texts[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_offer_is_forgotten_after_ten_minutes()
    {
        await using var host = await BotHost.StartAsync();
        var chat = host.Chat();
        await chat.SayAsync("traning");
        host.Time.Advance(TimeSpan.FromMinutes(10));

        var reply = await chat.SayAsync("yes");

        Assert.StartsWith("Yes to what?", reply.Texts[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("who still has to do their training")]
    [InlineData("show me the figures for this month")]
    [InlineData("I need the evidence pack for the CQC")]
    [InlineData("which questions are waiting for me")]
    [InlineData("is everything working")]
    [InlineData("remind everybody who is late with the training")]
    [InlineData("show me all the interests that staff have declared")]
    [InlineData("show me everything that I've taught you")]
    [InlineData("check whether the national guidance has changed")]
    [InlineData("I want to change one of the training questions")]
    [InlineData("show me all the earlier versions of the policy")]
    public async Task What_only_a_practice_manager_may_see_is_refused_to_others(string said)
    {
        await using var practice = await Practice.OpenAsync(withChannel: false);

        var staff = await practice.Personal("11111111-aaaa-4000-8000-00000000000a").SayAsync(said);
        var manager = await practice.Personal(Practice.ManagerId).SayAsync(said);

        Assert.Contains("Sorry, that's only for practice managers. Please ask yours if you need it.", staff.Texts);
        Assert.DoesNotContain("Sorry, that's only for practice managers. Please ask yours if you need it.", manager.Texts);
        Assert.Empty(manager.Cited);
    }
}
