using System.Text.Json;
using HartwoodPolicyBot.Core.Storage;
using HartwoodPolicyBot.Core.Training.Scenarios;
using HartwoodPolicyBot.Testing;
using HartwoodPolicyBot.Tests.Cards;
using HartwoodPolicyBot.Tests.Incidents;
using HartwoodPolicyBot.Tests.Policies;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Tests.Training.Scenarios;

/// <summary>A practice manager makes a training scenario of what was learned from an incident.</summary>
public sealed class ScenarioOfIncidentTests
{
    private const string Reference = "INC-2026-0001";
    private const string Offer = "Make a training scenario of this";

    [SkippableTheory]
    [InlineData(StorageProvider.Sqlite)]
    [InlineData(StorageProvider.PostgreSql)]
    public async Task In_the_channel_the_form_goes_to_the_managers_own_chat_with_kind_and_clause_and_no_word_of_the_incident(
        StorageProvider provider
    )
    {
        await using var chat = await PublishingChat.OpenAsync(provider);
        var practice = chat.Practice;
        await chat.Manager.SayAsync("hello");
        await practice.Channel.MentionAsync("use this channel");
        var closed = await CloseAsync(practice, "Look behind the cake first.");
        CardRules.Hold(closed);

        var said = await practice.Channel.ExecuteAsync(CardReader.Button(closed, Offer));
        await practice.DeliveredAsync();

        Assert.Contains("I've sent you a form for it in our private chat.", said.Texts);
        var form = Practice.CardOf(chat.Manager.Sent[^1]);
        CardRules.Hold(form);
        Assert.Contains("From an incident: Image of the workplace", CardReader.Texts(form));
        Assert.Equal(ScenarioForms.Choice(form, "clause", ScenarioForms.Workplace), ScenarioForms.Value(form, "clause"));
        Assert.Null(ScenarioForms.Value(form, "text"));
        foreach (var words in new[] { "reception desk", "Instagram", "Look behind the cake", "Taken down", Reference })
        {
            Assert.DoesNotContain(words, form.GetRawText(), StringComparison.OrdinalIgnoreCase);
        }

        var review = await ScenarioForms.CheckAsync(chat.Manager, form);
        await chat.Manager.FillAsync(CardReader.Button(review, "Save scenario"));
        Assert.Equal(1, await chat.Bot.ReadAsync(database => database.ScenarioRevisions.CountAsync()));
    }

    [Fact]
    public async Task It_is_offered_only_for_a_closed_incident_with_learning_and_not_to_staff()
    {
        await using var practice = await Practice.OpenAsync();
        await Practice.ReportAsync(practice.Bot.Chat());
        Assert.DoesNotContain(Offer, (await practice.CardAsync(Reference)).GetRawText(), StringComparison.Ordinal);
        var closed = await CloseAsync(practice, "Look first.", reported: true);
        var offer = CardReader.Button(closed, Offer);

        var staff = practice.InChannel($"{Guid.NewGuid()}");
        await staff.ExecuteAsync(offer);

        Assert.Equal("application/vnd.microsoft.error", staff.Body.GetProperty("type").GetString());
        Assert.Equal(0, await practice.Bot.ReadAsync(database => database.Deliveries.CountAsync(row => row.Kind == ScenarioHandover.Kind)));
    }

    [Fact]
    public async Task A_clause_that_the_policy_does_not_have_is_not_chosen()
    {
        await using var practice = await Practice.OpenAsync(withChannel: false);
        var forged = JsonSerializer.SerializeToElement(
            new
            {
                verb = "training-scenario-of",
                data = new
                {
                    verb = "training-scenario-of",
                    kept = new
                    {
                        about = "Whatever",
                        heading = "Scope",
                        clause = "Staff may do as they like.",
                    },
                },
            }
        );

        var step = await practice.Personal(Practice.ManagerId).ExecuteAsync(forged);

        CardRules.Hold(step.Card);
        Assert.Contains("From an incident: Whatever", step.Texts);
        Assert.DoesNotContain("as they like", step.Card.GetRawText(), StringComparison.Ordinal);
    }

    private static async Task<JsonElement> CloseAsync(Practice practice, string learning, bool reported = false)
    {
        if (!reported)
        {
            await Practice.ReportAsync(practice.Bot.Chat());
        }

        var card = await practice.Channel.FillAsync(CardReader.Button(await practice.CardAsync(Reference), "Deal with this"));
        var form = await practice.Channel.FillAsync(Practice.Form(card, "close"));
        return await practice.Channel.FillAsync(Practice.Save(form), new() { ["text"] = "Taken down.", ["learning"] = learning });
    }
}
