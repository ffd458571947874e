using System.Text.Json;
using System.Text.Json.Nodes;
using HartwoodPolicyBot.Core.PostChecks;
using HartwoodPolicyBot.Testing;
using HartwoodPolicyBot.Tests.ManagerQuestions;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Tests.PostChecks;

public sealed class PostCheckTests
{
    private const string Stop = "Don't post this as it is";
    private const string Ask = "Ask first";
    private const string Nothing = "I found nothing against the policy";
    private const string Recognisable = "The vicar was in clinic this morning with shingles. What a day.";

    [Theory]
    [InlineData(Recognisable, "Patient confidentiality", "The vicar was in clinic")]
    [InlineData("Our locums are useless idiots and so is that ambulance crew.", "Interactions online", "useless idiots")]
    [InlineData(
        "Mrs Jones from 14 Mill Lane was a star at our flu clinic [picture: a tray of vaccines]",
        "Patient confidentiality",
        "Mrs Jones from 14 Mill Lane"
    )]
    [InlineData("Can anybody find the notes for NHS number 943 476 5919?", "Patient confidentiality", "943 476 5919")]
    public async Task A_draft_that_breaks_the_policy_is_stopped_with_its_words_the_clause_and_what_mends_it(
        string draft,
        string section,
        string words
    )
    {
        await using var host = await ManagerQuestionTestHost.OpenAsync();

        var reply = await host.Staff().SayAsync($"check a post: {draft}");

        Assert.StartsWith(Stop, reply.Summary, StringComparison.Ordinal);
        Assert.Equal(section, reply.Cited[0]);
        Assert.Contains(words, CardReader.Texts(Concerns(reply.Card)[0])[0], StringComparison.Ordinal);
        Assert.True(CardReader.Texts(Concerns(reply.Card)[0]).Count >= 4);
    }

