using System.Text.Json;
using HartwoodPolicyBot.Testing;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Tests.Incidents;

/// <summary>Rights are decided by the sender that Teams names, whatever data a click carries.</summary>
public sealed class AuthorisationTests
{
    [Fact]
    public async Task Staff_in_the_channel_and_a_manager_with_a_copied_card_change_nothing()
    {
        await using var practice = await Practice.OpenAsync();
        await Practice.ReportAsync(practice.Bot.Chat());
        var card = await practice.CardAsync("INC-2026-0001");
        var stranger = practice.InChannel("22222222-bbbb-4000-8000-000000000001");
        var copy = practice.InChannel(Practice.ManagerId, "19:elsewhere@thread.tacv2");

        var group = new Chat(practice.Bot, "groupChat") { Person = $"29:{Practice.ManagerId}", Conversation = "19:group@thread.v2" };

        foreach (var chat in new[] { stranger, copy, group })
        {
            foreach (var button in CardReader.Actions(card))
            {
                await chat.ExecuteAsync(
                    button,
                    new()
                    {
                        ["text"] = "x",
                        ["consequence"] = "1",
                        ["likelihood"] = "1",
                    }
                );
                Assert.Equal("application/vnd.microsoft.error", chat.Body.GetProperty("type").GetString());
                Assert.Equal(403, chat.Body.GetProperty("statusCode").GetInt32());
            }
        }

        Assert.Equal(1, (await practice.Bot.ReadAsync(database => database.Incidents.SingleAsync())).Version);
        Assert.Equal(3 * CardReader.Actions(card).Count, await practice.Bot.ReadAsync(database => database.RefusedAttempts.CountAsync()));
    }

    [Fact]
    public async Task A_colleagues_receipt_does_not_open_their_report()
    {
        await using var practice = await Practice.OpenAsync();
        var receipt = await Practice.ReportAsync(practice.Bot.Chat());
        var colleague = practice.Bot.Chat();

        foreach (var title in new[] { "Add to report", "Withdraw report" })
        {
            await colleague.ExecuteAsync(CardReader.Button(receipt, title));
            Assert.Equal(403, colleague.Body.GetProperty("statusCode").GetInt32());
        }

        Assert.Equal(
            2,
            await practice.Bot.ReadAsync(database =>
                database.RefusedAttempts.CountAsync(attempt =>
                    attempt.Code == "not-yours" && attempt.PersonId == colleague.Person.Substring(3)
                )
            )
        );
    }

    [Theory]
    [InlineData("INC-2026-0001")]
    [InlineData("00000000-0000-0000-0000-000000000000.1")]
    [InlineData("not a guid.1")]
    [InlineData("")]
    [InlineData(null)]
    public async Task A_forged_reference_is_refused(string? id)
    {
        await using var practice = await Practice.OpenAsync();
        await Practice.ReportAsync(practice.Bot.Chat());
        foreach (
            var verb in new[]
            {
                "incident-acknowledge",
                "incident-take-on",
                "incident-form",
                "incident-save",
                "incident-back",
                "incident-see",
                "incident-add",
                "incident-withdraw",
                "incident-send",
                "incident-send-masked",
                "incident-edit",
            }
        )
        {
            var button = JsonSerializer.SerializeToElement(
                new
                {
                    verb,
                    data = new
                    {
                        verb,
                        id,
                        kept = new { form = "close" },
                    },
                }
            );

            await practice.Channel.ExecuteAsync(button, new() { ["text"] = "x", ["learning"] = "x" });
            var chat = practice.Personal(Practice.ManagerId);
            await chat.ExecuteAsync(button, new() { ["text"] = "x" });

            Assert.Equal("application/vnd.microsoft.error", chat.Body.GetProperty("type").GetString());
        }

        Assert.Equal(1, (await practice.Bot.ReadAsync(database => database.Incidents.SingleAsync())).Version);
    }

    [Fact]
    public async Task An_old_card_of_a_closed_report_shows_its_present_state_and_changes_nothing()
    {
        await using var practice = await Practice.OpenAsync();
        await Practice.ReportAsync(practice.Bot.Chat());
        var old = await practice.CardAsync("INC-2026-0001");
        var channel = practice.Channel;
        await channel.ExecuteAsync(CardReader.Button(old, "Deal with this"));
        var closing = await channel.FillAsync(Practice.Form(Body(channel), "close"));
        await channel.ExecuteAsync(Practice.Save(closing), new() { ["text"] = "Done.", ["learning"] = "Much." });

        var second = practice.InChannel(Practice.SecondId);
        await second.ExecuteAsync(CardReader.Button(old, "Acknowledge"));

        Assert.Contains(CardReader.Texts(Body(second)), text => text.Contains("closed", StringComparison.Ordinal));
        Assert.Contains("Outcome: Done.", CardReader.Texts(Body(second)));
        Assert.Equal(3, (await practice.Bot.ReadAsync(database => database.Incidents.SingleAsync())).Version);
    }

