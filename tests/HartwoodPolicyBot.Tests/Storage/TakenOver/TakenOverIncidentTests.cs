using HartwoodPolicyBot.Testing;

namespace HartwoodPolicyBot.Tests.Storage.TakenOver;

/// <summary>Incident cards that the build of 22 November 2026 sent still work, and are edited where they are.</summary>
public sealed class TakenOverIncidentTests(TakenOverBot bot) : IClassFixture<TakenOverBot>
{
    [Fact]
    public async Task A_new_incident_is_acknowledged_from_its_old_card_which_is_edited_and_its_reporter_is_told()
    {
        var card = OldCards.Find(TakenOverBot.Channel, "INC-2026-0009: Image");

        var shown = await bot.TapAsync(bot.InChannel(card.Conversation), card.Button("incident-acknowledge"));

        Assert.Contains(CardReader.Texts(shown), text => text.StartsWith("INC-2026-0009", StringComparison.Ordinal));
        await bot.EditedAsync(card, "incident-take-on");
        await bot.ToldAsync("a:priya", "INC-2026-0009");
        Assert.Equal("2", await IncidentAsync("State", "INC-2026-0009"));
    }

    [Fact]
    public async Task An_older_client_acknowledges_an_incident_by_a_message_and_the_old_card_is_edited()
    {
        var card = OldCards.Find(TakenOverBot.Channel, "INC-2026-0008: Unauthorised");
        var chat = bot.InChannel(card.Conversation);
        var click = chat.Activity("message");
        click["value"] = System.Text.Json.Nodes.JsonNode.Parse(card.Button("incident-take-on").GetProperty("data").GetRawText());
        click["replyToId"] = card.Activity;

        await bot.Time.RunAsync(chat.SendAsync(click));

        await bot.EditedAsync(card, "incident-form");
        Assert.Equal("3", await IncidentAsync("State", "INC-2026-0008"));
        Assert.Equal(TakenOverBot.Manager, await IncidentAsync("OwnerId", "INC-2026-0008"));
    }

    [Fact]
    public async Task A_note_is_added_from_an_old_card_and_an_action_ticked_in_a_form_that_was_open_during_the_update()
    {
        var card = OldCards.Find(TakenOverBot.Channel, "INC-2026-0003: ");
        var chat = bot.InChannel(card.Conversation);

        var form = await bot.TapAsync(chat, card.Button("incident-form", "note"));
        await bot.TapAsync(chat, OldCard.Button(form, "incident-save"), ("text", "Both have said sorry."));
        await bot.EditedAsync(card, "Both have said sorry.");
        var id = card.Button("incident-form", "actions").GetProperty("data").GetProperty("id").GetString()!;
        await bot.TapAsync(chat, OldCard.Made("incident-save", id, ("form", "actions")), ("done", "2"), ("text", ""));
        await bot.EditedAsync(card, "Change the page settings");

        Assert.Equal("3", await IncidentAsync("State", "INC-2026-0003"));
        Assert.Equal("0", await bot.ValueAsync("SELECT COUNT(*) FROM \"IncidentActions\" WHERE \"DoneAt\" IS NULL"));
        Assert.Equal("1", await bot.ValueAsync("SELECT COUNT(*) FROM \"IncidentTimeline\" WHERE \"Text\" = 'Both have said sorry.'"));
    }

    [Fact]
    public async Task Old_cards_close_an_incident_and_reopen_a_closed_one()
    {
        var open = OldCards.Find(TakenOverBot.Channel, "INC-2026-0004: Other");
        var closed = OldCards.Find(TakenOverBot.Channel, "INC-2026-0001: ");

        var form = await bot.TapAsync(bot.InChannel(open.Conversation), open.Button("incident-form", "close"));
        (string, string)[] outcome = [("text", "The post is gone."), ("learning", "We ask first.")];
        await bot.TapAsync(bot.InChannel(open.Conversation), OldCard.Button(form, "incident-save"), outcome);
        await bot.EditedAsync(open, "The post is gone.");
        form = await bot.TapAsync(bot.InChannel(closed.Conversation), closed.Button("incident-form", "reopen"));
        await bot.TapAsync(bot.InChannel(closed.Conversation), OldCard.Button(form, "incident-save"), ("text", "The photo is back."));
        await bot.EditedAsync(closed, "The photo is back.");

        Assert.Equal(("5", "6"), (await IncidentAsync("State", "INC-2026-0004"), await IncidentAsync("State", "INC-2026-0001")));
        Assert.Equal("We ask first.", await IncidentAsync("Learning", "INC-2026-0004"));
        await bot.ToldAsync("a:ben", "INC-2026-0004");
    }

