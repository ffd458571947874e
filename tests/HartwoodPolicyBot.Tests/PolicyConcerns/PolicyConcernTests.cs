using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.PolicyConcerns;
using HartwoodPolicyBot.Core.Privacy;
using HartwoodPolicyBot.Core.Storage;
using HartwoodPolicyBot.Testing;
using HartwoodPolicyBot.Tests.Cards;
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
