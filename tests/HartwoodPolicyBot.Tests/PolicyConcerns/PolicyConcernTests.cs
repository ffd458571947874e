using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.PolicyConcerns;
using HartwoodPolicyBot.Core.Privacy;
using HartwoodPolicyBot.Core.Storage;
using HartwoodPolicyBot.Testing;
using HartwoodPolicyBot.Tests.Cards;
using HartwoodPolicyBot.Tests.Incidents;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HartwoodPolicyBot.Tests.PolicyConcerns;

/// <summary>
/// The policy, Equality and diversity impact assessment: "If, at any time, this policy is considered to be discriminatory in any way,
/// the author of the policy should be contacted immediately to discuss these concerns."
/// </summary>
public sealed class PolicyConcernTests
{
    public static TheoryData<StorageProvider> Providers => [StorageProvider.Sqlite, StorageProvider.PostgreSql];

    [SkippableTheory]
    [MemberData(nameof(Providers))]
    public async Task The_author_of_the_policy_is_contacted_in_their_own_chat_answers_and_closes_it_there(StorageProvider provider)
    {
        await using var chat = await ConcernChat.OpenAsync(provider);
        var receipt = await chat.RaiseAsync(chat.Staff);
        var card = ConcernChat.CardIn(chat.Author, ConcernChat.Words)!.Value;

        var answered = await chat.Author.FillAsync(
            CardReader.Button(card, "Send answer"),
            new() { ["answer"] = "Thank you. I'll change it." }
        );
        await chat.Practice.DeliveredAsync();
        var closed = await chat.Author.FillAsync(CardReader.Button(answered, "Close concern"));
        await chat.Practice.DeliveredAsync();

        foreach (var shown in new[] { receipt, card, answered, closed })
        {
            CardRules.Hold(shown);
        }

        Approved.Card("concern-receipt", receipt);
        Approved.Card("concern-for-author", card);
        Approved.Card("concern-answered", answered);
        Approved.Card("concern-closed", closed);
        Assert.Contains("Raised by: Priya Shah", CardReader.Texts(card));
        Assert.NotNull(ConcernChat.CardIn(chat.Staff, "Thank you. I'll change it."));
        Assert.Equal(ConcernState.Closed, (await chat.ConcernAsync()).State);
        Assert.All(
            [.. chat.Bot.Teams.In(Practice.ChannelId), .. chat.Practice.Personal(Practice.ManagerId).Sent],
            said => Assert.DoesNotContain("small print", said.Body.ToString(), StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task The_section_that_asks_for_concerns_has_the_button_and_others_have_not()
    {
        await using var chat = await ConcernChat.OpenAsync();
        var list = await chat.Staff.SayAsync("policy");
        var more = CardReader
            .Actions(list.Card)
            .Any(action => action.GetProperty("title").GetString()!.StartsWith("Equality", StringComparison.Ordinal))
            ? list.Card
            : await chat.Staff.FillAsync(list.Button("Next page"));

        var section = await chat.Staff.ExecuteAsync(CardReader.Button(more, "Equality and diversity impact assessment"));
        var other = await chat.Staff.ExecuteAsync(list.Button("Scope"));
        var form = await chat.Staff.ExecuteAsync(section.Button("Raise a concern with the author"));

        CardRules.Hold(section.Card);
        CardRules.Hold(form.Card);
        Approved.Card("section-with-concern", section.Card);
        Approved.Card("concern-form", form.Card);
        Assert.DoesNotContain("Raise a concern with the author", other.Buttons);
    }

    [Theory]
    [InlineData("text", "", "Please say what your concern is.")]
    [InlineData("appear", "", "Please say whether your name should be shown.")]
    [InlineData("appear", "2", "Please say whether your name should be shown.")]
    [InlineData("aboutAuthor", "", "Please say whether your concern is about the author.")]
    [InlineData("aboutAuthor", "false", "Please say whether your concern is about the author.")]
    public async Task A_form_that_leaves_something_open_comes_again_with_what_was_written(string field, string answer, string problem)
    {
        await using var chat = await ConcernChat.OpenAsync();
        var form = await chat.Staff.SayAsync("raise a concern");
        var answers = ConcernChat.Filled();
        answers[field] = answer;

        var again = await chat.Staff.FillAsync(form.Button("Check before sending"), answers);

        Assert.Contains(problem, CardReader.Texts(again));
        Assert.Equal(field != "text", again.GetRawText().Contains(ConcernChat.Words, StringComparison.Ordinal));
        Assert.Equal(0, await chat.Bot.ReadAsync(database => database.PolicyConcerns.CountAsync()));
    }

    [Fact]
    public async Task Identifiers_are_hidden_before_anything_is_stored_and_the_review_says_so()
    {
        await using var chat = await ConcernChat.OpenAsync();
        var form = await chat.Staff.SayAsync("raise a concern");

        var review = await chat.Staff.FillAsync(
            form.Button("Check before sending"),
            ConcernChat.Filled("Confidential", text: "It left out NHS 943 476 5919.")
        );
        await chat.Staff.FillAsync(CardReader.Button(review, "Send concern"));

        CardRules.Hold(review);
        Approved.Card("concern-review", review);
        Assert.Equal("It left out NHS [NHS number].", (await chat.ConcernAsync()).Text);
    }

    [SkippableTheory]
    [MemberData(nameof(Providers))]
    public async Task A_form_that_is_sent_twice_is_one_concern(StorageProvider provider)
    {
        await using var chat = await ConcernChat.OpenAsync(provider);
        var form = await chat.Staff.SayAsync("raise a concern");
        var review = await chat.Staff.FillAsync(form.Button("Check before sending"), ConcernChat.Filled("Anonymous"));

        var receipts = new List<string>();
        for (var press = 0; press < 3; press++)
        {
            receipts.Add((await chat.Staff.FillAsync(CardReader.Button(review, "Send concern"))).GetRawText());
        }

        Assert.Single(receipts.Distinct());
        Assert.Equal(1, await chat.Bot.ReadAsync(database => database.PolicyConcerns.CountAsync()));
    }

    [SkippableTheory]
    [MemberData(nameof(Providers))]
    public async Task Of_two_who_answer_at_once_the_second_is_told_and_keeps_their_words(StorageProvider provider)
    {
        await using var chat = await ConcernChat.OpenAsync(provider, hasAuthor: false);
        await chat.Practice.Personal(Practice.SecondId).SayAsync("hello");
        await chat.RaiseAsync(chat.Staff);
        var first = chat.Practice.Personal(Practice.ManagerId);
        var second = chat.Practice.Personal(Practice.SecondId);
        var card = ConcernChat.CardIn(first, ConcernChat.Words)!.Value;

        await first.FillAsync(CardReader.Button(card, "Answer and close"), new() { ["answer"] = "Mended." });
        var late = await second.FillAsync(
            CardReader.Button(ConcernChat.CardIn(second, ConcernChat.Words)!.Value, "Send answer"),
            new() { ["answer"] = "Something else." }
        );

        Assert.Contains("This concern is already closed or withdrawn.", CardReader.Texts(late));
        Assert.Equal("Mended.", (await chat.ConcernAsync()).Answer);
    }

    [Fact]
    public async Task Nobody_but_the_author_sees_or_answers_a_concern_also_with_a_forged_click()
    {
        await using var chat = await ConcernChat.OpenAsync();
        await chat.RaiseAsync(chat.Staff);
        var answer = CardReader.Button(ConcernChat.CardIn(chat.Author, ConcernChat.Words)!.Value, "Send answer");

        foreach (
            var person in new[]
            {
                chat.Staff,
                chat.Other,
                chat.Practice.Personal(Practice.ManagerId),
                chat.Practice.InChannel(ConcernChat.AuthorId),
            }
        )
        {
            await person.ExecuteAsync(answer, new() { ["answer"] = "Forged." });
            Assert.Equal(403, person.Body.GetProperty("statusCode").GetInt32());
            Assert.DoesNotContain(ConcernChat.Words, (await ListAsync(person)).Card.GetRawText(), StringComparison.Ordinal);
        }

        Assert.Null((await chat.ConcernAsync()).Answer);
        Assert.Equal(4, await chat.Bot.ReadAsync(database => database.RefusedAttempts.CountAsync(row => row.Action == "policy-concern")));

        async Task<Reply> ListAsync(Chat person) =>
            person.Conversation == Practice.ChannelId ? await person.MentionAsync("concerns") : await person.SayAsync("concerns");
    }

    [Fact]
    public async Task Practice_managers_who_stand_in_for_an_author_see_waiting_concerns_on_their_home_but_none_about_themselves()
    {
        await using var chat = await ConcernChat.OpenAsync(hasAuthor: false);
        var manager = chat.Practice.Personal(Practice.ManagerId);
        await chat.RaiseAsync(chat.Staff, ConcernChat.Filled(aboutAuthor: "yes"));
        Assert.DoesNotContain("about a policy to answer", (await manager.SayAsync("home")).Message.GetRawText(), StringComparison.Ordinal);
        await chat.RaiseAsync(chat.Staff);

        var listed = await manager.ExecuteAsync((await manager.SayAsync("home")).Button("1 concern about a policy to answer"));

        Assert.Contains("Section 2 assumes", listed.Message.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_named_authors_concerns_are_on_no_managers_home()
    {
        await using var chat = await ConcernChat.OpenAsync();
        await chat.RaiseAsync(chat.Staff);

        var home = await chat.Practice.Personal(Practice.ManagerId).SayAsync("home");

        Assert.DoesNotContain("about a policy to answer", home.Message.GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("raise a concern")]
    [InlineData("my concerns")]
    [InlineData("declare an interest")]
    [InlineData("my interests")]
    public async Task A_command_that_is_used_among_others_is_ready_to_be_sent_in_the_private_chat(string command)
    {
        await using var chat = await ConcernChat.OpenAsync();

        var reply = await new Chat(chat.Bot, "groupChat").MentionAsync(command);

        Assert.EndsWith(
            $"message={Uri.EscapeDataString(command)}",
            reply.Button("Open private chat").GetProperty("url").GetString(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task The_author_lists_open_concerns_and_opens_one()
    {
        await using var chat = await ConcernChat.OpenAsync();
        await chat.RaiseAsync(chat.Staff);

        var list = await chat.Author.SayAsync("concerns");
        var opened = await chat.Author.ExecuteAsync(CardReader.Actions(list.Card)[0]);

        CardRules.Hold(list.Card);
        Approved.Card("concern-list", list.Card);
        Assert.Contains(ConcernChat.Words, opened.Texts);
    }

    [SkippableTheory]
    [MemberData(nameof(Providers))]
    public async Task A_concern_can_be_withdrawn_and_its_words_go_from_the_authors_card(StorageProvider provider)
    {
        await using var chat = await ConcernChat.OpenAsync(provider);
        await chat.RaiseAsync(chat.Staff);
        var mine = await chat.Staff.SayAsync("my concerns");
        var one = await chat.Staff.FillAsync(CardReader.Actions(mine.Card)[0]);

        var withdrawn = await chat.Staff.FillAsync(CardReader.Button(one, "Withdraw concern"));
        await chat.Practice.DeliveredAsync();

        Approved.Card("concerns-of-mine", mine.Card);
        Approved.Card("concern-of-mine", one);
        Approved.Card("concern-withdrawn", withdrawn);
        var stored = await chat.ConcernAsync();
        Assert.Equal(("", ConcernState.Withdrawn), (stored.Text, stored.State));
        var last = chat.Author.Sent[^1];
        Assert.Equal("PUT", last.Method);
        Assert.DoesNotContain(ConcernChat.Words, last.Body.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task My_data_has_the_concerns_that_were_raised_and_answered()
    {
        await using var chat = await ConcernChat.OpenAsync();
        await chat.RaiseAsync(chat.Staff, ConcernChat.Filled("Confidential"));
        await chat.Author.FillAsync(
            CardReader.Button(ConcernChat.CardIn(chat.Author, ConcernChat.Words)!.Value, "Send answer"),
            new() { ["answer"] = "Mended." }
        );

        Assert.Equal(1, await RecordsAsync(chat, "staff-1", "Concerns you've raised about a policy"));
        Assert.Equal(1, await RecordsAsync(chat, ConcernChat.AuthorId, "Concerns you've answered as the author of a policy"));
    }

    [SkippableTheory]
    [MemberData(nameof(Providers))]
    public async Task A_concern_is_deleted_some_years_after_it_ended_with_its_deliveries_and_an_open_one_never(StorageProvider provider)
    {
        await using var chat = await ConcernChat.OpenAsync(provider);
        await chat.RaiseAsync(chat.Staff);
        var retention = chat.Bot.Services.GetServices<IRetention>().OfType<PolicyConcernRetention>().Single();
        var far = chat.Bot.Time.GetUtcNow().AddYears(7);

        await retention.DeleteAsync(far, default);
        var open = await chat.Bot.ReadAsync(database => database.PolicyConcerns.CountAsync());
        await chat.Author.FillAsync(
            CardReader.Button(ConcernChat.CardIn(chat.Author, ConcernChat.Words)!.Value, "Answer and close"),
            new() { ["answer"] = "Mended." }
        );
        await chat.Practice.DeliveredAsync();
        await retention.DeleteAsync(far, default);

        Assert.Equal(1, open);
        Assert.Equal(0, await chat.Bot.ReadAsync(database => database.PolicyConcerns.CountAsync()));
        Assert.Equal(0, await chat.Bot.ReadAsync(database => database.Deliveries.CountAsync(row => row.Kind.Contains("concern"))));
    }

    [Fact]
    public async Task Among_others_no_form_is_shown_and_a_copied_form_does_nothing()
    {
        await using var chat = await ConcernChat.OpenAsync();
        var form = await chat.Staff.SayAsync("raise a concern");
        var group = chat.Bot.Chat("groupChat");

        var among = await group.MentionAsync("raise a concern");
        var copied = await group.ExecuteAsync(form.Button("Check before sending"), ConcernChat.Filled());

        Assert.All([among, copied], reply => Assert.StartsWith("Let's keep that private.", reply.Texts[0], StringComparison.Ordinal));
    }

    private static Task<int> RecordsAsync(ConcernChat chat, string person, string title) =>
        chat.Bot.ReadAsync(async database =>
            (
                await chat
                    .Bot.Services.GetServices<IPersonalData>()
                    .OfType<PolicyConcernData>()
                    .Single()
                    .AboutAsync(database, new(PersonId.Of(person)), default)
            )
                .Single(records => records.Title == title)
                .Records.Count
        );
}