    [Fact]
    public async Task A_reporter_sees_and_withdraws_a_report_from_old_messages_and_lists_the_others()
    {
        var (told, receipt) = (OldCards.Find("a:priya", "INC-2026-0008: Margaret"), OldCards.Find("a:ben", "INC-2026-0010: "));

        var own = await bot.TapAsync(bot.Person("priya"), told.Button("incident-see"));
        var form = await bot.TapAsync(bot.Person("ben"), receipt.Button("incident-withdraw-form"));
        await bot.TapAsync(bot.Person("ben"), OldCard.Button(form, "incident-withdraw"));
        var list = await bot.Time.RunAsync(bot.Person("priya").SayAsync("my reports"));

        Assert.Contains("A fake account uses our logo.", CardReader.Texts(own));
        Assert.Equal("7", await IncidentAsync("State", "INC-2026-0010"));
        var listed = list.Card.GetRawText();
        string[] reported = ["INC-2026-0001", "INC-2026-0008", "INC-2026-0009"];
        Assert.All(reported, reference => Assert.Contains(reference, listed, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_anonymous_report_is_followed_up_with_its_old_code_and_from_its_old_card()
    {
        var chat = bot.Person("aisha");
        var receipt = OldCards.Find("a:aisha", "INC-2026-0003: ");
        var code = OldCards.Note("anonymousCode");

        var found = await bot.TapAsync(chat, OldCard.Made("incident-code", ""), ("code", code));
        var form = await bot.TapAsync(chat, receipt.Button("incident-add-form"));
        await bot.TapAsync(chat, OldCard.Button(form, "incident-add"), ("text", "It happened twice."));

        Assert.Contains("INC-2026-0003", CardReader.Texts(found));
        Assert.Equal(code, receipt.Button("incident-add-form").GetProperty("data").GetProperty("kept").GetProperty("code").GetString());
        await bot.EditedAsync(OldCards.Find(TakenOverBot.Channel, "INC-2026-0003: "), "It happened twice.");
        Assert.Equal("1", await bot.ValueAsync("SELECT COUNT(*) FROM \"IncidentTimeline\" WHERE \"Text\" = 'It happened twice.'"));
    }

    [Fact]
    public async Task A_report_about_the_practice_manager_stays_with_the_speak_up_person_whose_old_card_is_edited()
    {
        var card = OldCards.Find("a:owen", "INC-2026-0006: Image");

        await bot.Person("margaret").ExecuteAsync(card.Button("incident-acknowledge"));
        Assert.Equal("1", await IncidentAsync("State", "INC-2026-0006"));
        await bot.TapAsync(bot.Person("owen"), card.Button("incident-acknowledge"));

        await bot.EditedAsync(card, "INC-2026-0006");
        await bot.ToldAsync("a:eve", "INC-2026-0006");
        Assert.Equal("2", await IncidentAsync("State", "INC-2026-0006"));
        var list = OldCards.Find("a:finn", "Your reports");
        var found = await bot.TapAsync(bot.Person("finn"), list.Button("incident-code"), ("code", OldCards.Note("speakUpCode")));
        Assert.Contains("INC-2026-0007", CardReader.Texts(found));
    }

    private Task<string> IncidentAsync(string column, string reference) =>
        bot.ValueAsync($"SELECT \"{column}\" FROM \"Incidents\" WHERE \"Reference\" = '{reference}'");
}
