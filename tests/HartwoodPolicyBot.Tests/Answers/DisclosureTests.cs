using HartwoodPolicyBot.Testing;

namespace HartwoodPolicyBot.Tests.Answers;

/// <summary>Somebody tells the bot that something has happened, and gets the clause and a way to report it.</summary>
public sealed class DisclosureTests(BotHost bot) : IClassFixture<BotHost>
{
    private const string Report = "Report this";

    [Theory]
    [InlineData("oh no I've just uploaded a snap of Mrs Bell's wound to my story")]
    [InlineData("our registrar shared a patient's scan in his running club's group")]
    [InlineData("someone here has been slating the partners on reddit all weekend")]
    public async Task A_disclosure_gets_the_clause_and_the_way_to_report_it(string told)
    {
        var reply = await bot.Chat().SayAsync(told);

        Assert.NotEmpty(reply.Cited);
        Assert.Contains(Report, reply.Buttons);
        Assert.Contains("Has this already happened?", reply.Texts);
    }

    [Theory]
    [InlineData("annonymous posting")]
    [InlineData("and whatsapp")]
    [InlineData("a patient has sent me a friend request")]
    [InlineData("i disagree")]
    [InlineData("this bot is wrong")]
    [InlineData("may I upload a snap of a wound to my story?")]
    [InlineData("if our registrar wanted to share a scan in his club's group, could he?")]
    [InlineData("who do we tell when somebody slates the partners on reddit?")]
    public async Task A_question_gets_no_offer_to_report(string question) =>
        Assert.DoesNotContain(Report, (await bot.Chat().SayAsync(question)).Buttons);

    [Fact]
    public async Task Something_that_happened_outside_the_practice_is_not_taken_for_a_disclosure() =>
        Assert.DoesNotContain(Report, (await bot.Chat().SayAsync("I've left my sandwiches on the bus")).Buttons);

    [Fact]
    public async Task The_report_button_carries_the_message_with_patient_identifiers_masked()
    {
        var reply = await bot.Chat().SayAsync("I've posted a photo of a letter on facebook, you can read NHS no 943 476 5919 on it");

        var data = reply.Button(Report).GetProperty("data").GetRawText();

        Assert.Contains("a photo of a letter on facebook", data, StringComparison.Ordinal);
        Assert.Contains("[NHS number]", data, StringComparison.Ordinal);
        Assert.DoesNotContain("5919", reply.Card.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_offer_to_report_stays_when_feedback_is_given()
    {
        var chat = bot.Chat();
        var reply = await chat.SayAsync("oh no I've just uploaded a snap of Mrs Bell's wound to my story");

        await chat.ExecuteAsync(reply.Button("Helpful"));

        Assert.Contains("Has this already happened?", chat.Body.GetRawText(), StringComparison.Ordinal);
    }
}
