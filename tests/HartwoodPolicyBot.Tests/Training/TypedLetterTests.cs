using HartwoodPolicyBot.Testing;

namespace HartwoodPolicyBot.Tests.Training;

/// <summary>A letter that somebody types is an answer during the training, and nothing of the kind outside it.</summary>
public sealed class TypedLetterTests(BotHost bot) : IClassFixture<BotHost>
{
    [Theory]
    [InlineData("b")]
    [InlineData("B")]
    [InlineData("B.")]
    [InlineData("answer b")]
    public async Task A_typed_letter_answers_the_scenario(string typed)
    {
        var learner = await Learner.StartAsync(bot);
        var isRight = Learner.Title(learner.Options[1]) == learner.Scenario.Options[learner.Scenario.Answer];

        learner.Card = (await learner.Chat.SayAsync(typed)).Card;

        Assert.Equal(isRight ? "Correct" : "Not quite", learner.Heading);
        Assert.Single((await learner.AttemptAsync(bot)).Answers);
    }

    [Fact]
    public async Task A_letter_beyond_the_options_records_nothing_and_one_outside_training_is_a_question()
    {
        var learner = await Learner.StartAsync(bot);

        learner.Card = (await learner.Chat.SayAsync("F")).Card;

        Assert.Equal("That isn't one of the answers. Please choose one from the card.", CardReader.Texts(learner.Card)[0]);
        Assert.Equal(1, learner.Question);
        Assert.Empty((await learner.AttemptAsync(bot)).Answers);
        Assert.DoesNotContain("answers", (await bot.Chat().SayAsync("B")).Texts[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("b")]
    [InlineData("c")]
    [InlineData("Q?")]
    [InlineData("up")]
    [InlineData("a b")]
    [InlineData("a b c")]
    [InlineData("x y")]
    public async Task A_letter_or_two_outside_training_is_no_command_of_a_manager_and_no_question_about_the_bot(string typed)
    {
        Assert.Equal("Sorry, I didn't understand that", (await bot.Chat().SayAsync(typed)).Texts[0]);
    }

    [Theory]
    [InlineData("n", "No problem. Ask me whenever you like.")]
    [InlineData("y", "Yes to what? Tell me in a few words what you'd like, or ask me a question.")]
    public async Task A_letter_can_say_yes_or_no(string typed, string said)
    {
        Assert.Equal(said, (await bot.Chat().SayAsync(typed)).Texts[0]);
    }
}
