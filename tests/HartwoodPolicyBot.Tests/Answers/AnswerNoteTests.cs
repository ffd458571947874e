using HartwoodPolicyBot.Testing;
using HartwoodPolicyBot.Tests.Incidents;
using HartwoodPolicyBot.Tests.Training;

namespace HartwoodPolicyBot.Tests.Answers;

/// <summary>Below a quotation, the bot says what it can do about it, and suggests what was not suggested before.</summary>
public sealed class AnswerNoteTests
{
    private const string OnTraining = "How often is social media training given?";

    [Fact]
    public async Task Below_the_section_on_training_is_a_button_to_begin_it_and_the_day_by_which_it_is_due()
    {
        await using var practice = await Practice.OpenAsync();
        var priya = await TrainingStatusTests.InstallAsync(practice, "Priya Shah");

        var answer = await priya.SayAsync(OnTraining);
        var begun = await priya.ExecuteAsync(answer.Button("Start training"));
        await (await Learner.StartAsync(practice.Bot, chat: priya)).TapAsync("Save and finish later");

        Assert.Contains("You can also do your training with me. Yours is due by 7 December 2026.", answer.Texts);
        Assert.Equal("Social media training", begun.Texts[0]);
        Assert.Contains("Continue training", (await priya.SayAsync(OnTraining)).Buttons);
    }

    [Fact]
    public async Task In_a_channel_the_section_on_training_leads_to_the_private_chat_and_no_other_section_has_the_note()
    {
        await using var practice = await Practice.OpenAsync();

        var inChannel = await practice.Channel.MentionAsync(OnTraining);
        var other = await practice.Bot.Chat().SayAsync("Can I share an image of my workplace?");

        Assert.Contains("message=training", inChannel.Button("Open private chat").GetProperty("url").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Start training", other.Buttons);
    }

    [Theory]
    [InlineData("Are unauthorised practice accounts allowed?", "See the accounts", "accounts", "Practice accounts")]
    [InlineData("Do I have to declare that I'm paid to promote something?", "Declare an interest", "declare", "Declare an interest")]
    public async Task Below_a_section_that_asks_for_a_list_is_the_button_to_it_and_in_a_channel_to_the_private_chat(
        string asked,
        string button,
        string command,
        string opens
    )
    {
        await using var practice = await Practice.OpenAsync();
        var priya = practice.Bot.Chat();

        var opened = await priya.ExecuteAsync((await priya.SayAsync(asked)).Button(button));
        var inChannel = await practice.Channel.MentionAsync(asked);

        Assert.StartsWith(opens, opened.Texts[0], StringComparison.Ordinal);
        Assert.Contains(
            $"message={command}",
            inChannel.Button("Open private chat").GetProperty("url").GetString(),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(button, inChannel.Buttons);
    }

    [Fact]
    public async Task What_was_suggested_in_the_last_minutes_is_not_suggested_again()
    {
        await using var practice = await Practice.OpenAsync();
        var priya = practice.Bot.Chat();
        var suggested = new List<string>();

        foreach (
            var asked in new[]
            {
                "Can I share an image of my workplace?",
                "can I post a photo of the waiting room",
                "is a selfie at my desk ok",
            }
        )
        {
            suggested.AddRange(SuggestedIn(await priya.SayAsync(asked)));
        }

        Assert.NotEmpty(suggested);
        Assert.Equal(suggested.Distinct(StringComparer.Ordinal), suggested);
        Assert.NotEmpty(SuggestedIn(await practice.Bot.Chat().SayAsync("Can I share an image of my workplace?")));
    }

    [Fact]
    public async Task The_whole_quotation_stands_where_clients_read_no_elements()
    {
        await using var practice = await Practice.OpenAsync();

        var answer = await practice.Bot.Chat().SayAsync("Can I share an image of my workplace?");

        var setOff = answer.Texts.Single(text => text.StartsWith("Images shared of a workplace", StringComparison.Ordinal));
        Assert.Contains(setOff, answer.Card.GetProperty("speak").GetString(), StringComparison.Ordinal);
        Assert.Contains(setOff, answer.Card.GetProperty("fallbackText").GetString(), StringComparison.Ordinal);
        Assert.StartsWith(answer.Summary.TrimEnd('…'), answer.Card.GetProperty("fallbackText").GetString(), StringComparison.Ordinal);
        Assert.False(answer.Message.TryGetProperty("text", out _));
    }

    private static IEnumerable<string> SuggestedIn(Reply answer) =>
        CardReader
            .Actions(answer.Card)
            .Where(action => action.TryGetProperty("verb", out var verb) && verb.GetString() == "ask")
            .Select(action => action.GetProperty("title").GetString()!);
}
