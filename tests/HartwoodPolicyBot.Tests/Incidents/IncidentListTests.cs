using System.Text.Json;
using System.Text.Json.Nodes;
using HartwoodPolicyBot.Testing;

namespace HartwoodPolicyBot.Tests.Incidents;

/// <summary>Practice managers find every incident in a list, in their own chat and in the channel; nobody else does.</summary>
public sealed class IncidentListTests
{
    private const string Owen = "33333333-cccc-4000-8000-000000000001";

    [Theory]
    [InlineData("INC-2026-0001")]
    [InlineData("show me inc-2026-0001")]
    public async Task A_reference_that_is_typed_leads_to_that_incident_also_once_it_is_closed(string typed)
    {
        await using var practice = await Practice.OpenAsync();
        await Practice.ReportAsync(practice.Bot.Chat());
        await Practice.ReportAsync(practice.Bot.Chat());
        var form = await practice.Channel.FillAsync(Practice.Form(await practice.CardAsync("INC-2026-0001"), "close-at-once"));
        await practice.Channel.FillAsync(Practice.Save(form), new() { ["reason"] = "Test" });
        var manager = practice.Personal(Practice.ManagerId);
        await manager.SayAsync("hello");

        var list = await manager.SayAsync(typed);

        Assert.Equal("Incident INC-2026-0001", list.Texts[0]);
        Assert.StartsWith("INC-2026-0001, ", list.Buttons[0], StringComparison.Ordinal);
        Assert.DoesNotContain(list.Buttons, row => row.StartsWith("INC-2026-0002", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Open_incidents_are_listed_and_opened_in_the_managers_chat_and_in_the_channel()
    {
        await using var practice = await Practice.OpenAsync();
        await Practice.ReportAsync(practice.Bot.Chat());
        var manager = practice.Personal(Practice.ManagerId);
        await practice.CardAsync("INC-2026-0001");

        foreach (
            var (chat, list) in new[]
            {
                (manager, await manager.SayAsync("incidents")),
                (practice.Channel, await practice.Channel.MentionAsync("open incidents")),
            }
        )
        {
            var opened = await chat.ExecuteAsync(Row(list.Card, "INC-2026-0001"));
            Assert.Contains("A photo of the reception desk is on Instagram.", CardReader.Texts(opened.Card));
            Assert.NotEmpty((await chat.FillAsync(opened.Button("More steps"))).GetProperty("actions").EnumerateArray());
        }
    }

    [Fact]
    public async Task The_list_is_narrowed_by_who_has_it_by_kind_by_month_and_by_reference_and_is_paged()
    {
        await using var practice = await Practice.OpenAsync();
        for (var report = 1; report <= 8; report++)
        {
            await Practice.ReportAsync(practice.Bot.Chat(), ("kind", report == 3 ? "Disrespect" : "WorkplaceImage"));
        }

        var manager = practice.Personal(Practice.ManagerId);
        var list = (await manager.SayAsync("incidents")).Card;
        await manager.FillAsync((await manager.ExecuteAsync(Row(list, "INC-2026-0008"))).Button("Deal with this"));
        var second = await manager.FillAsync(CardReader.Button(list, "Next page"));

        Assert.Equal(["INC-2026-0008", "INC-2026-0007", "INC-2026-0006", "INC-2026-0005", "INC-2026-0004", "INC-2026-0003"], Listed(list));
        Assert.Equal(["INC-2026-0002", "INC-2026-0001"], Listed(second));
        Assert.Equal(["INC-2026-0008"], await FindAsync(("which", "mine")));
        Assert.Equal(["INC-2026-0003"], await FindAsync(("which", "all"), ("kind", "Disrespect")));
        Assert.Equal(6, (await FindAsync(("which", "all"), ("month", "2026-11"))).Count);
        Assert.Empty(await FindAsync(("which", "all"), ("month", "2026-10")));
        Assert.Equal(["INC-2026-0005"], await FindAsync(("which", "mine"), ("reference", " inc-2026-0005 ")));
        Assert.Empty(await FindAsync(("which", "all"), ("reference", "' OR 1=1 --")));

        async Task<IReadOnlyList<string>> FindAsync(params (string Field, string Answer)[] answers) =>
            Listed(
                await manager.FillAsync(
                    CardReader.Button(list, "Show incidents"),
                    new JsonObject(answers.Select(answer => KeyValuePair.Create(answer.Field, (JsonNode?)answer.Answer)))
                )
            );
    }

    [Fact]
    public async Task Staff_and_other_places_get_no_list()
    {
        await using var practice = await Practice.OpenAsync();
        await Practice.ReportAsync(practice.Bot.Chat());
        var manager = practice.Personal(Practice.ManagerId);
        var list = (await manager.SayAsync("incidents")).Card;
        var stranger = practice.Personal("22222222-bbbb-4000-8000-000000000001");
        var elsewhere = practice.InChannel(Practice.ManagerId, "19:elsewhere@thread.tacv2");

        var replies = new[] { await stranger.SayAsync("incidents"), await elsewhere.MentionAsync("incidents") };

        Assert.All(replies, reply => Assert.DoesNotContain("INC-2026-0001", reply.Card.GetRawText(), StringComparison.Ordinal));
        foreach (var chat in new[] { stranger, elsewhere })
        {
            foreach (var button in new[] { Row(list, "INC-2026-0001"), CardReader.Button(list, "Show incidents") })
            {
                await chat.ExecuteAsync(button);
                Assert.Equal(403, chat.Body.GetProperty("statusCode").GetInt32());
            }
        }
    }

    [Fact]
    public async Task Reports_about_the_practice_manager_are_in_no_list_whatever_is_asked_for()
    {
        await using var practice = await Practice.OpenAsync(settings: ("Incidents:SpeakUpPerson", Owen));
        var reference = Practice.ReferenceOn(await Practice.ReportAsync(practice.Bot.Chat(), ("aboutManager", "true")));
        await Practice.ReportAsync(practice.Bot.Chat());
        var manager = practice.Personal(Practice.ManagerId);
        var list = (await manager.SayAsync("all incidents")).Card;

        var found = await manager.FillAsync(
            CardReader.Button(list, "Show incidents"),
            new() { ["which"] = "all", ["reference"] = reference }
        );

        Assert.Equal(["INC-2026-0001"], Listed(list));
        Assert.Empty(Listed(found));
    }

    [Fact]
    public async Task An_empty_list_has_nothing_to_choose_unless_it_was_narrowed()
    {
        await using var practice = await Practice.OpenAsync();
        var manager = practice.Personal(Practice.ManagerId);

        var none = await manager.SayAsync("incidents");
        var all = await manager.FillAsync(none.Button("See all incidents"));
        await Practice.ReportAsync(practice.Bot.Chat());
        await practice.CardAsync("INC-2026-0001");
        var list = (await manager.SayAsync("incidents")).Card;
        var narrowed = await manager.FillAsync(
            CardReader.Button(list, "Show incidents"),
            new() { ["which"] = "all", ["month"] = "2026-10" }
        );
        var mine = await manager.FillAsync(CardReader.Button(list, "Show incidents"), new() { ["which"] = "mine" });

        Assert.Contains("There are no open incidents.", none.Texts);
        Assert.Contains("There are no incidents.", CardReader.Texts(all));
        Assert.Contains("You're not dealing with any incidents.", CardReader.Texts(mine));
        Assert.Contains("There are no incidents like this. Try another type or month.", CardReader.Texts(narrowed));
        Assert.All(new[] { none.Card, all, mine }, card => Assert.Empty(Inputs(card)));
        Assert.All(new[] { list, narrowed }, card => Assert.Equal(4, Inputs(card).Count()));
    }

    private static IEnumerable<JsonElement> Inputs(JsonElement card) =>
        CardReader
            .Nodes(card)
            .Where(node => node.TryGetProperty("type", out var type) && type.GetString()!.StartsWith("Input.", StringComparison.Ordinal));

    private static IReadOnlyList<string> Listed(JsonElement card) =>
        [.. Rows(card).Select(row => row.GetProperty("title").GetString()!.Split(',')[0])];

    private static JsonElement Row(JsonElement card, string reference) =>
        Rows(card).Single(row => row.GetProperty("title").GetString()!.StartsWith(reference, StringComparison.Ordinal));

    private static IEnumerable<JsonElement> Rows(JsonElement card) =>
        CardReader.Nodes(card).Where(node => node.TryGetProperty("selectAction", out _)).Select(node => node.GetProperty("selectAction"));
}
