using System.Text.Json;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.PolicyConcerns;
using HartwoodPolicyBot.Core.Storage;
using HartwoodPolicyBot.Testing;
using HartwoodPolicyBot.Tests.Cards;
using HartwoodPolicyBot.Tests.Incidents;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HartwoodPolicyBot.Tests.PolicyConcerns;

/// <summary>Who raised a concern is known as far as they chose, and one about the author never reaches the author.</summary>
public sealed class ConcernSecrecyTests
{
    public static TheoryData<StorageProvider> Providers => [StorageProvider.Sqlite, StorageProvider.PostgreSql];

    [SkippableTheory]
    [MemberData(nameof(Providers))]
    public async Task Of_an_anonymous_concern_nothing_leads_to_the_person_and_its_code_leads_to_the_answer(StorageProvider provider)
    {
        await using var chat = await ConcernChat.OpenAsync(provider);
        chat.Bot.Time.Advance(TimeSpan.FromMinutes(83));
        var receipt = await chat.RaiseAsync(chat.Staff, ConcernChat.Filled("Anonymous"));
        var code = Code(receipt);
        var card = ConcernChat.CardIn(chat.Author, ConcernChat.Words)!.Value;
        await chat.Author.FillAsync(CardReader.Button(card, "Send answer"), new() { ["answer"] = "I'll change it." });

        var elsewhere = new Chat(chat.Bot, "personal");
        var mine = await elsewhere.SayAsync("my concerns");
        var wrong = await elsewhere.FillAsync(mine.Button("Find concern"), new() { ["code"] = "ABCD-EFGH-JKMN" });
        var found = await elsewhere.FillAsync(mine.Button("Find concern"), new() { ["code"] = code.ToLowerInvariant() });

        Approved.Card("concern-for-author-anonymous", card);
        var stored = await chat.ConcernAsync();
        Assert.Equal((null, null), (stored.RaiserId, stored.RaiserName));
        Assert.Equal(TimeSpan.Zero, stored.RaisedAt.TimeOfDay);
        Assert.DoesNotContain(code, JsonSerializer.Serialize(stored), StringComparison.Ordinal);
        Assert.NotEqual(7, stored.Id.Version);
        Assert.All(
            await chat.Bot.ReadAsync(database => database.Deliveries.Where(row => row.Subject == stored.Id).ToListAsync()),
            row => Assert.Equal((true, TimeSpan.Zero), (row.KeepsDayOnly, row.CreatedAt.TimeOfDay))
        );
        Assert.Contains("I can't find a concern with that code. Please check it and try again.", CardReader.Texts(wrong));
        Assert.Contains("I'll change it.", CardReader.Texts(found));
        Assert.DoesNotContain("concern-withdraw", found.GetRawText(), StringComparison.Ordinal);
        Assert.Null(
            (
                await chat.Bot.ReadAsync(database => database.RefusedAttempts.SingleAsync(row => row.Action == "policy-concern-code"))
            ).PersonId
        );
    }

    [Fact]
    public async Task In_confidence_the_author_sees_no_name_and_the_person_gets_the_answer()
    {
        await using var chat = await ConcernChat.OpenAsync();
        await chat.RaiseAsync(chat.Staff, ConcernChat.Filled("Confidential"));
        var card = ConcernChat.CardIn(chat.Author, ConcernChat.Words)!.Value;

        await chat.Author.FillAsync(CardReader.Button(card, "Send answer"), new() { ["answer"] = "I'll change it." });
        await chat.Practice.DeliveredAsync();

        Assert.DoesNotContain("Priya", card.GetRawText(), StringComparison.Ordinal);
        Assert.NotNull(ConcernChat.CardIn(chat.Staff, "I'll change it."));
    }

    [SkippableTheory]
    [MemberData(nameof(Providers))]
    public async Task One_about_the_author_goes_the_speak_up_way_and_neither_author_nor_managers_can_tell(StorageProvider provider)
    {
        await using var chat = await ConcernChat.OpenAsync(provider);
        var manager = chat.Practice.Personal(Practice.ManagerId);
        var before = (await manager.SayAsync("status")).Card.GetRawText();

        await chat.RaiseAsync(chat.Staff, ConcernChat.Filled(aboutAuthor: "yes"));
        var card = ConcernChat.CardIn(chat.Other, ConcernChat.Words)!.Value;
        await chat.Author.ExecuteAsync(CardReader.Button(card, "Send answer"), new() { ["answer"] = "Forged." });
        await chat.Other.FillAsync(CardReader.Button(card, "Answer and close"), new() { ["answer"] = "I'll talk to them." });
        await chat.Practice.DeliveredAsync();

        Assert.Equal("No concerns are waiting for you.", (await chat.Author.SayAsync("concerns")).Texts[1]);
        Assert.DoesNotContain(chat.Author.Sent, said => said.Body.ToString().Contains(ConcernChat.Words, StringComparison.Ordinal));
        Assert.Equal(before, (await manager.SayAsync("status")).Card.GetRawText());
        Assert.Equal(("I'll talk to them.", ConcernState.Closed), ((await chat.ConcernAsync()).Answer, (await chat.ConcernAsync()).State));
        Assert.NotNull(ConcernChat.CardIn(chat.Staff, "I'll talk to them."));
    }

