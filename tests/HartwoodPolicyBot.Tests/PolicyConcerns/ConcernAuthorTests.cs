using HartwoodPolicyBot.Core.PolicyConcerns;
using HartwoodPolicyBot.Core.Storage;
using HartwoodPolicyBot.Testing;
using HartwoodPolicyBot.Tests.Cards;
using HartwoodPolicyBot.Tests.Incidents;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Tests.PolicyConcerns;

/// <summary>The author of the policy, and nobody else, sees concerns, answers them and closes them.</summary>
public sealed class ConcernAuthorTests
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
}
