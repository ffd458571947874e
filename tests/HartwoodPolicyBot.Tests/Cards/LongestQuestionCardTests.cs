using System.Text.Json;
using HartwoodPolicyBot.Core.ManagerQuestions;
using HartwoodPolicyBot.Core.QuestionLog;
using HartwoodPolicyBot.Teams.Cards;
using HartwoodPolicyBot.Testing;
using HartwoodPolicyBot.Tests.Incidents;
using HartwoodPolicyBot.Tests.ManagerQuestions;

namespace HartwoodPolicyBot.Tests.Cards;

/// <summary>The cards of questions and answers stay small with the longest and the most that they can hold, and lead to the rest.</summary>
public sealed class LongestQuestionCardTests
{
    private const string Uncovered = "where do i get a key for the staff lockers";

    [Fact]
    public async Task Ten_of_the_longest_questions_that_wait_are_shortened_and_say_where_the_rest_is()
    {
        await using var practice = await Practice.OpenAsync();
        await AskedAsync(practice, 10, _ => "priya");
        var priya = practice.Personal("priya");

        var card = LongestCards.Fits(await priya.SayAsync("my questions"));

        Assert.Contains("You have 10 questions waiting", CardReader.Texts(card));
        Assert.Contains(CardReader.Texts(card), text => text.Contains("(more in “my data”)", StringComparison.Ordinal));
        Assert.Contains(
            CardReader.Texts(LongestCards.Fits(await priya.SayAsync("my data"))),
            text => text == "Questions you've sent to the practice manager: 10"
        );
        LongestCards.Fits(await priya.FillAsync(CardReader.Actions(card)[0]));
    }

    [Fact]
    public async Task Everybody_who_waits_can_be_found_and_a_topic_with_many_wordings_says_what_it_leaves_out()
    {
        await using var practice = await Practice.OpenAsync();
        await AskedAsync(practice, 12, number => $"asker{number}");
        await practice.Bot.ChangeAsync(database =>
        {
            database.Questions.AddRange(Enumerable.Range(0, 60).Select(number => Logged(practice, $"{Uncovered} {Words(number)}")));
            return Task.CompletedTask;
        });
        var manager = practice.Personal(Practice.ManagerId);

        var list = LongestCards.Fits(await manager.SayAsync("unanswered"));
        var more = await manager.TapAsync(list, "See 7 more who are waiting");
        more = await manager.TapAsync(more, "See 2 more who are waiting");
        Assert.Equal(2, CardReader.Actions(more).Count(action => action.GetProperty("verb").GetString() == "question"));
        await manager.TapAsync(more, "See who has waited longest");
        var group = CardReader.Actions(list).First(action => action.GetProperty("verb").GetString() == "gap");
        LongestCards.Fits(await manager.FillAsync(group));
    }

    [Fact]
    public async Task Saved_answers_with_the_longest_questions_are_a_list_with_pages_and_each_opens()
    {
        await using var practice = await Practice.OpenAsync();
        var manager = practice.Personal(Practice.ManagerId);
        var list = (await manager.SayAsync("answers")).Card;
        foreach (var number in Enumerable.Range(0, 9))
        {
            var form = await manager.FillAsync(CardReader.Button(list, "Write new answer"));
            LongestCards.Fits(
                await manager.FillAsync(
                    CardReader.Button(form, "Save answer"),
                    new() { ["asked"] = Question(number), ["text"] = LongestCards.Text(SavedAnswer.LongestText) }
                )
            );
            practice.Bot.Time.Advance(TimeSpan.FromMinutes(1));
            list = LongestCards.Fits(await manager.SayAsync("answers"));
        }

        Assert.Contains(CardReader.Texts(list), text => text.StartsWith("Page 1 of 2. ", StringComparison.Ordinal));
        list = await manager.TapAsync(list, "Next page");
        var one = LongestCards.Fits(
            await manager.FillAsync(CardReader.Actions(list).First(action => action.GetProperty("verb").GetString() == "answer"))
        );
        await manager.TapAsync(one, "Delete answer");
        Allowed(await manager.FillAsync(CardReader.Button(one, "Change answer")));
    }

    [Fact]
    public async Task The_longest_question_and_answer_are_shortened_in_the_channel_and_for_the_asker()
    {
        await using var host = await ManagerQuestionTestHost.OpenAsync();
        var priya = host.Staff();
        await ManagerQuestionTestHost.AskAsync(priya, $"{Uncovered} {LongestCards.Text(900)}");

        await host.AnswerAsync(LongestCards.Text(SavedAnswer.LongestText), always: true);

        await LongestCards.AllFitAsync(host.Practice);
        LongestCards.Fits(await priya.SayAsync($"{Uncovered} {LongestCards.Text(900)}"));
    }

    [Fact]
    public async Task An_answer_that_is_far_too_long_is_given_back_in_a_card_that_Teams_takes()
    {
        await using var practice = await Practice.OpenAsync();
        var manager = practice.Personal(Practice.ManagerId);
        var form = await manager.FillAsync((await manager.SayAsync("answers")).Button("Write new answer"));

        var back = Allowed(
            await manager.FillAsync(
                CardReader.Button(form, "Save answer"),
                new() { ["asked"] = Question(1), ["text"] = LongestCards.Text(30_000) }
            )
        );

        var typed = CardReader.Nodes(back).Single(node => node.TryGetProperty("id", out var id) && id.ToString() == "text");
        Assert.StartsWith(LongestCards.Text(10_000), typed.GetProperty("value").GetString(), StringComparison.Ordinal);
    }

    private static JsonElement Allowed(JsonElement card)
    {
        Assert.True(CardLimit.Allows(card.GetRawText()), $"{card.GetRawText().Length} characters");
        return card;
    }

    /// <summary>Returns a question of the greatest length that is like no other.</summary>
    private static string Question(int number) => $"{Words(number)} {LongestCards.Text(980)}";

    private static string Words(int number) => $"{(char)('a' + (number % 26))}{(char)('a' + (number / 26))}rkle";

    private static Task AskedAsync(Practice practice, int count, Func<int, string> asker) =>
        practice.Bot.ChangeAsync(database =>
        {
            database.ManagerQuestions.AddRange(
                Enumerable
                    .Range(0, count)
                    .Select(number => new ManagerQuestion
                    {
                        Id = Guid.NewGuid(),
                        QuestionId = Guid.NewGuid(),
                        AskerId = asker(number),
                        AskerName = LongestCards.Text(ManagerQuestion.LongestName),
                        AskedAt = practice.Bot.Time.GetUtcNow().AddMinutes(-number),
                        Text = LongestCards.Text(LoggedQuestion.LongestText),
                        Line = LongestCards.Text(ManagerQuestion.LongestLine),
                        Offered = "",
                    })
            );
            return Task.CompletedTask;
        });

    private static LoggedQuestion Logged(Practice practice, string text) =>
        new()
        {
            Id = Guid.NewGuid(),
            AskedAt = practice.Bot.Time.GetUtcNow(),
            Text = text,
            Verdict = AnswerVerdict.NotCovered,
            Sections = "",
            PolicyVersion = "1",
        };
}
