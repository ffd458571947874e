using System.Text.Json;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Testing;
using HartwoodPolicyBot.Tests.Incidents;

namespace HartwoodPolicyBot.Tests.Status;

/// <summary>The status says what is not set up.</summary>
public sealed class StatusCheckTests
{
    [Fact]
    public async Task Each_fault_in_status_comes_with_the_step_that_fixes_it()
    {
        await using var practice = await Practice.OpenAsync(withChannel: false);
        var faults = Faults(await practice.Personal(Practice.ManagerId).SayAsync("status"));

        Assert.Contains(
            "1 of 2 practice managers hasn't written to me yet, so I can't message them. Ask them to say hello to me in a private chat.",
            faults
        );
        Assert.Contains(
            "No channel is set, so reports and questions only go to practice managers' own chats. Add me to a team, go to "
                + "the channel, @mention me and write “use this channel”.",
            faults
        );

        var now = practice.Bot.Time.GetUtcNow();
        await practice.Bot.ReadAsync(async database =>
        {
            database.Deliveries.AddRange(
                Lost(Recipient.IncidentsChannel, DeliveryState.Stopped),
                Lost(Recipient.Person(PersonId.Of("priya")), DeliveryState.GivenUp)
            );
            return await database.SaveChangesAsync();
        });
        var all = Faults(await practice.Personal(Practice.ManagerId).SayAsync("status"));
        Assert.Equal(6, all.Count);
        Assert.All(
            all,
            fault =>
                Assert.True(
                    fault.Contains(" Ask ", StringComparison.Ordinal)
                        || fault.Contains(" Add me ", StringComparison.Ordinal)
                        || fault.Contains(" Tap ", StringComparison.Ordinal),
                    fault
                )
        );

        PlannedDelivery Lost(string place, DeliveryState state) =>
            new()
            {
                Id = Guid.NewGuid(),
                Key = $"{Guid.NewGuid()}",
                Kind = "told",
                Place = place,
                CreatedAt = now,
                DueAt = now,
                State = state,
            };
    }

    private static List<string> Faults(Reply status) =>
        [
            .. CardReader
                .Nodes(status.Card)
                .Where(node =>
                    node.TryGetProperty("color", out var color)
                    && color.ValueKind == JsonValueKind.String
                    && color.GetString() == "Attention"
                )
                .Select(node => node.GetProperty("text").GetString()!),
        ];
}
