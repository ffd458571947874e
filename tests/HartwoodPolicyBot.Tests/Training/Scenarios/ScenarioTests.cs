using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Core.Storage;
using HartwoodPolicyBot.Core.Training;
using HartwoodPolicyBot.Core.Training.Scenarios;
using HartwoodPolicyBot.Testing;
using HartwoodPolicyBot.Tests.Cards;
using HartwoodPolicyBot.Tests.Incidents;
using HartwoodPolicyBot.Tests.Policies;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HartwoodPolicyBot.Tests.Training.Scenarios;

/// <summary>A practice manager writes, changes and sets aside the scenarios of the training, in their own chat.</summary>
public sealed class ScenarioTests
{
    public static TheoryData<StorageProvider> Providers => [StorageProvider.Sqlite, StorageProvider.PostgreSql];

    [SkippableTheory]
    [MemberData(nameof(Providers))]
    public async Task A_new_scenario_rests_on_a_clause_word_for_word_and_is_shown_with_identifiers_hidden_before_it_is_saved(
        StorageProvider provider
    )
    {
        await using var chat = await PublishingChat.OpenAsync(provider);
        var manager = chat.Manager;
        var list = await manager.SayAsync("training scenarios");
        CardRules.Hold(list.Card);
        Approved.Card("scenario-list", list.Card);
        var step = await manager.FillAsync(list.Button("Write new scenario"));
        CardRules.Hold(step);
        var form = await ScenarioForms.ChooseAsync(manager, step, "Patient confidentiality");
        CardRules.Hold(form);
        Approved.Card("scenario-form", WithoutName(form));

        var review = await ScenarioForms.CheckAsync(
            manager,
            form,
            ("text", "Kim's *photo* of the desk shows a list. Her number is 07700 900123.")
        );

        CardRules.Hold(review);
        Assert.Contains("Kim's *photo* of the desk shows a list. Her number is [phone number].", CardReader.Texts(review));
        Assert.Contains("I've hidden a phone number. I don't keep what I hide.", CardReader.Texts(review));
        Assert.Equal(0, await chat.Bot.ReadAsync(database => database.ScenarioRevisions.CountAsync()));

        var saved = await manager.FillAsync(CardReader.Button(review, "Save scenario"));
        CardRules.Hold(saved);
        var stored = await chat.Bot.ReadAsync(database => database.ScenarioRevisions.SingleAsync());
        Assert.Equal((1, Practice.ManagerId), (stored.Number, stored.ById));
        Assert.DoesNotContain("07700", stored.Text, StringComparison.Ordinal);
        Assert.Equal(
            "Images shared of a workplace will be checked to ensure they do not inadvertently contain anything that might breach "
                + "confidentiality.",
            stored.Quote
        );
        Assert.Equal(stored.Text, chat.Bot.Services.GetRequiredService<TrainingModule>().Find($"{stored.ScenarioName}@1")!.Text);
        Assert.Equal(
            1,
            await chat.Bot.ReadAsync(database =>
                database.ManagerActions.CountAsync(action => action.Action == "training.scenario" && action.Subject == stored.ScenarioName)
            )
        );
    }

    [SkippableTheory]
    [MemberData(nameof(Providers))]
    public async Task A_training_under_way_goes_on_with_the_words_that_it_was_drawn_from(StorageProvider provider)
    {
        await using var chat = await PublishingChat.OpenAsync(provider);
        var learner = await Learner.StartAsync(chat.Bot);
        var old = learner.Scenario;
        var opened = await ScenarioForms.OpenAsync(chat.Manager, old.Text);
        var form = await chat.Manager.FillAsync(CardReader.Button(opened, "Change scenario"));
        Assert.Equal(old.Text, ScenarioForms.Value(form, "text"));
        var review = await chat.Manager.FillAsync(
            CardReader.Button(form, "Check scenario"),
            ScenarioForms.Filled(form, ("clause", ScenarioForms.Value(form, "clause")), ("text", "Something else happens."))
        );
        await chat.Manager.FillAsync(CardReader.Button(review, "Save scenario"));

        await learner.FinishAsync();

        var attempt = await learner.AttemptAsync(chat.Bot);
        Assert.Equal((AttemptState.Passed, attempt.Count), (attempt.State, attempt.Right));
        var module = chat.Bot.Services.GetRequiredService<TrainingModule>();
        Assert.Equal("Something else happens.", module.Find($"{old.Id}@1")!.Text);
        Assert.DoesNotContain(module.Scenarios, scenario => scenario.Id == old.Id);
    }

