using System.Text.Json.Nodes;
using HartwoodPolicyBot.Core.Storage;
using HartwoodPolicyBot.Testing;
using HartwoodPolicyBot.Tests.Incidents;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Tests.Activities;

/// <summary>Characters that PostgreSQL refuses come in nowhere: in no text, no id and no data of a click.</summary>
public sealed class UnwritableCharacterTests
{
    private const string Bad = "\u0000\u0001\u007f\u0085\uffff";

    public static TheoryData<StorageProvider> Providers => [StorageProvider.Sqlite, StorageProvider.PostgreSql];

    [SkippableTheory]
    [MemberData(nameof(Providers))]
    public async Task No_turn_fails_and_nothing_is_stored_with_them(StorageProvider provider)
    {
        await using var test = await TestDatabase.CreateAsync(provider);
        await using var bot = await BotHost.StartAsync(
            ("Storage:Provider", $"{provider}"),
            ("Storage:ConnectionString", test.ConnectionString)
        );
        var chat = new Chat(bot, "personal")
        {
            Person = $"29:priya{Bad}",
            Conversation = $"a:priya{Bad}",
            Name = $"Priya{Bad} Shah",
        };
        var installed = chat.Activity("installationUpdate");
        installed["action"] = "add";
        installed["id"] = $"m{Bad}";
        await chat.SendAsync(installed);
        await chat.SendAsync(Said(chat, $"May I share{Bad} an image of my workplace?"));
        await chat.SendAsync(Said(chat, "training"));
        var report = chat.Activity("message");
        var data = Practice.Filled(("what", $"A photo{Bad} on Instagram."), ("done", $"Asked{Bad}\nagain"), ("platform", $"Insta{Bad}"));
        (data["verb"], data["id"]) = ("incident-send", $"{Guid.NewGuid()}");
        data["kept"] = new JsonObject { [$"deep{Bad}"] = new JsonArray(new JsonObject { ["x"] = $"y{Bad}" }) };
        report["value"] = data;
        await chat.SendAsync(report);
        var reviewed = chat.Activity("message");
        reviewed["value"] = new JsonObject
        {
            ["verb"] = "incident-send-masked",
            ["id"] = data["id"]!.DeepClone(),
            ["kept"] = data.DeepClone(),
        };
        await chat.SendAsync(reviewed);

        Assert.DoesNotContain(bot.Log.All, line => line.StartsWith("Error", StringComparison.Ordinal));
        var incident = await bot.ReadAsync(database => database.Incidents.SingleAsync());
        var staff = await bot.ReadAsync(database => database.StaffMembers.SingleAsync());
        var question = await bot.ReadAsync(database => database.Questions.SingleAsync());
        Assert.Equal(
            ("Priya Shah", "priya?????"),
            (string.Join(' ', staff.Name.Split(' ', StringSplitOptions.RemoveEmptyEntries)), staff.PersonId)
        );
        Assert.Equal("May I share an image of my workplace?", question.Text);
        Assert.DoesNotContain(
            new[]
            {
                incident.WhatHappened,
                incident.AlreadyDone ?? "",
                incident.Platform,
                incident.ReporterId ?? "",
                incident.ReporterName ?? "",
            },
            text => text!.Any(letter => (char.IsControl(letter) && letter != '\n') || letter == '\uffff')
        );
        Assert.Contains('\n', incident.AlreadyDone!);
    }

    private static JsonObject Said(Chat chat, string text)
    {
        var activity = chat.Activity("message");
        activity["text"] = text;
        return activity;
    }
}
