using HartwoodPolicyBot.Core.Incidents;
using HartwoodPolicyBot.Testing;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Tests.Incidents;

/// <summary>A report is followed over HTTP from the form until it is closed.</summary>
public sealed class ReportingTests
{
    [Fact]
    public async Task A_report_gets_a_receipt_is_handled_in_the_channel_and_its_reporter_is_told()
    {
        await using var practice = await Practice.OpenAsync();
        var priya = new Chat(practice.Bot, "personal") { Name = "Priya Shah" };
        var receipt = await Practice.ReportAsync(priya);
        Assert.Equal("INC-2026-0001", Practice.ReferenceOn(receipt));

        var post = (await practice.CardsAsync("INC-2026-0001")).Single();
        Assert.Equal("/v3/conversations", post.Path);
        var card = Practice.CardOf(post);
        var texts = CardReader.Texts(card);
        Assert.Contains("A photo of the reception desk is on Instagram.", texts);
        Assert.Contains(texts, text => text.Contains("by Priya Shah", StringComparison.Ordinal));
        Assert.Contains(texts, text => text.Contains("Images shared of a workplace will be checked", StringComparison.Ordinal));

        var manager = new Chat(practice.Bot, "channel")
        {
            Person = $"29:{Practice.ManagerId}",
            Conversation = $"{Practice.ChannelId};messageid=2",
            Name = "Margaret Ellis",
        };
        var acknowledged = await manager.FillAsync(CardReader.Button(card, "Acknowledge"));
        Assert.DoesNotContain(CardReader.Actions(acknowledged), action => action.GetProperty("title").GetString() == "Acknowledge");
        var working = await manager.FillAsync(CardReader.Button(acknowledged, "Deal with this"));
        var closing = await manager.FillAsync(Practice.Form(working, "close"));
        Assert.Contains("The reporter will see this too", closing.GetRawText(), StringComparison.Ordinal);
        var closed = await manager.FillAsync(
            Practice.Save(closing),
            new() { ["text"] = "Taken down.", ["learning"] = "Check what is behind the cake." }
        );
        Assert.Contains("What we learned: Check what is behind the cake.", CardReader.Texts(closed));

        var cards = await practice.CardsAsync("INC-2026-0001", 2);
        Assert.All(cards.Skip(1), edit => Assert.Equal("PUT", edit.Method));
        Assert.Contains("Outcome: Taken down.", CardReader.Texts(Practice.CardOf(cards[^1])));
        var told = priya.Sent.Select(sent => sent.Body.GetProperty("summary").GetString()).ToList();
        Assert.Equal(
            [
                "Report an incident",
                "INC-2026-0001: Margaret Ellis has seen your report.",
                "Your report INC-2026-0001 has been closed. Thank you for raising it.",
            ],
            told
        );
    }

