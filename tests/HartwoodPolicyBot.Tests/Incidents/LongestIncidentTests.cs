using HartwoodPolicyBot.Core.Incidents;
using HartwoodPolicyBot.Incidents;
using HartwoodPolicyBot.Teams.Cards;
using Microsoft.Extensions.DependencyInjection;

namespace HartwoodPolicyBot.Tests.Incidents;

/// <summary>An incident's card stays within Teams' limit with the longest texts that people may send.</summary>
public sealed class LongestIncidentTests
{
    [Theory]
    [InlineData("word ")]
    [InlineData("&<*_")]
    [InlineData("\u00e9\u20ac")]
    [InlineData("\ud83d\ude00")]
    public async Task The_card_of_an_incident_with_40_long_actions_is_short_enough_and_says_what_it_leaves_out(string letters)
    {
        await using var practice = await Practice.OpenAsync();
        await Practice.ReportAsync(practice.Bot.Chat(), ("what", Long(letters, 4000)), ("done", Long(letters, 2000)));
        await practice.CardsAsync("INC-2026-0001");
        var id = await practice.Bot.ReadAsync(database => Task.FromResult(database.Incidents.Single().Id));
        var incident = (await practice.Bot.Services.GetRequiredService<IncidentStore>().FindAsync(new(id), default))!;
        for (var number = 1; number <= 40; number++)
        {
            incident.Actions.Add(
                new()
                {
                    IncidentId = id,
                    Number = number,
                    Text = Long(letters, 2000),
                    DoneAt = number <= 38 ? practice.Bot.Time.GetUtcNow() : null,
                }
            );
        }

        var message = IncidentCard.Message(incident, null, null);

        var texts = FittingJson.Write(message);
        Assert.True(CardLimit.IsShort(texts));
        Assert.Contains("more actions. They", texts, StringComparison.Ordinal);
        Assert.Equal(3, texts.Split("To do: ").Length);
        Assert.True(CardLimit.IsShort(FittingJson.Write(IncidentStepForms.Message(incident, IncidentStepForms.Actions)!)));
    }

    private static string Long(string letters, int length) => string.Concat(Enumerable.Repeat(letters, length / letters.Length)).TrimEnd();
}
