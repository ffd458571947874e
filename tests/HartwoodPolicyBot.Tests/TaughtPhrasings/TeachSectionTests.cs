using HartwoodPolicyBot.Core.Storage;
using HartwoodPolicyBot.Testing;
using HartwoodPolicyBot.Tests.Cards;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Tests.TaughtPhrasings;

/// <summary>A practice manager teaches the bot which section answers a question, and every instance gives it.</summary>
public sealed class TeachSectionTests
{
    private const string Wrong = "Can I share an image of my workplace?";

    public static TheoryData<StorageProvider> Providers => [StorageProvider.Sqlite, StorageProvider.PostgreSql];

    [SkippableTheory]
    [MemberData(nameof(Providers))]
    public async Task A_taught_question_is_answered_by_its_section_at_once_in_every_instance_until_it_is_undone(StorageProvider provider)
    {
        await using var chat = await TeachingChat.OpenAsync(provider);
        await using var other = await chat.Publishing.OpenSecondAsync(provider);
        Assert.Empty((await chat.Staff.SayAsync(TeachingChat.Uncovered)).Cited);

        var taught = await TeachingChat.TeachAsync(chat.Manager, TeachingChat.Uncovered);

        CardRules.Hold(taught);
        Assert.True(TeachingChat.IsTaught(taught));
        Assert.Equal(["Anonymity"], (await chat.Staff.SayAsync("Where do I get a key for the staff lockers??")).Cited);
        Assert.Equal(["Anonymity"], (await chat.Staff.SayAsync("hi, where can i get a key for the staff lockers")).Cited);
        Assert.True(await TeachingChat.LookAsync(other.Bot));
        Assert.Equal(["Anonymity"], (await other.Bot.Chat().SayAsync(TeachingChat.Uncovered)).Cited);
        Assert.Contains("No unanswered questions.", (await chat.Manager.SayAsync("unanswered")).Texts);
        var row = Assert.Single(await chat.RowsAsync());
        Assert.Equal(
            (TeachingChat.Uncovered, "Anonymity", Incidents.Practice.ManagerId, chat.Bot.Time.GetUtcNow()),
            (row.Text, row.Heading, row.ById, row.At)
        );

        var undone = await chat.Manager.FillAsync(CardReader.Button(taught, "Undo"));

        Assert.Contains("Undone. I'll answer as I did before.", CardReader.Texts(undone));
        Assert.Empty((await chat.Staff.SayAsync(TeachingChat.Uncovered)).Cited);
        Assert.True(await TeachingChat.LookAsync(other.Bot));
        Assert.Empty((await other.Bot.Chat().SayAsync(TeachingChat.Uncovered)).Cited);
        Assert.Equal(["taught.teach", "taught.undo"], await chat.ActionsAsync());
    }

    [SkippableTheory]
    [MemberData(nameof(Providers))]
    public async Task A_wrong_answer_that_was_marked_as_not_helpful_is_taught_the_right_section_and_clause(StorageProvider provider)
    {
        await using var chat = await TeachingChat.OpenAsync(provider);
        var staff = chat.Staff;
        await staff.ExecuteAsync((await staff.SayAsync(Wrong)).Button("Not helpful"));

        var form = await TeachingChat.FormAsync(chat.Manager, Wrong);
        var clauses = await chat.Manager.FillAsync(
            CardReader.Button(form, "Choose"),
            new() { ["section"] = TeachingChat.Interactions, ["ticked"] = TeachingChat.Ticked(form) }
        );
        var last = CardReader
            .Nodes(clauses)
            .Single(node => node.TryGetProperty("choices", out _))
            .GetProperty("choices")
            .EnumerateArray()
            .Last();
        var card = await chat.Manager.FillAsync(
            CardReader.Button(clauses, "Teach this"),
            new() { ["clause"] = last.GetProperty("value").GetString() }
        );

        // The bot's own phrasings of the section that answered before may be as similar, which is shown first.
        if (!TeachingChat.IsTaught(card))
        {
            card = await chat.Manager.FillAsync(CardReader.Button(card, "Teach it anyway"));
        }

        Assert.True(TeachingChat.IsTaught(card));
        var answer = await staff.SayAsync(Wrong);
        Assert.Equal(["Interactions online"], answer.Cited);
        Assert.Equal(
            CardReader.Texts(card)[2],
            CardReader.Texts(
                CardReader.Nodes(answer.Card).First(node => node.TryGetProperty("style", out var style) && style.ToString() == "emphasis")
            )[^1]
        );

        // The answer can be marked as helpful, as any other.
        await staff.ExecuteAsync(answer.Button("Helpful"));
        Assert.Contains("Thanks, glad that helped.", CardReader.Texts(staff.Body.GetProperty("value")));
    }