    [Fact]
    public async Task The_second_of_two_managers_sees_who_was_first()
    {
        await using var practice = await Practice.OpenAsync();
        await Practice.ReportAsync(practice.Bot.Chat());
        var card = await practice.CardAsync("INC-2026-0001");
        var first = new Chat(practice.Bot, "channel")
        {
            Person = $"29:{Practice.ManagerId}",
            Conversation = Practice.ChannelId,
            Name = "Margaret Ellis",
        };

        await first.ExecuteAsync(CardReader.Button(card, "Acknowledge"));
        var second = practice.InChannel(Practice.SecondId);
        await second.ExecuteAsync(CardReader.Button(card, "Acknowledge"));

        Assert.Contains(
            CardReader.Texts(Body(second)),
            text => text.StartsWith("Margaret Ellis has just acknowledged this (", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_refused_step_keeps_the_typed_text_and_tampered_choices_are_refused()
    {
        await using var practice = await Practice.OpenAsync();
        await Practice.ReportAsync(practice.Bot.Chat());
        var card = await practice.CardAsync("INC-2026-0001");
        var channel = practice.Channel;
        await channel.ExecuteAsync(CardReader.Button(card, "Deal with this"));
        var closing = await channel.FillAsync(Practice.Form(Body(channel), "close"));

        var again = await channel.FillAsync(
            Practice.Save(closing),
            new() { ["text"] = "Taken down, ring 07700 900123", ["learning"] = "" }
        );
        var grading = await channel.FillAsync(Practice.Form(card, "grade"));
        var wrong = await channel.FillAsync(Practice.Save(grading), new() { ["consequence"] = "9", ["likelihood"] = "-1" });

        Assert.Contains("Taken down, ring [phone number]", again.GetRawText(), StringComparison.Ordinal);
        Assert.Contains("Please write a few words.", CardReader.Texts(again));
        Assert.Contains("Please choose both an impact and a likelihood.", CardReader.Texts(wrong));
    }

    [Fact]
    public async Task Only_a_practice_manager_sets_the_channel_or_sees_the_status()
    {
        await using var practice = await Practice.OpenAsync(withChannel: false);
        var stranger = practice.InChannel("22222222-bbbb-4000-8000-000000000001");

        var refused = await stranger.MentionAsync("use this channel");
        var nothing = await stranger.MentionAsync("status");
        Assert.All(
            new[] { refused, nothing },
            reply => Assert.Contains("Sorry, that's only for practice managers. Please ask yours if you need it.", reply.Texts)
        );
        Assert.Equal(0, await practice.Bot.ReadAsync(database => database.IncidentsChannels.CountAsync()));

        var elsewhere = await practice.Personal(Practice.ManagerId).SayAsync("use this channel");
        Assert.Contains(elsewhere.Texts, text => text.StartsWith("You need to do that in a Teams channel", StringComparison.Ordinal));
        var status = await practice.Personal(Practice.ManagerId).SayAsync("status");
        Assert.Contains(
            status.Texts,
            text =>
                text.StartsWith("No channel is set", StringComparison.Ordinal)
                && text.EndsWith("write “use this channel”.", StringComparison.Ordinal)
        );
        Assert.Contains(status.Texts, text => text.StartsWith("1 of 2 practice managers", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_channel_can_be_moved_and_new_reports_go_there()
    {
        await using var practice = await Practice.OpenAsync();
        await practice.InChannel(Practice.SecondId, "19:other@thread.tacv2;messageid=7").MentionAsync("use this channel");

        await Practice.ReportAsync(practice.Bot.Chat());

        var post = (await practice.CardsAsync("INC-2026-0001")).Single();
        Assert.Equal("19:other@thread.tacv2", post.Body.GetProperty("channelData").GetProperty("channel").GetProperty("id").GetString());
    }

    private static JsonElement Body(Chat chat) => chat.Body.GetProperty("value");
}
