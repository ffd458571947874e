using HartwoodPolicyBot.Testing;

namespace HartwoodPolicyBot.Tests.Answers;

/// <summary>Where the policy speaks in general, the answer quotes it and says which word of the question it does not name.</summary>
public sealed class NotNamedTests(BotHost bot) : IClassFixture<BotHost>
{
    [Theory]
    [InlineData(
        "is sending a colleague one of my patients' blood results over whatsapp a breach",
        "The policy doesn't mention WhatsApp by name."
    )]
    [InlineData("is it ok to film a tik tok in the waiting room after hours", "The policy doesn't mention TikTok by name.")]
    [InlineData(
        "someone slated us in a google review, may I set out what really happened to her",
        "The policy doesn't mention online reviews by name."
    )]
    [InlineData("would asking chatgpt to write a post about a patient breach confidentiality", "The policy doesn't mention AI by name.")]
    public async Task The_answer_says_which_word_of_the_question_the_policy_does_not_name(string question, string sentence)
    {
        var reply = await bot.Chat().SayAsync(question);

        Assert.NotEmpty(reply.Cited);
        Assert.Contains(reply.Texts, text => text.StartsWith(sentence, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("can I post about a patient on X?")]
    [InlineData("may I be friends with a patient on my X account")]
    public async Task X_is_called_by_the_name_that_the_policy_has_for_it(string question)
    {
        var reply = await bot.Chat().SayAsync(question);

        Assert.Contains("The policy calls it Twitter.", reply.Texts);
        Assert.DoesNotContain(reply.Texts, text => text.Contains("doesn't mention", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("is filming the empty corridor for instagram alright")]
    [InlineData("does twitter count under this policy")]
    public async Task The_answer_says_nothing_about_words_that_the_policy_names(string question) =>
        Assert.DoesNotContain(
            (await bot.Chat().SayAsync(question)).Texts,
            text => text.Contains("doesn't mention", StringComparison.Ordinal)
        );
}
