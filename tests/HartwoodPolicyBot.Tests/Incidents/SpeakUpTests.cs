using System.Text.Json;
using System.Text.Json.Nodes;
using HartwoodPolicyBot.Core.Incidents;
using HartwoodPolicyBot.Core.Privacy;
using HartwoodPolicyBot.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HartwoodPolicyBot.Tests.Incidents;

/// <summary>Reports about the practice manager never reach the practice manager.</summary>
public sealed class SpeakUpTests
{
    private const string Owen = "33333333-cccc-4000-8000-000000000001";

    [Fact]
    public async Task Without_a_speak_up_route_the_card_says_whom_to_contact_and_nothing_is_stored_or_sent()
    {
        await using var practice = await Practice.OpenAsync(settings: ("Incidents:SpeakUpInstead", "Dr Hughes"));
        await practice.Personal(Practice.ManagerId).SayAsync("hello");
        var before = practice.Bot.Teams.Requests.Count;

        var card = await Practice.ReviewAsync(
            practice.Bot.Chat(),
            ("aboutManager", "true"),
            ("what", "She posted about me."),
            ("done", "")
        );
        await practice.DeliveredAsync();

        Assert.Contains(CardReader.Texts(card), text => text.Contains("Please speak to Dr Hughes instead.", StringComparison.Ordinal));
        Assert.Equal("She posted about me.", Written(card));
        Assert.Equal(
            (0, 0),
            await practice.Bot.ReadAsync(async database => (await database.Incidents.CountAsync(), await database.Deliveries.CountAsync()))
        );
        Assert.Equal(1, practice.Bot.Teams.Requests.Count - before);
    }

