using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Tests.Incidents;

/// <summary>What staff write about something that a practice manager did is never offered to the practice manager.</summary>
public sealed class SpeakUpWordsTests
{
    private const string Owen = "33333333-cccc-4000-8000-000000000001";
    private const string AskManager = "Ask the practice manager";
    private const string AboutManager = "Is this about the practice manager or a deputy?";

    [Theory]
    [InlineData("i want to speak up about the manager")]
    [InlineData("i want to report the practice manager")]
    [InlineData("How do I speak up about my boss?")]
    [InlineData("can I report my own manager")]
    [InlineData("I need to report something that the practice manager put on insta")]
    [InlineData("raise something about the practice manager without her knowing")]
    [InlineData("who can I tell about my manager")]
    [InlineData("i've got a concern about the deputy manager")]
    public async Task Who_wants_to_report_the_manager_gets_the_form_that_asks_whom_it_is_about(string said)
    {
        await using var practice = await Practice.OpenAsync(settings: ("Incidents:SpeakUpPerson", Owen));

        var form = await practice.Bot.Chat().SayAsync(said);

        Assert.Equal("Report an incident", form.Texts[0]);
        Assert.Contains(AboutManager, form.Card.GetRawText(), StringComparison.Ordinal);
        Assert.Contains("unless you say below that it's about them", form.Texts[1], StringComparison.Ordinal);
        Assert.False(await practice.Bot.ReadAsync(database => database.Questions.AnyAsync()));
    }

    [Theory]
    [InlineData("i want to speak up about the manager")]
    [InlineData("my manager did it")]
    public async Task Where_nobody_else_gets_such_a_report_it_says_whom_to_speak_to(string said)
    {
        await using var practice = await Practice.OpenAsync(settings: ("Incidents:SpeakUpInstead", "Dr Hughes"));

        var reply = await practice.Bot.Chat().SayAsync(said);

        Assert.Contains(reply.Texts, text => text.Contains("Please speak to Dr Hughes.", StringComparison.Ordinal));
        Assert.Equal(["Show help"], reply.Buttons);
    }

    [Theory]
    [InlineData("my manager did it")]
    [InlineData("it was the practice manager")]
    [InlineData("the practice manager posted a photo of a patient on facebook")]
    [InlineData("the PM has been slagging off a patient on her own page")]
    [InlineData("a patient's name was posted by the manager")]
    [InlineData("my boss's tweet about a patient is not on")]
    public async Task What_the_manager_did_is_not_logged_and_can_be_reported_but_not_sent_to_them(string said)
    {
        await using var practice = await Practice.OpenAsync(settings: ("Incidents:SpeakUpPerson", Owen));
        var chat = practice.Bot.Chat();

        var reply = await chat.SayAsync(said);
        var form = await chat.ExecuteAsync(reply.Button("Report this"));

        Assert.DoesNotContain(AskManager, reply.Buttons);
        Assert.DoesNotContain("Not helpful", reply.Buttons);
        Assert.Contains(reply.Texts, text => text.Contains("I haven't saved your message", StringComparison.Ordinal));
        Assert.Contains(AboutManager, form.Card.GetRawText(), StringComparison.Ordinal);
        Assert.False(await practice.Bot.ReadAsync(database => database.Questions.AnyAsync()));
    }

    [Fact]
    public async Task It_is_not_read_as_a_follow_up_of_the_question_before_it()
    {
        await using var practice = await Practice.OpenAsync(settings: ("Incidents:SpeakUpPerson", Owen));
        var chat = practice.Bot.Chat();
        await chat.SayAsync("can I post a photo of a patient");

        var form = await chat.SayAsync("and what if I want to report my manager for that");

        Assert.Contains(AboutManager, form.Card.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_told_after_a_question_goes_into_the_report_without_the_question()
    {
        await using var practice = await Practice.OpenAsync(settings: ("Incidents:SpeakUpPerson", Owen));
        var chat = practice.Bot.Chat();
        await chat.SayAsync("can I post a photo of a patient");

        var reply = await chat.SayAsync("what if my manager posted one");
        var form = await chat.ExecuteAsync(reply.Button("Report this"));

        Assert.Contains("what if my manager posted one", form.Card.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("can I post a photo of a patient", form.Card.GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("does a report about the manager go to the manager")]
    [InlineData("who looks after reports about the manager")]
    public async Task Who_asks_who_sees_such_a_report_is_told(string said)
    {
        await using var practice = await Practice.OpenAsync(settings: ("Incidents:SpeakUpPerson", Owen));

        var reply = await practice.Bot.Chat().SayAsync(said);

        Assert.Contains(reply.Texts, text => text.Contains("goes to someone else, and they can't see it.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("can I report it to the practice manager")]
    [InlineData("who does the practice manager report to")]
    [InlineData("has the manager shared the rota")]
    [InlineData("do photos have to be posted by the manager")]
    [InlineData("what is the practice manager responsible for")]
    public async Task A_question_that_only_names_the_manager_is_none(string said)
    {
        await using var practice = await Practice.OpenAsync(settings: ("Incidents:SpeakUpPerson", Owen));

        var reply = await practice.Bot.Chat().SayAsync(said);

        Assert.DoesNotContain(reply.Texts, text => text.Contains("I haven't saved your message", StringComparison.Ordinal));
        Assert.DoesNotContain(AboutManager, reply.Card.GetRawText(), StringComparison.Ordinal);
    }
}
