namespace HartwoodPolicyBot.Tests.Storage.TakenOver;

/// <summary>Questions, answers, training and sign-off that were started with the build of 22 November 2026 can be completed.</summary>
public sealed class TakenOverQuestionTests(TakenOverBot bot) : IClassFixture<TakenOverBot>
{
    [Fact]
    public async Task An_open_question_is_answered_from_its_old_card_and_the_asker_gets_the_answer()
    {
        var card = OldCards.Find($"{TakenOverBot.Channel};", "A question for the practice manager");

        await bot.TapAsync(bot.InChannel(card.Conversation), card.Button("question-send"), ("text", "Ask me for one on Monday."));

        await bot.EditedAsync(card, "Ask me for one on Monday.");
        await bot.ToldAsync("a:eve", "Ask me for one on Monday.");
        Assert.Equal(
            "Ask me for one on Monday.",
            await bot.ValueAsync("SELECT \"Answer\" FROM \"ManagerQuestions\" WHERE \"Text\" = 'can i have a standing desk'")
        );
    }

    [Fact]
    public async Task An_old_answer_that_did_not_help_goes_back_to_the_practice_manager()
    {
        var answer = OldCards.Find("a:aisha", "The practice manager's answer: Ask Sam");

        await bot.Time.RunAsync(bot.Person("aisha").ExecuteAsync(answer.Button("ask-manager-again")));

        await bot.ToldAsync(TakenOverBot.Channel, "Ask Sam at reception. He has the keys.");
        Assert.Equal("2", await CountAsync("ManagerQuestions", "\"Text\" = 'where do i get a key for the staff lockers'"));
    }

    [Fact]
    public async Task An_answer_is_saved_from_its_old_card()
    {
        var card = OldCards.Find($"{TakenOverBot.Channel};messageid=m-0043", "Answered");

        await bot.TapAsync(bot.InChannel(card.Conversation), card.Button("question-give-always"));

        var reply = await bot.Time.RunAsync(bot.Chat().SayAsync("when is the next practice meeting"));
        Assert.Contains("On the first Tuesday of the month.", reply.Texts);
    }

    [Theory]
    [InlineData("where do i get a key for the staff lockers", "Ask Sam at reception. He has the keys.")]
    [InlineData("flu clinic rota, when is it out", "The rota comes out on Fridays.")]
    [InlineData("when does the flu clinic rota come out", "The rota comes out on Fridays.")]
    [InlineData("where can i park my bike", "In the shed by the back door.")]
    public async Task Every_saved_answer_is_given_for_each_of_its_old_wordings(string question, string answer)
    {
        var given = await bot.Time.RunAsync(bot.Chat().SayAsync(question));

        Assert.Contains(answer, given.Texts);
    }

    [Fact]
    public async Task Old_cards_take_feedback_on_an_answer_and_send_a_refused_question_to_the_practice_manager()
    {
        var answer = OldCards.Find("a:finn", "Patient confidentiality: The same legal");
        var refusal = OldCards.Find("a:finn", "The social media policy does not say");
        var before = await bot.ValueAsync("SELECT COUNT(*) FROM \"Questions\" WHERE \"Feedback\" = 1");

        await bot.Time.RunAsync(bot.Person("finn").ExecuteAsync(answer.Button("helpful")));
        await bot.Time.RunAsync(bot.Person("finn").ExecuteAsync(refusal.Button("ask-manager")));

        Assert.Equal(int.Parse(before) + 1, int.Parse(await bot.ValueAsync("SELECT COUNT(*) FROM \"Questions\" WHERE \"Feedback\" = 1")));
        await bot.ToldAsync(TakenOverBot.Channel, "sofa");
    }

    [Fact]
    public async Task An_old_question_is_withdrawn_from_its_receipt_and_its_card_in_the_channel_is_edited()
    {
        var receipt = OldCards.Find("a:ben", "Sent to the practice manager");

        await bot.TapAsync(bot.Person("ben"), receipt.Button("question-take-back"));

        await bot.EditedAsync(OldCards.Find($"{TakenOverBot.Channel};messageid=m-0046", "A question"), "fallbackText");
        Assert.Equal("1", await CountAsync("ManagerQuestions", "\"AskerName\" = 'Ben Cole' AND \"TakenBackAt\" IS NOT NULL"));
    }

    [Fact]
    public async Task Training_that_was_started_before_goes_on_from_its_old_card_and_by_typing_a_letter()
    {
        var card = OldCards.Find("a:aisha", "Question 5 of 10");

        var feedback = await bot.TapAsync(bot.Person("aisha"), card.Button("training-answer"));
        Assert.Equal("5", await AnswersAsync());
        await bot.TapAsync(bot.Person("aisha"), OldCard.Button(feedback, "training-next"));
        await bot.Time.RunAsync(bot.Person("aisha").SayAsync("B"));

        Assert.Equal("6", await AnswersAsync());

        Task<string> AnswersAsync() =>
            CountAsync("TrainingAnswers", "\"AttemptId\" = (SELECT \"Id\" FROM \"TrainingAttempts\" WHERE \"State\" = 1)");
    }

    [Fact]
    public async Task An_old_certificate_is_shown_and_its_code_can_be_checked()
    {
        var code = await bot.ValueAsync("SELECT \"Code\" FROM \"TrainingAttempts\" WHERE \"State\" = 2");
        var link = await bot.ValueAsync("SELECT \"Link\" FROM \"TrainingAttempts\" WHERE \"State\" = 2");

        Assert.Contains("Priya Shah", await bot.Http.GetStringAsync($"/training/certificate/{link}"), StringComparison.Ordinal);
        Assert.Contains("Priya Shah", await bot.Http.GetStringAsync($"/training/verify/{code}"), StringComparison.Ordinal);
        var result = OldCards.Find("a:priya", "You passed");
        var shown = await bot.Time.RunAsync(bot.Person("priya").ExecuteAsync(result.Button("training-certificate")));
        Assert.Contains(link, shown.Card.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_policy_is_confirmed_from_the_old_card_that_asked_for_it()
    {
        await bot.TapAsync(bot.Person("tom"), OldCards.Find("a:tom", "Please read and confirm").Button("reading-confirm"));

        Assert.Equal("1", await CountAsync("PolicyReadings", "\"PersonName\" = 'Tom Field' AND \"ReadAt\" IS NOT NULL"));
    }

    private Task<string> CountAsync(string table, string where) => bot.ValueAsync($"SELECT COUNT(*) FROM \"{table}\" WHERE {where}");
}
