using System.Text.Json;
using HartwoodPolicyBot.Core.QuestionLog;
using HartwoodPolicyBot.Testing;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Tests.Answers;

public sealed class AnswerQuestionTests(BotHost bot) : IClassFixture<BotHost>
{
    private const string WorkplaceClause =
        "Images shared of a workplace will be checked to ensure they do not inadvertently contain anything "
        + "that might breach confidentiality.";

    [Fact]
    public async Task A_question_is_answered_with_the_clause_word_for_word()
    {
        var reply = await bot.Chat().SayAsync("May I share an image of my workplace?");

        Assert.Equal("Patient confidentiality", reply.Texts[0]);
        Assert.Equal("Only with care: the picture has to be checked first.", reply.Texts[1]);
        Assert.Contains(WorkplaceClause, reply.Texts);
        Assert.Contains("Quoted from: Social media policy", reply.Texts);
    }

    [Fact]
    public async Task A_short_section_is_shown_whole_in_its_own_order()
    {
        var reply = await bot.Chat().SayAsync("a patient from today's clinic wants to be my friend on facebook, do I say yes");

        Assert.Equal("Interactions online", reply.Cited[0]);
        Assert.StartsWith("Interactions online: Professional boundaries", reply.Summary, StringComparison.Ordinal);
        Assert.Equal(
            [
                "Ethical and legal standards and professionalism will be maintained on social media.",
                "Patients and colleagues will be respected.",
                "Professional boundaries will be maintained from patients.",
                "Discussing a patient’s health with them on publicly accessible social media will be avoided.",
            ],
            reply.Texts.SkipWhile(text => !text.StartsWith("Ethical", StringComparison.Ordinal)).Take(4)
        );
    }

    [Fact]
    public async Task A_bullet_is_set_off_with_the_line_that_introduces_its_list()
    {
        var reply = await bot.Chat().SayAsync("does a blog of mine count as social media");

        var setOff = CardReader
            .Nodes(reply.Card)
            .First(node => node.TryGetProperty("style", out var style) && style.GetString() == "emphasis");

        Assert.Equal(
            ["In this policy the term applies all use of social media, including, but not limited to:", "• Blogs."],
            CardReader.Texts(setOff)
        );
    }

    [Fact]
    public async Task The_best_clause_is_set_apart_from_the_others()
    {
        var reply = await bot.Chat().SayAsync("May I share an image of my workplace?");

        var emphasised = CardReader
            .Nodes(reply.Card)
            .Single(node => node.TryGetProperty("style", out var style) && style.GetString() == "emphasis");
        Assert.Equal([WorkplaceClause], CardReader.Texts(emphasised));
    }