    [SkippableTheory]
    [MemberData(nameof(Providers))]
    public async Task Before_it_would_change_other_answers_the_manager_is_shown_them_and_confirms(StorageProvider provider)
    {
        await using var chat = await TeachingChat.OpenAsync(provider);
        var staff = chat.Staff;
        await staff.SayAsync("can i share an image of my own workplace");
        await staff.SayAsync("can i share the image of our workplace");
        await staff.ExecuteAsync((await staff.SayAsync(Wrong)).Button("Not helpful"));

        var card = await TeachingChat.TeachAsync(chat.Manager, Wrong);

        CardRules.Hold(card);
        Assert.Contains(
            CardReader.Texts(card),
            text => text.StartsWith("This would change the answer to 2 earlier questions", StringComparison.Ordinal)
        );
        Assert.Contains(
            CardReader.Texts(card),
            text => text.Contains("“can i share the image of our workplace”, now answered with “", StringComparison.Ordinal)
        );
        Assert.Empty(await chat.RowsAsync());
        Assert.DoesNotContain("Anonymity", (await staff.SayAsync("can i share an image of my own workplace")).Cited);

        Assert.True(TeachingChat.IsTaught(await chat.Manager.FillAsync(CardReader.Button(card, "Teach it anyway"))));
        Assert.Equal(["Anonymity"], (await staff.SayAsync("can i share an image of my own workplace")).Cited);
    }

    [SkippableTheory]
    [MemberData(nameof(Providers))]
    public async Task What_was_confirmed_is_only_what_was_shown(StorageProvider provider)
    {
        await using var chat = await TeachingChat.OpenAsync(provider);
        var staff = chat.Staff;
        await staff.SayAsync("can i share an image of my own workplace");
        await staff.ExecuteAsync((await staff.SayAsync(Wrong)).Button("Not helpful"));
        var card = await TeachingChat.TeachAsync(chat.Manager, Wrong);

        await staff.SayAsync("can i share the image of our workplace");
        var again = await chat.Manager.FillAsync(CardReader.Button(card, "Teach it anyway"));

        Assert.Contains(
            CardReader.Texts(again),
            text => text.StartsWith("This would change the answer to 2 earlier questions", StringComparison.Ordinal)
        );
        Assert.Empty(await chat.RowsAsync());
    }

    [SkippableTheory]
    [MemberData(nameof(Providers))]
    public async Task Of_two_managers_who_teach_one_question_two_sections_at_once_one_wins_and_the_other_is_told(StorageProvider provider)
    {
        await using var chat = await TeachingChat.OpenAsync(provider);
        await using var other = await chat.Publishing.OpenSecondAsync(provider);
        await chat.Staff.SayAsync(TeachingChat.Uncovered);
        var second = other.Personal(Incidents.Practice.SecondId);
        var one = await TeachingChat.FormAsync(chat.Manager, TeachingChat.Uncovered);
        var two = await TeachingChat.FormAsync(second, TeachingChat.Uncovered);

        var cards = await Task.WhenAll(
            TeachingChat.ChooseAsync(chat.Manager, one, TeachingChat.Anonymity),
            TeachingChat.ChooseAsync(second, two, "social-media/complaints")
        );

        var row = Assert.Single(await chat.RowsAsync());
        Assert.Single(cards, TeachingChat.IsTaught);
        var lost = cards.Single(card => !TeachingChat.IsTaught(card));
        CardRules.Hold(lost);
        Assert.Contains(
            CardReader.Texts(lost),
            text =>
                text == "That one has already been dealt with."
                || text.Contains($"to answer this with “{row.Heading}”", StringComparison.Ordinal)
        );
        await TeachingChat.LookAsync(chat.Bot);
        await TeachingChat.LookAsync(other.Bot);
        Assert.Equal([row.Heading], (await chat.Staff.SayAsync(TeachingChat.Uncovered)).Cited);
        Assert.Equal([row.Heading], (await other.Bot.Chat().SayAsync(TeachingChat.Uncovered)).Cited);
    }