    [Fact]
    public async Task What_the_picture_shows_is_read_from_square_brackets_at_the_end()
    {
        await using var host = await ManagerQuestionTestHost.OpenAsync();
        var staff = host.Staff();

        var shown = await staff.SayAsync("check a post: Monday! [picture: our waiting room with patients, their faces in view]");

        Assert.Equal("Patient confidentiality", shown.Cited[0]);
        Assert.NotEqual(Nothing, shown.Summary);
        Assert.Contains("patients, their faces", CardReader.Texts(Concerns(shown.Card)[0])[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("We're closed on Monday for the bank holiday. Ring 111 if you need help that can't wait.", Nothing)]
    [InlineData("Our new branch at 14 Mill Lane opens on Monday. Come and say hello.", Nothing)]
    [InlineData("🎉🎉🎉", Nothing)]
    [InlineData("https://example.com/news", Ask)]
    [InlineData("Dzisiaj nasza przychodnia jest zamknięta, prosimy dzwonić jutro rano po ósmej", Ask)]
    public async Task A_draft_without_concerns_gets_one_of_the_three_verdicts_and_no_clause(string draft, string verdict)
    {
        await using var host = await ManagerQuestionTestHost.OpenAsync();

        var reply = await host.Staff().SayAsync($"check a post: {draft}");

        Assert.Equal(verdict, reply.Summary);
        Assert.Empty(reply.Cited);
        Assert.Empty(Concerns(reply.Card));
    }

    [Theory]
    [InlineData("Tea at three, ' and then home")]
    [InlineData("'Closed': '' - ’")]
    [InlineData("; ' : ’ – ' - '' , ")]
    [InlineData("#,'#:’@-'[picture: ']")]
    public async Task Marks_without_words_between_them_are_read_like_any_draft(string draft)
    {
        await using var host = await ManagerQuestionTestHost.OpenAsync();

        var reply = await host.Staff().SayAsync($"check a post: {draft}");

        Assert.Contains(reply.Summary, new[] { Stop, Ask, Nothing });
    }

    [Fact]
    public async Task A_very_long_draft_is_answered_and_its_card_stays_small()
    {
        await using var host = await ManagerQuestionTestHost.OpenAsync();

        var reply = await host.Staff().SayAsync($"check a post: {string.Concat(Enumerable.Repeat(Recognisable + " ", 1600))}");

        Assert.StartsWith(Stop, reply.Summary, StringComparison.Ordinal);
        Assert.InRange(reply.Card.GetRawText().Length, 1, 30_000);
    }

    [Fact]
    public async Task The_form_is_checked_changed_and_checked_again()
    {
        await using var host = await ManagerQuestionTestHost.OpenAsync();
        var staff = host.Staff();
        var form = await staff.SayAsync("check a post");

        var stopped = await staff.FillAsync(form.Button("Check this post"), new() { ["draft"] = Recognisable, ["account"] = "own" });
        var again = await staff.FillAsync(CardReader.Button(stopped, "Change and check again"));
        var mended = await staff.FillAsync(CardReader.Button(again, "Check this post"), new() { ["draft"] = "What a day. Tea, please." });

        Assert.Equal(Stop, CardReader.Texts(stopped)[0]);
        Assert.Contains(Recognisable, again.GetRawText(), StringComparison.Ordinal);
        Assert.Equal(Nothing, CardReader.Texts(mended)[0]);
    }

    [Fact]
    public async Task What_was_typed_about_the_picture_is_still_there_when_the_post_is_changed()
    {
        await using var host = await ManagerQuestionTestHost.OpenAsync();
        var staff = host.Staff();
        var result = await staff.SayAsync("check a post: What a day [picture: the waiting room with patients]");

        var again = await staff.FillAsync(result.Button("Change and check again"));

        Assert.Contains("\"value\":\"What a day\"", again.GetRawText(), StringComparison.Ordinal);
        Assert.Contains("\"value\":\"the waiting room with patients\"", again.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_is_cancelled_gives_way_to_a_sentence_and_counts_no_check()
    {
        await using var host = await ManagerQuestionTestHost.OpenAsync();
        var staff = host.Staff();
        var form = await staff.SayAsync("check a post");

        var cancelled = await staff.FillAsync(form.Button("Cancel"), new() { ["draft"] = Recognisable });

        Assert.Equal("I haven't checked or kept anything.", CardReader.Texts(cancelled)[0]);
        Assert.Equal(0, await host.Bot.ReadAsync(database => database.PostCheckCounts.CountAsync()));
    }

    [Fact]
    public async Task The_draft_goes_to_the_practice_manager_masked_and_only_after_a_last_look()
    {
        await using var host = await ManagerQuestionTestHost.OpenAsync();
        var staff = host.Staff();
        var check = await staff.SayAsync($"check a post: {Recognisable} His number is NHS 943 476 5919.");

        var review = await staff.ExecuteAsync(check.Button("Ask the practice manager"));
        var before = await host.Bot.ReadAsync(database => database.ManagerQuestions.CountAsync());
        await staff.ExecuteAsync(review.Button("Send to practice manager"));
        await staff.ExecuteAsync(review.Button("Send to practice manager"));
        var asked = await host.Bot.ReadAsync(database => database.ManagerQuestions.SingleAsync());

        Assert.Equal(0, before);
        Assert.Contains("The vicar was in clinic", asked.Text, StringComparison.Ordinal);
        Assert.Contains("[NHS number]", asked.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("943", asked.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_check_is_counted_by_day_and_the_draft_is_not_stored()
    {
        await using var host = await ManagerQuestionTestHost.OpenAsync();
        var staff = host.Staff();

        await staff.SayAsync($"check a post: {Recognisable}");
        await staff.SayAsync($"check a post: {Recognisable}");
        var counts = await host.Bot.ReadAsync(database => database.PostCheckCounts.ToListAsync());

        Assert.Equal((PostVerdict.DoNotPost, 2), (Assert.Single(counts).Verdict, counts[0].Count));
        Assert.Equal(0, await host.Bot.ReadAsync(database => database.Questions.CountAsync()));
    }

    [Fact]
    public async Task Check_this_post_in_a_messages_menu_shows_the_outcome_and_in_the_compose_box_the_form()
    {
        await using var host = await ManagerQuestionTestHost.OpenAsync();
        var chat = host.Bot.Chat("groupChat");

        var outcome = await OpenAsync(chat, Recognisable);
        var form = await OpenAsync(chat, null);

        Assert.Equal(Stop, CardReader.Texts(outcome)[0]);
        Assert.Equal("Check a post", CardReader.Texts(form)[0]);
    }

    [Fact]
    public async Task Among_others_nothing_is_checked()
    {
        await using var host = await ManagerQuestionTestHost.OpenAsync();

        var reply = await new Chat(host.Bot, "groupChat").MentionAsync($"check a post: {Recognisable}");

        Assert.StartsWith("Let's keep that private.", reply.Texts[0], StringComparison.Ordinal);
        Assert.Contains(
            "message=check%20a%20post",
            reply.Button("Open private chat").GetProperty("url").GetString(),
            StringComparison.Ordinal
        );
    }

    private static async Task<JsonElement> OpenAsync(Chat chat, string? message)
    {
        var activity = chat.Activity("invoke");
        activity["name"] = "composeExtension/fetchTask";
        activity["value"] = new JsonObject { ["commandId"] = "checkPost" };
        if (message is not null)
        {
            activity["value"]!["messagePayload"] = new JsonObject
            {
                ["body"] = new JsonObject { ["contentType"] = "html", ["content"] = $"<p>{message}</p>" },
            };
        }

        await chat.SendAsync(activity);
        return chat.Body.GetProperty("task").GetProperty("value").GetProperty("card").GetProperty("content");
    }

    private static List<JsonElement> Concerns(JsonElement card) =>
        [
            .. CardReader
                .Nodes(card)
                .Where(node =>
                    node.TryGetProperty("id", out var id)
                    && id.ValueKind == JsonValueKind.String
                    && id.GetString()!.StartsWith("concern", StringComparison.Ordinal)
                ),
        ];
}