    [Fact]
    public async Task Of_one_that_cannot_be_delivered_practice_managers_read_what_to_do_and_neither_its_words_nor_who_raised_it()
    {
        await using var chat = await ConcernChat.OpenAsync();
        await chat.RaiseAsync(chat.Staff, ConcernChat.Filled("Anonymous"));
        var manager = chat.Practice.Personal(Practice.ManagerId);
        await GiveUpAsync(PolicyConcernDeliveryKinds.Card);

        var status = await manager.SayAsync("status");
        await chat.Bot.Services.GetRequiredService<DeliveryNotices>().PlanDueAsync(default);
        await chat.Practice.DeliveredAsync();
        var notice = ConcernChat.CardIn(manager, "Not delivered")!.Value;

        CardRules.Hold(notice);
        Approved.Card("undelivered-concern", notice);
        foreach (var card in new[] { status.Card, notice })
        {
            Assert.Contains(CardReader.Texts(card), text => text.Contains("type “concerns” in their own chat", StringComparison.Ordinal));
            Assert.DoesNotContain("small print", card.GetRawText(), StringComparison.Ordinal);
        }

        Assert.Contains(ConcernChat.Words, (await chat.Author.SayAsync("concerns")).Card.GetRawText(), StringComparison.Ordinal);

        async Task GiveUpAsync(string kind) =>
            Assert.Equal(
                1,
                await chat.Bot.ReadAsync(database =>
                    database
                        .Deliveries.Where(row => row.Kind == kind)
                        .ExecuteUpdateAsync(set => set.SetProperty(row => row.State, DeliveryState.GivenUp))
                )
            );
    }

    [Fact]
    public async Task An_author_who_has_not_written_to_the_bot_yet_is_in_the_status()
    {
        await using var practice = await Practice.OpenAsync(settings: [("Staff:PolicyAuthor", ConcernChat.AuthorId)]);

        var status = await practice.Personal(Practice.ManagerId).SayAsync("status");

        Assert.Contains(
            status.Texts,
            text => text.StartsWith("The author of the policy hasn't written to me yet", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData(true, "the author")]
    [InlineData(false, "the practice manager")]
    public async Task Without_another_way_one_about_the_author_is_not_stored_and_the_words_are_given_back(bool hasAuthor, string author)
    {
        await using var chat = await ConcernChat.OpenAsync(hasAuthor: hasAuthor, hasOther: false);
        var form = await chat.Staff.SayAsync("raise a concern");

        var told = await chat.Staff.FillAsync(form.Button("Check before sending"), ConcernChat.Filled(aboutAuthor: "yes"));

        CardRules.Hold(told);
        Assert.Contains(form.Texts, text => text.StartsWith($"If it's about {author}, I have no one else", StringComparison.Ordinal));
        Assert.StartsWith($"I can't send this to anyone except {author}", CardReader.Texts(told)[0], StringComparison.Ordinal);
        Assert.Contains("Please speak to a GP partner", CardReader.Texts(told)[0], StringComparison.Ordinal);
        Assert.Contains(ConcernChat.Words, told.GetRawText(), StringComparison.Ordinal);
        Assert.Equal(0, await chat.Bot.ReadAsync(database => database.PolicyConcerns.CountAsync()));
    }

    [Fact]
    public async Task Without_a_named_author_the_practice_managers_get_it_in_their_own_chats()
    {
        await using var chat = await ConcernChat.OpenAsync(hasAuthor: false);

        await chat.RaiseAsync(chat.Staff);

        Assert.NotNull(ConcernChat.CardIn(chat.Practice.Personal(Practice.ManagerId), ConcernChat.Words));
        Assert.DoesNotContain(
            chat.Bot.Teams.In(Practice.ChannelId),
            said => said.Body.ToString().Contains("small print", StringComparison.Ordinal)
        );
    }

    private static string Code(JsonElement receipt) =>
        CardReader
            .Nodes(receipt)
            .First(node => node.TryGetProperty("title", out var title) && title.GetString() == "Your code")
            .GetProperty("value")
            .GetString()!;
}
