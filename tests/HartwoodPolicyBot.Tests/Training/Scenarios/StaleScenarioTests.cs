using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Core.Storage;
using HartwoodPolicyBot.Core.Training;
using HartwoodPolicyBot.Core.Training.Scenarios;
using HartwoodPolicyBot.Testing;
using HartwoodPolicyBot.Tests.Cards;
using HartwoodPolicyBot.Tests.Policies;
using Microsoft.Extensions.DependencyInjection;

namespace HartwoodPolicyBot.Tests.Training.Scenarios;

/// <summary>A new version of the policy no longer says what a scenario rests on.</summary>
public sealed class StaleScenarioTests
{
    private const string Old = "Images shared of a workplace will be checked to ensure they do not inadvertently contain";
    private const string New = "Pictures of a workplace will be looked at first so that they do not contain";

    [SkippableTheory]
    [InlineData(StorageProvider.Sqlite)]
    [InlineData(StorageProvider.PostgreSql)]
    public async Task What_a_version_makes_stale_can_be_mended_or_set_aside_from_where_it_was_published(StorageProvider provider)
    {
        await using var chat = await PublishingChat.OpenAsync(provider);
        await ScenarioForms.WriteAsync(chat.Manager);
        var module = chat.Bot.Services.GetRequiredService<TrainingModule>();
        Assert.DoesNotContain(
            CardReader.Texts((await chat.Manager.SayAsync("home")).Card),
            text => text.Contains("no longer fit", StringComparison.Ordinal)
        );

        var review = await chat.SendAsync(chat.Manager, Publishing.SocialMedia.Replace(Old, New, StringComparison.Ordinal));
        Assert.Contains("Training scenario “Kim takes a photo", await chat.PageAsync(review.Card), StringComparison.Ordinal);
        var published = await PublishingChat.PublishAsync(chat.Manager, review.Card, new() { ["minor"] = "yes" });
        CardRules.Hold(published);
        var count = module.SetAside.Count;
        Assert.True(count > 1);
        var list = await chat.Manager.FillAsync(CardReader.Button(published, $"Mend {count} scenarios"));
        CardRules.Hold(list);
        var rows = CardReader.Actions(list).Where(action => action.GetProperty("verb").GetString() == "training-scenario").ToList();
        Assert.Equal(count, rows.Count);

        var stale = await chat.Manager.FillAsync(rows[^1]);
        CardRules.Hold(stale);
        Approved.Card("scenario-to-mend", ScenarioTests.WithoutName(stale));
        var form = await chat.Manager.FillAsync(CardReader.Button(stale, "Change scenario"));
        var mended = await ScenarioForms.CheckAsync(chat.Manager, form, ("clause", ScenarioForms.Choice(form, "clause", New)));
        await chat.Manager.FillAsync(CardReader.Button(mended, "Save scenario"));
        Assert.Contains(module.Scenarios, scenario => scenario.Clause.StartsWith(New, StringComparison.Ordinal));

        foreach (var row in rows.SkipLast(1))
        {
            var card = await chat.Manager.FillAsync(row);
            await chat.Manager.FillAsync(CardReader.Button(card, "Stop using scenario"));
        }

        Assert.Empty(module.SetAside);
        Assert.DoesNotContain(
            CardReader.Texts((await chat.Manager.SayAsync("home")).Card),
            text => text.Contains("no longer fit", StringComparison.Ordinal)
        );
        Assert.Contains("All training scenarios fit the policy.", (await chat.Manager.SayAsync("scenarios to mend")).Texts);
    }

    [Fact]
    public async Task A_scenario_whose_section_is_gone_asks_for_another_section_and_home_says_so_from_the_versions_day()
    {
        await using var chat = await PublishingChat.OpenAsync(StorageProvider.Sqlite);
        var from = Publishing.SocialMedia.IndexOf("## Anonymity", StringComparison.Ordinal);
        var to = Publishing.SocialMedia.IndexOf("## Practice social media accounts", StringComparison.Ordinal);
        await Publishing.PublishAsync(chat.Bot, Publishing.SocialMedia.Remove(from, to - from));
        var home = await chat.Manager.SayAsync("home");
        var row = CardReader
            .Actions(home.Card)
            .Single(action => action.GetProperty("title").GetString()!.Contains("no longer fit the policy", StringComparison.Ordinal));

        var list = await chat.Manager.ExecuteAsync(row);
        var stale = await chat.Manager.FillAsync(
            CardReader.Actions(list.Card).First(action => action.GetProperty("verb").GetString() == "training-scenario")
        );
        var step = await chat.Manager.FillAsync(CardReader.Button(stale, "Change scenario"));

        CardRules.Hold(step);
        var form = await ScenarioForms.ChooseAsync(chat.Manager, step, "Scope");
        Assert.NotNull(ScenarioForms.Value(form, "text"));
        var review = await ScenarioForms.CheckAsync(
            chat.Manager,
            form,
            ("clause", ScenarioForms.Choice(form, "clause", "This policy applies to personal"))
        );
        var saved = await chat.Manager.FillAsync(CardReader.Button(review, "Save scenario"));
        Assert.StartsWith("Saved.", CardReader.Texts(saved)[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_scenario_that_was_set_aside_is_not_used_again_once_its_clause_is_gone()
    {
        await using var chat = await PublishingChat.OpenAsync(StorageProvider.Sqlite);
        var scenarios = chat.Bot.Services.GetRequiredService<TrainingScenarios>();
        var edit = chat.Bot.Services.GetRequiredService<EditScenarios>();
        var by = new ActingManager(PersonId.Of(Publishing.ManagerId), "Margaret");
        var name = scenarios.All().First(scenario => scenario.Clause?.StartsWith(Old, StringComparison.Ordinal) == true).Name;
        Assert.Null(await edit.SetAsideAsync(by, name, 0, default));
        await Publishing.PublishAsync(chat.Bot, Publishing.SocialMedia.Replace(Old, New, StringComparison.Ordinal));

        Assert.Equal(ScenarioRefusals.ClauseGone, await edit.UseAsync(by, name, 1, default));
        Assert.True(scenarios.Find(name)!.IsSetAside);
    }
}