    [Fact]
    public async Task A_report_goes_to_the_speak_up_person_alone_who_handles_it_in_their_chat()
    {
        await using var practice = await Practice.OpenAsync(settings: ("Incidents:SpeakUpPerson", Owen));
        var owen = practice.Personal(Owen);
        await owen.SayAsync("hello");
        var reporter = practice.Bot.Chat();

        var receipt = await Practice.ReportAsync(reporter, ("aboutManager", "true"), ("patient", "Yes"), ("noticed", null));
        await practice.DeliveredAsync();

        var sent = Assert.Single(
            practice.Bot.Teams.Requests,
            request => request.Body.ToString().Contains("Acknowledge", StringComparison.Ordinal)
        );
        Assert.Contains(owen.Conversation, sent.Path, StringComparison.Ordinal);
        var card = Practice.CardOf(sent);
        await practice.InChannel(Practice.ManagerId).ExecuteAsync(CardReader.Button(card, "Acknowledge"));
        await practice.Personal(Practice.ManagerId).ExecuteAsync(CardReader.Button(card, "Acknowledge"));
        Assert.Equal(1, (await practice.Bot.ReadAsync(database => database.Incidents.SingleAsync())).Version);

        await owen.ExecuteAsync(CardReader.Button(card, "Deal with this"));
        await practice.DeliveredAsync();
        Assert.Equal(IncidentState.UnderReview, (await practice.Bot.ReadAsync(database => database.Incidents.SingleAsync())).State);
        Assert.Contains(
            reporter.Sent,
            said => said.Body.GetProperty("summary").GetString()!.Contains("seen your report", StringComparison.Ordinal)
        );

        practice.Bot.Time.Advance(TimeSpan.FromHours(25));
        await practice.Bot.Services.GetRequiredService<IncidentClocks>().PlanDueAsync(default);
        await practice.DeliveredAsync();
        Assert.Contains(
            owen.Sent,
            said => said.Body.GetProperty("summary").GetString()!.Contains("data breach decision due", StringComparison.Ordinal)
        );
        Assert.DoesNotContain(
            practice.Bot.Teams.In(Practice.ChannelId),
            said => said.Body.ToString().Contains(Practice.ReferenceOn(receipt), StringComparison.Ordinal)
        );
        Assert.DoesNotContain(
            practice.Bot.Teams.In(Practice.ManagerId),
            said => said.Body.ToString().Contains(Practice.ReferenceOn(receipt), StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_chat_of_two_people_is_not_stored_as_the_speak_up_persons_chat_with_the_bot(bool reports)
    {
        await using var practice = await Practice.OpenAsync(settings: ("Incidents:SpeakUpPerson", Owen));
        var owen = practice.Personal(Owen);
        await owen.SayAsync("hello");
        var withSomebody = new Chat(practice.Bot, "personal")
        {
            Person = $"29:{Owen}",
            Conversation = $"19:{Owen}_{Practice.ManagerId}@unq.gbl.spaces",
        };
        var activity = withSomebody.Activity(reports ? "invoke" : "installationUpdate");
        activity["action"] = reports ? null : "add";
        activity["name"] = reports ? "composeExtension/fetchTask" : null;
        activity["value"] = reports
            ? new JsonObject
            {
                ["commandId"] = "reportMessage",
                ["messagePayload"] = new JsonObject
                {
                    ["id"] = "1",
                    ["body"] = new JsonObject { ["content"] = "hi" },
                },
            }
            : null;
        await withSomebody.SendAsync(activity);

        await Practice.ReportAsync(practice.Bot.Chat(), ("aboutManager", "true"));
        await practice.DeliveredAsync();

        var sent = Assert.Single(
            practice.Bot.Teams.Requests,
            request => request.Body.ToString().Contains("Acknowledge", StringComparison.Ordinal)
        );
        Assert.Contains(owen.Conversation, sent.Path, StringComparison.Ordinal);
        Assert.DoesNotContain(withSomebody.Sent, said => said.Body.ToString().Contains("induction", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task The_speak_up_person_cannot_delete_the_chat_that_reports_go_to()
    {
        await using var practice = await Practice.OpenAsync(settings: ("Incidents:SpeakUpPerson", Owen));
        var owen = practice.Personal(Owen);
        var mine = await owen.SayAsync("my data");
        Assert.DoesNotContain("Delete what I can", mine.Buttons);

        // The person was marked as having left long ago, and is still named in the settings.
        await practice.Bot.ReadAsync(database =>
        {
            database.StaffMembers.Add(
                new()
                {
                    PersonId = Owen,
                    Name = "Owen",
                    NotedAt = practice.Bot.Time.GetUtcNow(),
                    SetAsideAt = practice.Bot.Time.GetUtcNow().AddYears(-1),
                }
            );
            return database.SaveChangesAsync();
        });
        foreach (var feature in practice.Bot.Services.GetServices<IRetention>())
        {
            await feature.DeleteAsync(practice.Bot.Time.GetUtcNow(), default);
        }

        await Practice.ReportAsync(practice.Bot.Chat(), ("aboutManager", "true"));
        await practice.DeliveredAsync();

        Assert.Contains(owen.Sent, said => said.Body.ToString().Contains("Acknowledge", StringComparison.Ordinal));
    }

    [Fact]
    public async Task With_a_speak_up_channel_its_members_handle_the_report_but_no_practice_manager_can()
    {
        const string Quiet = "19:quiet@thread.tacv2";
        await using var practice = await Practice.OpenAsync(withChannel: false, ("Incidents:SpeakUpChannel", Quiet));

        await Practice.ReportAsync(practice.Bot.Chat(), ("aboutManager", "true"));
        await practice.DeliveredAsync();

        var post = Assert.Single(practice.Bot.Teams.Requests, request => request.Path == "/v3/conversations");
        Assert.Contains(Quiet, post.Body.ToString(), StringComparison.Ordinal);
        await practice.InChannel(Practice.ManagerId, Quiet).ExecuteAsync(CardReader.Button(Practice.CardOf(post), "Acknowledge"));
        Assert.Equal(1, (await practice.Bot.ReadAsync(database => database.Incidents.SingleAsync())).Version);
        await practice.InChannel(Owen, Quiet).ExecuteAsync(CardReader.Button(Practice.CardOf(post), "Acknowledge"));
        Assert.Equal(2, (await practice.Bot.ReadAsync(database => database.Incidents.SingleAsync())).Version);
    }

    private static string Written(JsonElement card) =>
        CardReader
            .Nodes(card)
            .Single(node => node.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String && id.GetString() == "written")
            .GetProperty("value")
            .GetString()!;
}
