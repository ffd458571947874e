using System.Text.Json;
using System.Text.Json.Nodes;
using HartwoodPolicyBot.Testing;
using HartwoodPolicyBot.Tests.Cards;
using HartwoodPolicyBot.Tests.Incidents;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Tests.Monitoring;

/// <summary>A practice manager chooses the period of a report, and a wrong or forged one is refused.</summary>
public sealed class ChosenPeriodTests
{
    [Theory]
    [InlineData("LastMonth", null, null, "There are no records before 23 November 2026. Please choose a later period.")]
    [InlineData("TwoDates", "2026-11-30", "2026-11-01", "The end date is before the start date. Please change one of them.")]
    [InlineData("TwoDates", "2026-11-01", null, "Please choose both dates.")]
    [InlineData("TwoDates", "yesterday", "today", "Please choose both dates.")]
    [InlineData("TwoDates", "2027-01-01", "2027-02-01", "That period is in the future. Please choose an earlier start date.")]
    [InlineData("TwoDates", "2001-01-01", "2026-11-01", "That's more than 10 years. Please choose a shorter period.")]
    [InlineData("TwoDates", "2020-01-01", "2020-12-31", "There are no records before 23 November 2026. Please choose a later period.")]
    [InlineData("Century", null, null, "Please choose a period.")]
    [InlineData("6", null, null, "Please choose a period.")]
    [InlineData(null, null, null, "Please choose a period.")]
    public async Task An_impossible_period_is_explained_and_the_form_is_shown_again(
        string? period,
        string? from,
        string? to,
        string sentence
    )
    {
        await using var practice = await ReportTests.LivedInAsync();
        var manager = practice.Personal(Practice.ManagerId);
        var card = await manager.SayAsync("monitoring report");

        var again = await manager.FillAsync(card.Button("Show period"), ReportTests.Form(period, from, to));

        CardRules.Hold(again);
        Assert.Contains(sentence, CardReader.Texts(again));
        var put = await manager.FillAsync(
            CardReader.Button(again, "Show period"),
            ReportTests.Form("TwoDates", "2026-11-23", "2026-11-23")
        );
        Assert.Contains("23 November 2026 to 23 November 2026", CardReader.Texts(put));
    }

    [Theory]
    [InlineData("ThisQuarter", "1 October 2026 to 31 December 2026")]
    [InlineData("NhsYear", "1 April 2026 to 31 March 2027")]
    public async Task A_chosen_period_replaces_the_card_and_says_when_the_records_start(string period, string days)
    {
        await using var practice = await ReportTests.LivedInAsync();
        var manager = practice.Personal(Practice.ManagerId);

        var shown = await manager.FillAsync(
            (await manager.SayAsync("monitoring report")).Button("Show period"),
            ReportTests.Form(period, null, null)
        );

        Assert.Contains(days, CardReader.Texts(shown));
        Assert.Contains(CardReader.Texts(shown), text => text.Contains("Records began on 23 November 2026.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Newly_entered_dates_count_although_another_period_is_still_chosen()
    {
        await using var practice = await ReportTests.LivedInAsync();
        var manager = practice.Personal(Practice.ManagerId);
        var card = (await manager.SayAsync("monitoring report")).Card;

        var shown = await manager.FillAsync(
            CardReader.Button(card, "Show period"),
            ReportTests.Form("ThisMonth", "2026-11-20", "2026-11-23")
        );
        Assert.Contains("20 November 2026 to 23 November 2026", CardReader.Texts(shown));
        Assert.Equal(
            "TwoDates",
            CardReader
                .Nodes(shown)
                .Single(node => node.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String && id.GetString() == "period")
                .GetProperty("value")
                .GetString()
        );

        var quarter = await manager.FillAsync(
            CardReader.Button(shown, "Show period"),
            ReportTests.Form("ThisQuarter", "2026-11-20", "2026-11-23")
        );
        Assert.Contains("1 October 2026 to 31 December 2026", CardReader.Texts(quarter));

        var refused = await manager.FillAsync(
            CardReader.Button(quarter, "Show period"),
            ReportTests.Form("ThisQuarter", "2026-12-31", "2026-12-30")
        );
        Assert.Contains("The end date is before the start date. Please change one of them.", CardReader.Texts(refused));
        var month = await manager.FillAsync(
            CardReader.Button(refused, "Show period"),
            ReportTests.Form("ThisMonth", "2026-12-31", "2026-12-30")
        );
        Assert.Contains("1 November 2026 to 30 November 2026", CardReader.Texts(month));
    }

    [Fact]
    public async Task The_evidence_pack_asks_for_its_period_first_and_every_next_card_is_about_the_pack()
    {
        await using var practice = await ReportTests.LivedInAsync();
        var manager = practice.Personal(Practice.ManagerId);

        var card = await manager.SayAsync("evidence pack");
        Assert.Equal(("Evidence pack for inspections", "Get evidence pack"), (card.Texts[0], card.Buttons[1]));
        Assert.Contains("1 April 2026 to 31 March 2027", card.Texts);

        var refused = await manager.FillAsync(card.Button("Show period"), ReportTests.Form("TwoDates", null, null));
        Assert.Equal("Evidence pack for inspections", CardReader.Texts(refused)[0]);
        var month = await manager.FillAsync(CardReader.Button(refused, "Show period"), ReportTests.Form("ThisMonth", null, null));
        CardRules.Hold(month);
        Assert.Contains("1 November 2026 to 30 November 2026", CardReader.Texts(month));
        var offer = await manager.ExecuteAsync(CardReader.Button(month, "Get evidence pack"));
        Assert.Contains(offer.Texts, text => text.Contains("Evidence pack, 1 November 2026 to 30 November 2026", StringComparison.Ordinal));

        // The period that was chosen beside the button counts without a tap on "Show period".
        var quarter = await manager.ExecuteAsync(
            CardReader.Button(month, "Get evidence pack"),
            ReportTests.Form("ThisQuarter", "2026-11-01", "2026-11-30")
        );
        Assert.Contains(
            quarter.Texts,
            text => text.Contains("Evidence pack, 1 October 2026 to 31 December 2026", StringComparison.Ordinal)
        );
        var wrong = await manager.FillAsync(
            CardReader.Button(month, "Get evidence pack"),
            ReportTests.Form("ThisMonth", "2026-11-30", "2026-11-01")
        );
        Assert.Contains("The end date is before the start date. Please change one of them.", CardReader.Texts(wrong));
    }

    [Fact]
    public async Task A_forged_period_in_a_button_is_refused()
    {
        await using var practice = await ReportTests.LivedInAsync();
        var manager = practice.Personal(Practice.ManagerId);
        var button = JsonNode.Parse((await manager.SayAsync("monitoring report")).Button("Download Excel").GetRawText())!;
        button["data"]!["id"] = "2026-11-30.2026-11-01";

        await manager.ExecuteAsync(JsonSerializer.SerializeToElement(button));

        Assert.Equal(400, manager.Body.GetProperty("statusCode").GetInt32());
        Assert.Equal(0, await practice.Bot.ReadAsync(database => database.FileOffers.CountAsync()));
    }
}
