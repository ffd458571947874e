using System.Net;
using HartwoodPolicyBot.Core.Storage;
using HartwoodPolicyBot.Core.Training.Scenarios;
using HartwoodPolicyBot.Testing;
using HartwoodPolicyBot.Tests.Cards;
using HartwoodPolicyBot.Tests.Policies;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Tests.Training.Scenarios;

/// <summary>A scenario that can't be asked is not saved, and what was written is not lost.</summary>
public sealed class ScenarioInputTests : IClassFixture<PublishingHost>
{
    private readonly PublishingHost host;

    public ScenarioInputTests(PublishingHost host)
    {
        this.host = host;

        // All tests write to one chat, and nobody reads as fast as a test writes.
        host.Chat.Bot.Time.Advance(TimeSpan.FromMinutes(1));
    }

    public static TheoryData<string, string?, string> Mistakes =>
        new()
        {
            { "clause", "", ScenarioRefusals.ClauseGone.Sentence },
            { "clause", "0123456789ABCDEF", ScenarioRefusals.ClauseGone.Sentence },
            { "text", "  ", ScenarioRefusals.NoText.Sentence },
            { "text", new string('a', 601), ScenarioRefusals.TextTooLong.Sentence },
            { "text", new string('é', 20_000), ScenarioRefusals.TextTooLong.Sentence },
            { "option0", "", ScenarioRefusals.FewOptions.Sentence },
            { "option0", " take it again   WITHOUT the list", ScenarioRefusals.SameOptions.Sentence },
            { "option2", new string('b', 201), ScenarioRefusals.OptionTooLong.Sentence },
            { "right", "", ScenarioRefusals.NoRight.Sentence },
            { "right", null, ScenarioRefusals.NoRight.Sentence },
            { "right", "2", ScenarioRefusals.NoRight.Sentence },
            { "right", "9", ScenarioRefusals.NoRight.Sentence },
            { "right", "-1", ScenarioRefusals.NoRight.Sentence },
            { "right", "0,1", ScenarioRefusals.TwoRight.Sentence },
            { "why", "", ScenarioRefusals.NoReason.Sentence },
            { "why", new string('c', 401), ScenarioRefusals.ReasonTooLong.Sentence },
            { "audience", "dentists", ScenarioRefusals.NoAudience.Sentence },
        };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task A_mistake_is_named_and_the_form_comes_again_with_what_was_written(string field, string? value, string says)
    {
        var manager = host.Chat.Manager;
        var form = await ScenarioForms.NewAsync(manager);

        var again = await ScenarioForms.CheckAsync(manager, form, (field, value));

        CardRules.Hold(again);
        Assert.Equal(says, CardReader.Texts(again)[0]);
        Assert.Equal("Take it again without the list", ScenarioForms.Value(again, "option1"));
        Assert.Equal(0, await host.Chat.Bot.ReadAsync(database => database.ScenarioRevisions.CountAsync()));
    }

    [Fact]
    public async Task What_was_hidden_on_a_form_with_a_mistake_is_said_once_the_mistake_is_mended()
    {
        var manager = host.Chat.Manager;
        var again = await ScenarioForms.CheckAsync(
            manager,
            await ScenarioForms.NewAsync(manager),
            ("text", "A caller leaves 07700 900123."),
            ("right", "")
        );

        var review = await ScenarioForms.CheckAsync(manager, again, ("text", ScenarioForms.Value(again, "text")));

        Assert.Contains("A caller leaves [phone number].", CardReader.Texts(review));
        Assert.Contains("I've hidden a phone number. I don't keep what I hide.", CardReader.Texts(review));
    }