    [Fact]
    public async Task What_was_taught_is_listed_with_who_and_when_and_is_undone_with_a_tap()
    {
        await using var chat = await TeachingChat.OpenAsync();
        await chat.Staff.SayAsync(TeachingChat.Uncovered);
        await TeachingChat.TeachAsync(chat.Second, TeachingChat.Uncovered);

        var list = await chat.Manager.SayAsync("taught");
        CardRules.Hold(list.Card);
        var one = await chat.Manager.FillAsync(list.Button(TeachingChat.Uncovered));
        CardRules.Hold(one);
        Assert.Contains(CardReader.Texts(one), text => text.EndsWith(", 23 November 2026 at 9am", StringComparison.Ordinal));
        Assert.Contains("When identifying as a medical professional online this should not be done anonymously.", CardReader.Texts(one));
        await chat.Manager.FillAsync(CardReader.Button(one, "Undo"));
        var again = await chat.Manager.FillAsync(CardReader.Button(one, "Undo"));

        Assert.Contains("Someone has already undone or changed that. Here's the latest.", CardReader.Texts(again));
        Assert.Empty(await chat.RowsAsync());
    }

    [Fact]
    public async Task Only_the_ticked_wordings_are_taught_and_the_others_stay_unanswered()
    {
        await using var chat = await TeachingChat.OpenAsync();
        await chat.Staff.SayAsync(TeachingChat.Uncovered);
        await chat.Staff.SayAsync("staff lockers, where is the key");
        var list = await chat.Manager.SayAsync("unanswered");
        var group = await chat.Manager.FillAsync(
            CardReader.Actions(list.Card).First(action => action.GetProperty("verb").GetString() == "gap")
        );
        var form = await chat.Manager.FillAsync(CardReader.Button(group, "The policy covers this"));

        var none = await TeachingChat.ChooseAsync(chat.Manager, form, TeachingChat.Anonymity, ticked: "");
        var taught = await TeachingChat.ChooseAsync(chat.Manager, none, TeachingChat.Anonymity, TeachingChat.Ticked(form).Split(',')[0]);

        Assert.Contains("Please leave at least one of the questions ticked.", CardReader.Texts(none));
        Assert.True(TeachingChat.IsTaught(taught));
        Assert.Single(await chat.RowsAsync());
        Assert.Contains("1 unanswered question on 1 topic.", (await chat.Manager.SayAsync("unanswered")).Texts);
    }

    [Fact]
    public async Task My_data_shows_a_manager_what_they_taught_and_help_names_the_command_to_managers_only()
    {
        await using var chat = await TeachingChat.OpenAsync();
        await chat.Staff.SayAsync(TeachingChat.Uncovered);
        await TeachingChat.TeachAsync(chat.Manager, TeachingChat.Uncovered);

        Assert.Contains("What you've taught me: 1", (await chat.Manager.SayAsync("my data")).Texts);
        Assert.Contains("What you’ve taught me", await chat.Bot.Http.GetStringAsync("/privacy"), StringComparison.Ordinal);
        Assert.Contains(
            (await chat.Manager.SayAsync("help")).Texts,
            text => text.Contains("see and undo what you've taught me", StringComparison.Ordinal)
        );
        Assert.DoesNotContain(
            (await chat.Staff.SayAsync("help")).Texts,
            text => text.Contains("see and undo what you've taught me", StringComparison.Ordinal)
        );
        Assert.Equal(1, await chat.Bot.ReadAsync(database => database.Questions.CountAsync(row => row.SettledAt != null)));
    }
}