    [SkippableTheory]
    [MemberData(nameof(Providers))]
    public async Task Another_instance_goes_on_with_a_training_that_was_drawn_from_a_scenario_it_has_not_read_yet(StorageProvider provider)
    {
        await using var chat = await PublishingChat.OpenAsync(provider);
        await using var other = await chat.OpenSecondAsync(provider);
        var (module, editing) = (
            chat.Bot.Services.GetRequiredService<TrainingModule>(),
            chat.Bot.Services.GetRequiredService<EditScenarios>()
        );
        var by = new ActingManager(PersonId.Of(Practice.ManagerId), "Margaret");
        var subject = module.Groups.Single(group => group.Name == "Learning");
        foreach (var scenario in module.Scenarios.Where(scenario => module.GroupOf(scenario) == subject).ToList())
        {
            Assert.Null(await editing.SetAsideAsync(by, scenario.Id, 0, default));
            Assert.Null(await editing.UseAsync(by, scenario.Id, 1, default));
        }

        var here = chat.Bot.Chat();
        await Learner.StartAsync(chat.Bot, chat: here);
        Assert.Contains(
            "@2.",
            await chat.Bot.ReadAsync(database => database.TrainingAttempts.Select(row => row.Plan).SingleAsync()),
            StringComparison.Ordinal
        );

        var there = await new Chat(other.Bot, "personal") { Person = here.Person, Conversation = here.Conversation }.SayAsync("training");

        Assert.StartsWith("Question 1 of 10", there.Texts[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_says_how_often_each_was_answered_right_and_puts_the_hardest_first()
    {
        await using var chat = await PublishingChat.OpenAsync(StorageProvider.Sqlite);
        var learner = await Learner.StartAsync(chat.Bot);
        await learner.FinishAsync(wrong: 1);

        var list = await chat.Manager.SayAsync("training scenarios");

        var rows = CardReader
            .Actions(list.Card)
            .Where(action => action.GetProperty("verb").GetString() == "training-scenario")
            .Select(action => action.GetProperty("title").GetString()!)
            .ToList();
        Assert.EndsWith("(answered right 0 out of 1)", rows[0], StringComparison.Ordinal);
        Assert.All(rows.Skip(1), row => Assert.EndsWith("(answered right 1 out of 1)", row, StringComparison.Ordinal));
        var second = await chat.Manager.FillAsync(list.Button("Next page"));
        Assert.Contains(
            CardReader.Actions(second),
            action => action.GetProperty("title").GetString()!.EndsWith("(not answered yet)", StringComparison.Ordinal)
        );
    }

    [SkippableTheory]
    [MemberData(nameof(Providers))]
    public async Task A_scenario_is_set_aside_and_used_again_but_never_the_last_of_a_subject(StorageProvider provider)
    {
        await using var chat = await PublishingChat.OpenAsync(provider);
        var module = chat.Bot.Services.GetRequiredService<TrainingModule>();
        var subject = module.Groups.Single(group => group.Name == "Learning");
        var all = module.Scenarios.Where(scenario => subject.Sections.Contains(scenario.Section)).ToList();
        Assert.True(all.Count > 1);
        var answers = new List<string>();
        foreach (var scenario in all)
        {
            var card = await ScenarioForms.OpenAsync(chat.Manager, scenario.Text);
            answers.Add(CardReader.Texts(await chat.Manager.FillAsync(CardReader.Button(card, "Stop using scenario")))[0]);
        }

        Assert.StartsWith("I've stopped using it.", answers[0], StringComparison.Ordinal);
        Assert.Equal(ScenarioRefusals.TooFew.Sentence, answers[^1]);
        Assert.DoesNotContain(module.Scenarios, scenario => scenario.Id == all[0].Id);
        Assert.True(module.IsOffered);

        var aside = await ScenarioForms.OpenAsync(chat.Manager, all[0].Text);
        CardRules.Hold(aside);
        await chat.Manager.FillAsync(CardReader.Button(aside, "Use scenario again"));
        Assert.Contains(module.Scenarios, scenario => scenario.Text == all[0].Text);
    }

    [SkippableTheory]
    [MemberData(nameof(Providers))]
    public async Task Of_two_managers_who_change_a_scenario_at_once_the_second_is_told_and_keeps_what_they_wrote(StorageProvider provider)
    {
        await using var chat = await PublishingChat.OpenAsync(provider);
        var (one, two) = (chat.Manager, chat.Practice.Personal(Practice.SecondId));
        var text = chat.Bot.Services.GetRequiredService<TrainingModule>().Scenarios[0].Text;
        var reviews = new List<System.Text.Json.JsonElement>();
        foreach (var (manager, words) in new[] { (one, "The first one's words."), (two, "The second one's words.") })
        {
            var form = await manager.FillAsync(CardReader.Button(await ScenarioForms.OpenAsync(manager, text), "Change scenario"));
            reviews.Add(await ScenarioForms.CheckAsync(manager, form, ("clause", ScenarioForms.Value(form, "clause")), ("text", words)));
        }

        var cards = await Task.WhenAll(
            one.FillAsync(CardReader.Button(reviews[0], "Save scenario")),
            two.FillAsync(CardReader.Button(reviews[1], "Save scenario"))
        );

        Assert.Equal(1, await chat.Bot.ReadAsync(database => database.ScenarioRevisions.CountAsync()));
        var told = cards.Single(card =>
            CardReader.Texts(card).Any(line => line.Contains("changed this scenario since you opened it", StringComparison.Ordinal))
        );
        CardRules.Hold(told);
        Assert.EndsWith("one's words.", ScenarioForms.Value(told, "text"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_form_sent_twice_adds_one_scenario()
    {
        await using var chat = await PublishingChat.OpenAsync(StorageProvider.Sqlite);
        var review = await ScenarioForms.CheckAsync(chat.Manager, await ScenarioForms.NewAsync(chat.Manager));
        await chat.Manager.FillAsync(CardReader.Button(review, "Save scenario"));

        var again = await chat.Manager.FillAsync(CardReader.Button(review, "Save scenario"));

        Assert.StartsWith("Saved.", CardReader.Texts(again)[0], StringComparison.Ordinal);
        Assert.Equal(1, await chat.Bot.ReadAsync(database => database.ScenarioRevisions.CountAsync()));
    }

    /// <summary>Takes the random name of a new scenario out of a card.</summary>
    internal static System.Text.Json.JsonElement WithoutName(System.Text.Json.JsonElement card) =>
        System.Text.Json.JsonSerializer.Deserialize<System.Text.Json.JsonElement>(
            System.Text.RegularExpressions.Regex.Replace(
                card.GetRawText(),
                "p[0-9a-f]{12}:",
                "p000000000000:",
                System.Text.RegularExpressions.RegexOptions.None,
                TimeSpan.FromSeconds(1)
            )
        );
}