    [Fact]
    public async Task Identifiers_are_masked_before_anything_is_stored_and_never_sent_unmasked()
    {
        await using var practice = await Practice.OpenAsync();
        var chat = practice.Bot.Chat();

        var check = await Practice.ReviewAsync(
            chat,
            ("what", "The post shows 999 000 0018 and 07700 900123."),
            ("done", "Rang her on 07700 900123.")
        );
        Assert.Equal(0, await practice.Bot.ReadAsync(database => database.Incidents.CountAsync()));
        Assert.Contains(
            CardReader.Texts(check),
            text => text.Contains("I've hidden an NHS number and 2 phone numbers.", StringComparison.Ordinal)
        );
        var edit = await chat.FillAsync(CardReader.Button(check, "Change report"));
        Assert.Contains("The post shows [NHS number] and [phone number].", edit.GetRawText(), StringComparison.Ordinal);

        var receipt = await chat.FillAsync(CardReader.Button(check, "Send report"));
        var reference = Practice.ReferenceOn(receipt);
        await practice.CardsAsync(reference);

        var stored = await practice.Bot.ReadAsync(database => database.Incidents.SingleAsync());
        Assert.Equal("The post shows [NHS number] and [phone number].", stored.WhatHappened);
        Assert.Equal("Rang her on [phone number].", stored.AlreadyDone);
        Assert.DoesNotContain(practice.Bot.Teams.Requests, request => request.Body.ToString().Contains("900123", StringComparison.Ordinal));
        Assert.DoesNotContain("900123", check.GetRawText() + edit.GetRawText() + receipt.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain(practice.Bot.Log.All, line => line.Contains("900123", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_form_says_what_does_not_fit_and_keeps_the_typed_text()
    {
        await using var practice = await Practice.OpenAsync();
        var chat = practice.Bot.Chat();

        var again = await Practice.ReviewAsync(
            chat,
            ("link", "javascript:alert(1)"),
            ("happened", "2026-12-24"),
            ("kind", "Nonsense"),
            ("patient", null),
            ("what", new string('x', 10_000)),
            ("done", "kept as typed")
        );

        var texts = CardReader.Texts(again);
        Assert.Contains("Please paste the full link, starting with https://", texts);
        Assert.Contains("This date is in the future.", texts);
        Assert.Contains("Please choose one of the answers.", texts);
        Assert.Contains("Please say whether a patient could be recognised.", texts);
        Assert.Contains("Please keep to 4,000 characters. You wrote 10,000.", texts);
        Assert.Contains("kept as typed", again.GetRawText(), StringComparison.Ordinal);
        Assert.Equal(0, await practice.Bot.ReadAsync(database => database.Incidents.CountAsync()));
        var attempt = await practice.Bot.ReadAsync(database => database.RefusedAttempts.SingleAsync());
        Assert.Equal(("form-invalid", null), (attempt.Code, attempt.PersonId));
    }

    [Fact]
    public async Task A_double_click_and_a_replayed_form_make_one_report()
    {
        await using var practice = await Practice.OpenAsync();
        var chat = practice.Bot.Chat();
        var form = await chat.SayAsync("report");
        var twin = new Chat(practice.Bot, "personal") { Person = chat.Person, Conversation = chat.Conversation };

        var receipts = await Task.WhenAll(
            Practice.SendAsync(chat, form.Button("Check report")),
            Practice.SendAsync(twin, form.Button("Check report"))
        );
        var review = await chat.FillAsync(form.Button("Check report"), Practice.Filled());
        var replay = await chat.FillAsync(CardReader.Button(review, "Send report"));

        Assert.All(receipts.Append(replay), receipt => Assert.Equal("INC-2026-0001", Practice.ReferenceOn(receipt)));
        Assert.Equal(1, await practice.Bot.ReadAsync(database => database.Incidents.CountAsync()));
        await practice.Bot.Chat().ExecuteAsync(CardReader.Button(review, "Send report"));
        Assert.Equal(1, await practice.Bot.ReadAsync(database => database.Incidents.CountAsync()));
    }

    [Theory]
    [InlineData("Confidential", "confidentially")]
    [InlineData("Anonymous", "anonymously")]
    public async Task A_reporter_who_does_not_want_to_be_named_is_not_named_in_the_channel(string appearance, string shown)
    {
        await using var practice = await Practice.OpenAsync();
        var priya = new Chat(practice.Bot, "personal") { Name = "Priya Shah" };

        await Practice.ReportAsync(priya, ("appear", appearance));
        var card = await practice.CardAsync("INC-2026-0001");

        Assert.Contains(CardReader.Texts(card), text => text.Contains(shown, StringComparison.Ordinal));
        Assert.DoesNotContain("Priya", card.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain(priya.Person[3..], card.GetRawText(), StringComparison.Ordinal);
        var stored = await practice.Bot.ReadAsync(database => database.Incidents.SingleAsync());
        Assert.Null(stored.ReporterName);
        Assert.Equal(appearance == "Anonymous", stored.ReporterId is null);
    }

    [Fact]
    public async Task An_anonymous_report_is_followed_up_by_its_code_from_any_chat()
    {
        await using var practice = await Practice.OpenAsync();
        var receipt = await Practice.ReportAsync(practice.Bot.Chat(), ("appear", "Anonymous"));
        var code = CardReader
            .Nodes(receipt)
            .First(node => node.TryGetProperty("title", out var title) && title.GetString() == "Your code")
            .GetProperty("value")
            .GetString()!;
        await practice.Channel.ExecuteAsync(CardReader.Button(await practice.CardAsync("INC-2026-0001"), "Acknowledge"));
        var later = practice.Bot.Chat();

        var mine = await later.SayAsync("my reports");
        var wrong = await later.FillAsync(mine.Button("Find report"), new() { ["code"] = "AAAA-AAAA-AAAA" });
        var found = await later.FillAsync(mine.Button("Find report"), new() { ["code"] = code.ToLowerInvariant() });
        var form = await later.FillAsync(CardReader.Button(found, "Add to report"));
        var added = await later.FillAsync(CardReader.Button(form, "Add to report"), new() { ["text"] = "There is a second photo." });

        Assert.Contains("I can't find a report with that code. Please check it and try again.", CardReader.Texts(wrong));
        Assert.Contains(CardReader.Texts(found), text => text.Contains("acknowledged it", StringComparison.Ordinal));
        Assert.Contains("Thanks, I've added that to your report.", CardReader.Texts(added));
        Assert.Contains("There is a second photo.", (await practice.CardAsync("INC-2026-0001")).GetRawText(), StringComparison.Ordinal);
        Assert.Equal(
            1,
            await practice.Bot.ReadAsync(database =>
                database.Incidents.CountAsync(incident => incident.Timeline.Any(entry => entry.Kind == TimelineKind.Added))
            )
        );
    }

    [Theory]
    [InlineData("Named", "Priya Shah")]
    [InlineData("Confidential", "The reporter")]
    public async Task What_a_reporter_adds_and_withdraws_is_under_the_name_that_the_report_is_under(string appear, string by)
    {
        await using var practice = await Practice.OpenAsync();
        var priya = new Chat(practice.Bot, "personal") { Name = "Priya Shah" };
        var receipt = await Practice.ReportAsync(priya, ("appear", appear));

        var form = await priya.FillAsync(CardReader.Button(receipt, "Add to report"));
        var added = await priya.FillAsync(CardReader.Button(form, "Add to report"), new() { ["text"] = "There is a second photo." });
        var sure = await priya.FillAsync(CardReader.Button(added, "Withdraw report"));
        await priya.FillAsync(CardReader.Button(sure, "Withdraw report"));

        await practice.DeliveredAsync();
        var texts = CardReader.Texts(await practice.CardAsync("INC-2026-0001"));
        foreach (var step in new[] { "sent the report", "added information: There is a second photo.", "withdrew the report" })
        {
            Assert.Contains(texts, text => text.EndsWith($": {by} {step}", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task The_report_button_on_any_card_opens_the_form_with_the_masked_message()
    {
        await using var practice = await Practice.OpenAsync();
        var chat = practice.Bot.Chat();
        var help = await chat.SayAsync("help");
        var button = System.Text.Json.JsonSerializer.SerializeToElement(
            new { verb = "report", data = new { verb = "report", id = "I posted her notes, NHS 999 000 0018" } }
        );

        var empty = await chat.ExecuteAsync(help.Button("Report an incident"));
        var filled = await chat.ExecuteAsync(button);
        var elsewhere = await practice.Bot.Chat("channel").ExecuteAsync(button);

        Assert.Contains("\"id\":\"what\"", empty.Card.GetRawText(), StringComparison.Ordinal);
        Assert.Contains("I posted her notes, NHS [NHS number]", filled.Card.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("Input.", elsewhere.Card.GetRawText(), StringComparison.Ordinal);
        Assert.Equal(
            "https://teams.microsoft.com/l/chat/0/0?users=28%3Abot&message=report",
            elsewhere.Button("Open private chat").GetProperty("url").GetString()
        );
    }
}