    [Fact]
    public async Task A_clause_that_points_back_is_quoted_after_the_one_it_points_to()
    {
        var reply = await bot.Chat().SayAsync("Does anonymized information count, where the family may identify themselves?");

        var place = reply
            .Texts.ToList()
            .FindIndex(text => text.StartsWith("This includes posting anonymized information", StringComparison.Ordinal));
        Assert.StartsWith("Posts, comments, tweets, anecdotes, or blogs", reply.Texts[place - 1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_message_is_one_card_with_a_summary_and_one_citation_entity()
    {
        var reply = await bot.Chat().SayAsync("May I share an image of my workplace?");

        Assert.False(reply.Message.TryGetProperty("text", out _));
        Assert.Equal("message", reply.Message.GetProperty("type").GetString());
        Assert.StartsWith("Patient confidentiality: Images shared", reply.Summary, StringComparison.Ordinal);
        Assert.Equal(1, reply.Message.GetProperty("attachments").GetArrayLength());
        var entity = Assert.Single(reply.Message.GetProperty("entities").EnumerateArray());
        Assert.Equal("https://schema.org/Message", entity.GetProperty("type").GetString());
        Assert.Equal("Message", entity.GetProperty("@type").GetString());
        Assert.Equal("https://schema.org", entity.GetProperty("@context").GetString());
        var citation = entity.GetProperty("citation")[0];
        Assert.Equal("Claim", citation.GetProperty("@type").GetString());
        Assert.Equal(1, citation.GetProperty("position").GetInt32());
        var document = citation.GetProperty("appearance");
        Assert.Equal("Patient confidentiality", document.GetProperty("name").GetString());
        Assert.Equal(WorkplaceClause, document.GetProperty("abstract").GetString());
        Assert.Equal("http://localhost:3978/policy/social-media#patient-confidentiality", document.GetProperty("url").GetString());
    }

    [Fact]
    public async Task At_most_three_sections_are_cited_and_each_abstract_keeps_the_limit()
    {
        var reply = await bot.Chat()
            .SayAsync(
                "Which guidance on social media from the British Medical Association do clinicians and the practice "
                    + "manager follow for patients?"
            );

        Assert.InRange(reply.Cited.Count, 1, 3);
        Assert.All(
            reply.Message.GetProperty("entities")[0].GetProperty("citation").EnumerateArray(),
            citation => Assert.InRange(citation.GetProperty("appearance").GetProperty("abstract").GetString()!.Length, 1, 160)
        );
    }

    [Fact]
    public async Task A_question_that_the_policy_does_not_cover_is_refused_without_a_citation()
    {
        var reply = await bot.Chat().SayAsync("How many days of annual leave do I get?");

        Assert.Equal("The social media policy doesn't cover this", reply.Texts[0]);
        Assert.Contains(reply.Texts, text => text.Contains("ask the practice manager", StringComparison.Ordinal));
        Assert.Empty(reply.Cited);
        Assert.Contains("Browse the policy", reply.Buttons);
    }

    [Fact]
    public async Task A_refusal_offers_the_nearest_sections_as_buttons()
    {
        var chat = bot.Chat();
        var refusal = await chat.SayAsync("How do I log in to the computer in the training room?");
        Assert.Equal("The social media policy doesn't cover this", refusal.Texts[0]);

        var section = await chat.ExecuteAsync(refusal.Button("Training"));

        Assert.Equal("Training", section.Texts[0]);
        Assert.Contains("Training is available in the Training module within TeamNet.", section.Texts);
    }

    [Fact]
    public async Task Each_suggested_question_is_answered_by_the_policy()
    {
        var offered = JsonSerializer.Deserialize<Dictionary<string, string[]>>(
            await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Content/asked-next.json"))
        )!;
        Assert.Equal(18, offered.Count);

        var unanswered = new List<string>();
        foreach (var question in offered.Values.SelectMany(questions => questions).Distinct())
        {
            if ((await bot.Chat().SayAsync(question)).Cited.Count == 0)
            {
                unanswered.Add(question);
            }
        }

        Assert.Empty(unanswered);
    }

    [Fact]
    public async Task A_suggested_question_is_answered_in_a_new_message()
    {
        var chat = bot.Chat();
        var answer = await chat.SayAsync("May I share an image of my workplace?");

        var next = await chat.ExecuteAsync(answer.Button("Can I share an image of a patient?"));

        Assert.Contains(
            "Images of patients will not be shared without their explicit consent and GMC guidance will be followed.",
            next.Texts
        );
        Assert.Equal("application/vnd.microsoft.activity.message", chat.Body.GetProperty("type").GetString());
        Assert.Equal(2, chat.Sent.Count);
    }

    [Fact]
    public async Task The_question_just_asked_is_not_suggested_again()
    {
        var reply = await bot.Chat().SayAsync("can i share an image of my workplace");

        Assert.DoesNotContain("Can I share an image of my workplace?", reply.Buttons);
        Assert.Contains("Can I share an image of a patient?", reply.Buttons);
    }

    [Fact]
    public async Task The_log_keeps_the_question_masked_with_verdict_sections_and_version_but_no_person()
    {
        var chat = bot.Chat();
        await chat.SayAsync("Logged: may I share an image of my workplace with the patient 943 476 5919 in it?");

        var row = await bot.ReadAsync(database => database.Questions.SingleAsync(question => question.Text.StartsWith("Logged:")));

        Assert.Equal("Logged: may I share an image of my workplace with the patient [NHS number] in it?", row.Text);
        Assert.Equal(AnswerVerdict.Answered, row.Verdict);
        Assert.StartsWith("social-media/patient-confidentiality:", row.Sections, StringComparison.Ordinal);
        Assert.Matches(@"^not stated \([0-9a-f]{12}\)$", row.PolicyVersion);
        Assert.True(row.Score > 0);
        Assert.Equal(bot.Time.GetUtcNow(), row.AskedAt);
        var columns = typeof(LoggedQuestion).GetProperties().Select(property => property.GetValue(row)?.ToString() ?? "");
        Assert.DoesNotContain(
            columns,
            value => value.Contains(chat.Person, StringComparison.Ordinal) || value.Contains(chat.Conversation, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_refused_question_is_logged_as_not_covered()
    {
        await bot.Chat().SayAsync("Refused: how many days of annual leave?");

        var row = await bot.ReadAsync(database => database.Questions.SingleAsync(question => question.Text.StartsWith("Refused:")));

        Assert.Equal(AnswerVerdict.NotCovered, row.Verdict);
        Assert.Equal("", row.Sections);
    }

    [Fact]
    public async Task The_program_log_holds_no_question()
    {
        await bot.Chat().SayAsync("May my xylophone share an image of my workplace?");

        Assert.NotEmpty(bot.Log.All);
        Assert.DoesNotContain(bot.Log.All, line => line.Contains("xylophone", StringComparison.OrdinalIgnoreCase));
    }
}
