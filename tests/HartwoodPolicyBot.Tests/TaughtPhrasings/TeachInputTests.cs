using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Core.TaughtPhrasings;
using HartwoodPolicyBot.Testing;
using HartwoodPolicyBot.Tests.Cards;
using HartwoodPolicyBot.Tests.Policies;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HartwoodPolicyBot.Tests.TaughtPhrasings;

/// <summary>What may come that is not the usual: forged clicks, short and telling questions, a policy that changes meanwhile.</summary>
public sealed class TeachInputTests
{
    private static string WithoutAnonymity
    {
        get
        {
            var from = Publishing.SocialMedia.IndexOf("## Anonymity", StringComparison.Ordinal);
            var to = Publishing.SocialMedia.IndexOf("\n#", from + 5, StringComparison.Ordinal);
            return Publishing.SocialMedia[..from] + Publishing.SocialMedia[(to + 1)..];
        }
    }

    [Fact]
    public async Task What_was_taught_anew_since_a_card_was_made_is_not_undone_by_it()
    {
        await using var chat = await TeachingChat.OpenAsync();
        await chat.Staff.SayAsync(TeachingChat.Uncovered);
        await TeachingChat.TeachAsync(chat.Manager, TeachingChat.Uncovered);
        var row = Assert.Single(await chat.RowsAsync());
        await chat.Bot.ReadAsync(database =>
            database.TaughtPhrasings.ExecuteUpdateAsync(set => set.SetProperty(taught => taught.Version, row.Version + 1))
        );

        var refusal = await chat
            .Bot.Services.GetRequiredService<TeachSection>()
            .UndoAsync(new ActingManager(PersonId.Of(Publishing.ManagerId), "Margaret"), [new(row.Id, row.Version)], default);

        Assert.Equal(TaughtPhrasingRefusals.NotTaught, refusal);
        Assert.Single(await chat.RowsAsync());
    }

    [Fact]
    public async Task A_forged_click_by_staff_teaches_and_undoes_nothing_and_is_in_the_audit()
    {
        await using var chat = await TeachingChat.OpenAsync();
        await chat.Staff.SayAsync(TeachingChat.Uncovered);
        await chat.Staff.SayAsync("who waters the plants in reception");
        var form = await TeachingChat.FormAsync(chat.Manager, "who waters the plants in reception");
        var taught = await TeachingChat.TeachAsync(chat.Manager, TeachingChat.Uncovered);
        var staff = chat.Staff;

        await staff.ExecuteAsync(
            CardReader.Button(form, "Choose"),
            new() { ["section"] = TeachingChat.Anonymity, ["ticked"] = TeachingChat.Ticked(form) }
        );
        await staff.ExecuteAsync(CardReader.Button(taught, "Undo"));
        var list = await staff.SayAsync("taught");

        Assert.Equal(["Sorry, that's only for practice managers. Please ask yours if you need it."], list.Texts);
        Assert.Single(await chat.RowsAsync());
        Assert.Equal(
            ["taught-choose", "taught-undo"],
            await chat.Bot.ReadAsync(database => database.RefusedAttempts.Select(row => row.Action).Order().ToListAsync())
        );
    }

    [Fact]
    public async Task A_made_up_section_clause_or_question_changes_nothing_and_says_what_to_do()
    {
        await using var chat = await TeachingChat.OpenAsync();
        await chat.Staff.SayAsync(TeachingChat.Uncovered);
        var form = await TeachingChat.FormAsync(chat.Manager, TeachingChat.Uncovered);
        var choose = CardReader.Button(form, "Choose");
        var ticked = TeachingChat.Ticked(form);
        var clauses = await chat.Manager.FillAsync(choose, new() { ["section"] = TeachingChat.Interactions, ["ticked"] = ticked });

        foreach (
            var (card, sentence) in new[]
            {
                (await chat.Manager.FillAsync(choose, new() { ["ticked"] = ticked }), TaughtPhrasingRefusals.NoSection.Sentence),
                (
                    await chat.Manager.FillAsync(choose, new() { ["section"] = "social-media/none", ["ticked"] = ticked }),
                    TaughtPhrasingRefusals.SectionGone.Sentence
                ),
                (
                    await chat.Manager.FillAsync(CardReader.Button(clauses, "Teach this"), new() { ["clause"] = "x" }),
                    TaughtPhrasingRefusals.SectionGone.Sentence
                ),
            }
        )
        {
            CardRules.Hold(card);
            Assert.Contains(sentence, CardReader.Texts(card));
        }

        Assert.Empty(await chat.RowsAsync());
    }

