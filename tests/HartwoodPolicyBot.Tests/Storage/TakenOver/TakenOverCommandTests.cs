using System.Net;
using System.Text.Json.Nodes;
using HartwoodPolicyBot.Testing;

namespace HartwoodPolicyBot.Tests.Storage.TakenOver;

/// <summary>Commands show the old rows, and files and deliveries that were open at the update are completed.</summary>
public sealed class TakenOverCommandTests(TakenOverBot bot) : IClassFixture<TakenOverBot>
{
    [Theory]
    [InlineData("margaret", "training status", "Ben Cole")]
    [InlineData("margaret", "answers", "where can i park my bike")]
    [InlineData("margaret", "gaps", "can i have a standing desk")]
    [InlineData("margaret", "monitoring report", "Incidents reported")]
    [InlineData("margaret", "who has read", "Tom Field")]
    [InlineData("priya", "my data", "my-data-page")]
    [InlineData("priya", "my training", "training-certificate")]
    [InlineData("priya", "my policies", "5 Oct")]
    [InlineData("eve", "my questions", "can i have a standing desk")]
    [InlineData("eve", "my reports", "INC-2026-0006")]
    public async Task A_command_shows_the_old_rows(string who, string command, string shows)
    {
        var card = await bot.Time.RunAsync(bot.Person(who).SayAsync(command));

        Assert.Contains(shows, card.Card.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain(bot.Log.All, line => line.StartsWith("Error", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_report_counts_old_incidents_and_covers_the_year_of_which_only_counts_are_left()
    {
        var old = OldCards.Find("a:margaret", "Monitoring report");

        (string, string)[] period = [("period", "TwoDates"), ("from", "2025-09-01"), ("to", "2026-11-23")];
        var shown = await bot.TapAsync(bot.Person("margaret"), old.Button("monitoring-show"), period);

        var text = string.Join('\n', CardReader.Texts(shown));
        Assert.Contains("Incidents reported\n8\n", text, StringComparison.Ordinal);
        var counted = await bot.ValueAsync("SELECT SUM(\"Count\") FROM \"QuestionCounts\" WHERE \"Section\" = ''");
        var kept = await bot.ValueAsync("SELECT COUNT(*) FROM \"Questions\"");
        Assert.Contains($"Questions asked\n{int.Parse(counted) + int.Parse(kept)}\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Staff_and_a_second_manager_get_their_waiting_messages_when_they_add_the_bot_again()
    {
        var dev = bot.Person("dev");
        var installed = dev.Activity("installationUpdate");
        installed["action"] = "add";
        await bot.Time.RunAsync(dev.SendAsync(installed));
        var second = new Chat(bot, "personal")
        {
            Person = $"29:{TakenOverBot.Second}",
            Conversation = "a:sam",
            Name = "Sam West",
        };
        await bot.Time.RunAsync(second.SayAsync("hello"));

        await bot.ToldAsync("a:sam", "Dev Rao");
        Assert.Equal("0", await bot.ValueAsync("SELECT COUNT(*) FROM \"Deliveries\" WHERE \"State\" = 5"));
    }

    [Fact]
    public async Task An_old_delivery_that_was_given_up_is_on_the_status_and_is_sent_again_from_the_old_notice()
    {
        var notice = OldCards.Find("a:margaret", "Something could not be delivered");
        var status = await bot.Time.RunAsync(bot.Person("margaret").SayAsync("status"));
        Assert.Contains("send-again", status.Card.GetRawText(), StringComparison.Ordinal);

        await bot.Time.RunAsync(bot.Person("margaret").ExecuteAsync(notice.Button("send-again")));

        await bot.ToldAsync("a:tom", "INC-2026-0002");
        Assert.Equal("0", await bot.ValueAsync("SELECT COUNT(*) FROM \"Deliveries\" WHERE \"State\" = 4"));
    }

    [Fact]
    public async Task An_old_link_says_that_it_has_expired_or_was_used()
    {
        foreach (var note in new[] { "unusedFile", "unusedDataPage", "fetchedFile" })
        {
            using var look = await bot.Http.GetAsync(OldCards.Note(note));
            using var fetch = await bot.Http.PostAsync(OldCards.Note(note), null);
            Assert.Equal((HttpStatusCode.Gone, HttpStatusCode.Gone), (look.StatusCode, fetch.StatusCode));
        }
    }

    [Fact]
    public async Task An_old_file_offer_that_is_accepted_too_late_is_answered_and_the_file_is_not_sent()
    {
        var offer = OldCards.Find("a:margaret", "monitoring-2026-11-01");
        var chat = bot.Person("margaret");
        var accept = chat.Activity("invoke");
        accept["name"] = "fileConsent/invoke";
        accept["replyToId"] = offer.Activity;
        accept["value"] = new JsonObject
        {
            ["type"] = "fileUpload",
            ["action"] = "accept",
            ["context"] = JsonNode.Parse(offer.Json.GetProperty("file").GetProperty("acceptContext").GetRawText()),
            ["uploadInfo"] = new JsonObject { ["name"] = "report.xlsx", ["uploadUrl"] = "https://contoso.sharepoint.com/upload" },
        };

        await bot.Time.RunAsync(chat.SendAsync(accept));

        Assert.Equal(HttpStatusCode.OK, chat.Status);
        await bot.ToldAsync("a:margaret", accept["id"]!.ToString());
        Assert.Equal(
            "monitoring-excel",
            await bot.ValueAsync(
                $"SELECT \"Reference\" FROM \"RefusedAttempts\" WHERE \"Code\" = 'expired' AND \"Reference\" = 'monitoring-excel'"
            )
        );
    }
}