    [Fact]
    public async Task A_review_whose_words_were_changed_on_the_way_is_checked_again()
    {
        var manager = host.Chat.Manager;
        var review = await ScenarioForms.CheckAsync(manager, await ScenarioForms.NewAsync(manager));

        var again = await manager.FillAsync(CardReader.Button(review, "Save scenario"), new() { ["right"] = "0,1" });

        Assert.Equal(ScenarioRefusals.TwoRight.Sentence, CardReader.Texts(again)[0]);
        Assert.Equal(0, await host.Chat.Bot.ReadAsync(database => database.ScenarioRevisions.CountAsync()));
    }

    [Fact]
    public async Task Staff_can_neither_see_the_scenarios_nor_use_a_practice_managers_buttons()
    {
        var manager = host.Chat.Manager;
        var form = await ScenarioForms.NewAsync(manager);
        var review = await ScenarioForms.CheckAsync(manager, form);
        var list = await manager.SayAsync("training scenarios");
        var staff = host.Chat.Bot.Chat();

        Assert.DoesNotContain(
            CardReader.Actions((await staff.SayAsync("training scenarios")).Card),
            action => action.GetProperty("title").GetString() == "Write new scenario"
        );
        foreach (
            var button in new[]
            {
                list.Button("Write new scenario"),
                list.Button("Search"),
                CardReader.Button(form, "Check scenario"),
                CardReader.Button(review, "Save scenario"),
            }
        )
        {
            await staff.ExecuteAsync(button, ScenarioForms.Filled(form));
            Assert.Equal(HttpStatusCode.OK, staff.Status);
            Assert.Equal("application/vnd.microsoft.error", staff.Body.GetProperty("type").GetString());
        }

        Assert.Equal(0, await host.Chat.Bot.ReadAsync(database => database.ScenarioRevisions.CountAsync()));
        Assert.True(
            await host.Chat.Bot.ReadAsync(database => database.RefusedAttempts.AnyAsync(row => row.Action == "training-scenarios"))
        );
    }

    [Fact]
    public async Task The_right_answers_are_not_shown_in_a_channel()
    {
        var reply = await host.Chat.Practice.Channel.MentionAsync("training scenarios");

        Assert.DoesNotContain(
            CardReader.Actions(reply.Card),
            action => action.TryGetProperty("verb", out var verb) && verb.GetString() == "training-scenario"
        );
    }

    [SkippableTheory]
    [InlineData(StorageProvider.Sqlite)]
    [InlineData(StorageProvider.PostgreSql)]
    public async Task A_clause_that_is_gone_before_the_scenario_is_saved_is_asked_for_again(StorageProvider provider)
    {
        await using var chat = await PublishingChat.OpenAsync(provider);
        var review = await ScenarioForms.CheckAsync(chat.Manager, await ScenarioForms.NewAsync(chat.Manager));
        await Publishing.PublishAsync(
            chat.Bot,
            Publishing.SocialMedia.Replace(
                "Images shared of a workplace will be checked",
                "Pictures of a workplace will be checked",
                StringComparison.Ordinal
            )
        );

        var again = await chat.Manager.FillAsync(CardReader.Button(review, "Save scenario"));

        Assert.Equal(ScenarioRefusals.ClauseGone.Sentence, CardReader.Texts(again)[0]);
        Assert.Equal("1", ScenarioForms.Value(again, "right"));
        var chosen = await ScenarioForms.CheckAsync(
            chat.Manager,
            again,
            ("clause", ScenarioForms.Choice(again, "clause", "Pictures of a workplace"))
        );
        await chat.Manager.FillAsync(CardReader.Button(chosen, "Save scenario"));
        Assert.Equal(1, await chat.Bot.ReadAsync(database => database.ScenarioRevisions.CountAsync()));
    }
}

/// <summary>Keeps one bot for the tests that change nothing.</summary>
public sealed class PublishingHost : IAsyncLifetime
{
    public PublishingChat Chat { get; private set; } = null!;

    public async Task InitializeAsync() => Chat = await PublishingChat.OpenAsync(StorageProvider.Sqlite);

    public async Task DisposeAsync() => await Chat.DisposeAsync();
}