    [Fact]
    public async Task A_section_that_is_gone_meanwhile_is_not_taught()
    {
        await using var chat = await TeachingChat.OpenAsync();
        await chat.Staff.SayAsync(TeachingChat.Uncovered);
        var form = await TeachingChat.FormAsync(chat.Manager, TeachingChat.Uncovered);
        await Publishing.PublishAsync(chat.Bot, WithoutAnonymity);

        var card = await TeachingChat.ChooseAsync(chat.Manager, form, TeachingChat.Anonymity);

        Assert.Contains(TaughtPhrasingRefusals.SectionGone.Sentence, CardReader.Texts(card));
        Assert.Empty(await chat.RowsAsync());
    }

    [Fact]
    public async Task What_was_taught_stays_with_a_renamed_section_and_is_set_aside_with_a_dropped_one()
    {
        await using var chat = await TeachingChat.OpenAsync();
        await chat.Staff.SayAsync(TeachingChat.Uncovered);
        await TeachingChat.TeachAsync(chat.Manager, TeachingChat.Uncovered);

        var renamed = await chat.Publishing.SendAsync(chat.Manager, PublishTests.Reworded);
        Assert.Contains("1 taught question will stay with this section, which was “Anonymity”.", renamed.Texts);
        await PublishingChat.PublishAsync(chat.Manager, renamed.Card);
        Assert.Equal(["Posting without a name"], (await chat.Staff.SayAsync(TeachingChat.Uncovered)).Cited);

        var dropped = await chat.Publishing.SendAsync(chat.Manager, WithoutAnonymity);
        Assert.Contains(
            $"1 question that I was taught to answer with “Posting without a name” will no longer be used: “{TeachingChat.Uncovered}”.",
            dropped.Texts
        );
        await PublishingChat.PublishAsync(chat.Manager, dropped.Card);
        Assert.Empty((await chat.Staff.SayAsync(TeachingChat.Uncovered)).Cited);
        var list = await chat.Manager.SayAsync("taught");
        Assert.Contains(list.Texts, text => text.EndsWith("Not used now.", StringComparison.Ordinal));
        CardRules.Hold(await chat.Manager.FillAsync(list.Button(TeachingChat.Uncovered)));

        await Publishing.PublishAsync(chat.Bot, Publishing.SocialMedia);
        Assert.Equal(["Anonymity"], (await chat.Staff.SayAsync(TeachingChat.Uncovered)).Cited);
    }

    [Fact]
    public async Task An_identifier_in_the_question_is_masked_and_the_same_question_with_another_one_is_answered()
    {
        await using var chat = await TeachingChat.OpenAsync();
        await chat.Staff.SayAsync("who do i ring about the lockers on 07700 900123");

        var taught = await TeachingChat.TeachAsync(chat.Manager, "who do i ring about the lockers on [phone number]");

        Assert.True(TeachingChat.IsTaught(taught));
        Assert.Equal("who do i ring about the lockers on [phone number]", Assert.Single(await chat.RowsAsync()).Text);
        Assert.Equal(["Anonymity"], (await chat.Staff.SayAsync("who do i ring about the lockers on 07700 900456")).Cited);
    }

    [Fact]
    public async Task A_question_of_one_word_is_answered_only_when_asked_alone()
    {
        await using var chat = await TeachingChat.OpenAsync();
        await chat.Staff.SayAsync("sabbatical");

        Assert.True(TeachingChat.IsTaught(await TeachingChat.TeachAsync(chat.Manager, "sabbatical")));

        Assert.Equal(["Anonymity"], (await chat.Staff.SayAsync("Sabbatical?")).Cited);
        Assert.Empty((await chat.Staff.SayAsync("my sabbatical")).Cited);
        Assert.Empty((await chat.Staff.SayAsync("when is the sabbatical")).Cited);
    }

    [Fact]
    public async Task Teaching_that_breaks_off_in_the_middle_leaves_nothing_behind()
    {
        await using var chat = await TeachingChat.OpenAsync();
        await chat.Staff.SayAsync(TeachingChat.Uncovered);
        var form = await TeachingChat.FormAsync(chat.Manager, TeachingChat.Uncovered);
        await chat.Bot.ReadAsync(database =>
            database.Database.ExecuteSqlRawAsync(
                """
                CREATE TRIGGER break_off BEFORE UPDATE ON "Questions" BEGIN SELECT RAISE(ABORT, 'the bot is gone'); END
                """
            )
        );

        await chat.Manager.ExecuteAsync(
            CardReader.Button(form, "Choose"),
            new() { ["section"] = TeachingChat.Anonymity, ["ticked"] = TeachingChat.Ticked(form) }
        );

        Assert.Empty(await chat.RowsAsync());
        Assert.Empty(await chat.ActionsAsync());
        Assert.Empty((await chat.Staff.SayAsync(TeachingChat.Uncovered)).Cited);
        await chat.Bot.ReadAsync(database => database.Database.ExecuteSqlRawAsync("DROP TRIGGER break_off"));
        Assert.True(TeachingChat.IsTaught(await TeachingChat.ChooseAsync(chat.Manager, form, TeachingChat.Anonymity)));
    }
}
