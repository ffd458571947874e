using System.Text.Json;
using System.Text.Json.Nodes;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Incidents;
using HartwoodPolicyBot.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HartwoodPolicyBot.Tests.Incidents;

/// <summary>Nothing that is stored, together with what stands in the chats, leads from an anonymous report to a person.</summary>
public sealed class AnonymityTests
{
    [Fact]
    public async Task Nothing_in_the_reporters_chat_is_stored_or_follows_from_what_is_stored_without_the_key()
    {
        await using var practice = await Practice.OpenAsync();
        var reporter = practice.Bot.Chat();
        var form = await reporter.SayAsync("report");
        var formId = Guid.Parse(form.Button("Check report").GetProperty("data").GetProperty("id").GetString()!);
        var review = await reporter.FillAsync(form.Button("Check report"), Practice.Filled(("appear", "Anonymous")));
        var receipt = await reporter.FillAsync(CardReader.Button(review, "Send report"));
        var found = await reporter.FillAsync(CardReader.Button(receipt, "Add to report"));
        var added = await reporter.FillAsync(CardReader.Button(found, "Add to report"), new() { ["text"] = "There are two photos." });
        await practice.DeliveredAsync();

        var incident = await practice.Bot.ReadAsync(database => database.Incidents.Include(one => one.Timeline).SingleAsync());
        var inChat = form.Card.GetRawText() + receipt.GetRawText() + found.GetRawText() + added.GetRawText();
        string[] stored =
        [
            $"{incident.Id}",
            $"{incident.FormId}",
            incident.Reference,
            incident.CodeHash!,
            $"{incident.Timeline.Single(entry => entry.Kind == TimelineKind.Added).Press}",
            incident.WhatHappened,
        ];
        Assert.All(stored, value => Assert.DoesNotContain(value, inChat, StringComparison.OrdinalIgnoreCase));

        // The review holds the words, which the receipt takes the place of, and nothing more that is stored.
        Assert.All(stored.SkipLast(1), value => Assert.DoesNotContain(value, review.GetRawText(), StringComparison.OrdinalIgnoreCase));
        var code = CodeOn(receipt);
        Assert.NotEqual(EarlierFollowUpCode.Of(formId), code);
        Assert.DoesNotContain(EarlierFollowUpCode.Hash(code), incident.CodeHash!, StringComparison.Ordinal);
        Assert.False(new FollowUpCodes(new FollowUpKey(new byte[FollowUpKey.Bytes])).IsOf(incident, code));
        Assert.Contains("Thanks, I've added that to your report.", CardReader.Texts(added));
    }

    [Fact]
    public async Task The_same_anonymous_form_sent_twice_shows_the_same_code()
    {
        await using var practice = await Practice.OpenAsync();
        var reporter = practice.Bot.Chat();
        var form = await reporter.SayAsync("report");

        var first = await Practice.SendAsync(reporter, form.Button("Check report"), ("appear", "Anonymous"));
        var second = await Practice.SendAsync(reporter, form.Button("Check report"), ("appear", "Anonymous"));

        Assert.Equal(CodeOn(first), CodeOn(second));
        Assert.Equal(1, await practice.Bot.ReadAsync(database => database.Incidents.CountAsync()));
    }

    [Fact]
    public async Task Times_that_could_be_matched_with_a_chat_are_stored_as_days()
    {
        await using var practice = await Practice.OpenAsync();
        practice.Bot.Time.Advance(TimeSpan.FromMinutes(317));
        var reporter = practice.Bot.Chat();
        await reporter.SendAsync(Installed(reporter));
        var receipt = await Practice.ReportAsync(reporter, ("appear", "Anonymous"), ("patient", "Yes"), ("noticed", null));
        await reporter.FillAsync(
            CardReader.Button(await reporter.FillAsync(CardReader.Button(receipt, "Add to report")), "Add to report"),
            new() { ["text"] = "One thing more." }
        );
        await Practice.ReviewAsync(reporter, ("appear", "Anonymous"), ("kind", "nothing that is offered"));
        await practice.DeliveredAsync();

        var now = practice.Bot.Time.GetUtcNow();
        var (incident, deliveries, attempts, places, chats) = await practice.Bot.ReadAsync(async database =>
            (
                await database.Incidents.Include(one => one.Timeline).SingleAsync(),
                await database.Deliveries.Where(row => row.Kind == IncidentDeliveryKinds.Card).ToListAsync(),
                await database.RefusedAttempts.ToListAsync(),
                await database.Installations.ToListAsync(),
                await database.StaffContacts.ToListAsync()
            )
        );
        var day = PracticeTime.StartOfDay(now);
        DateTimeOffset?[] times =
        [
            incident.ReportedAt,
            incident.BreachClockFrom,
            .. incident.Timeline.Select(entry => (DateTimeOffset?)entry.At),
            .. deliveries.SelectMany(row => new[] { row.CreatedAt, row.DueAt, row.SentAt }),
            .. attempts.Select(attempt => (DateTimeOffset?)attempt.At),
            .. places.Select(place => (DateTimeOffset?)place.InstalledAt),
            .. chats.Select(chat => (DateTimeOffset?)chat.NotedAt),
        ];
        Assert.True(times.Length >= 8);
        Assert.All(times, time => Assert.Equal(day, time));
        Guid[] ids = [incident.Id, .. deliveries.Select(row => row.Id), .. attempts.Select(attempt => attempt.Id)];
        Assert.All(ids, id => Assert.Equal(4, id.Version));
    }

    [Theory]
    [InlineData("Anonymous", 0)]
    [InlineData("Confidential", 1)]
    public async Task The_dialog_opens_a_chat_only_with_somebody_who_wants_to_be_told(string appearance, int opened)
    {
        await using var practice = await Practice.OpenAsync();
        var group = practice.Bot.Chat("groupChat");
        var before = practice.Bot.Teams.Requests.Count(request => request.Path == "/v3/conversations");

        var answers = Practice.Filled(("appear", appearance));
        var id = $"{Guid.NewGuid()}";
        (answers["verb"], answers["id"]) = ("incident-send", id);
        await SubmitAsync(answers);
        await SubmitAsync(
            new()
            {
                ["verb"] = "incident-send-masked",
                ["id"] = id,
                ["kept"] = answers.DeepClone(),
            }
        );

        Assert.Contains("we've got your report", group.Body.GetRawText(), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(
            opened,
            practice
                .Bot.Teams.Requests.Skip(before)
                .Count(request =>
                    request.Path == "/v3/conversations" && !request.Body.GetRawText().Contains(Practice.ChannelId, StringComparison.Ordinal)
                )
        );
        Assert.Equal(opened, await practice.Bot.ReadAsync(database => database.StaffContacts.CountAsync()));

        async Task SubmitAsync(JsonObject data)
        {
            var submit = group.Activity("invoke");
            submit["name"] = "composeExtension/submitAction";
            submit["value"] = new JsonObject { ["commandId"] = "reportMessage", ["data"] = data };
            await group.SendAsync(submit);
        }
    }

    [Fact]
    public async Task A_click_with_a_wrong_code_on_ones_own_card_stores_no_id()
    {
        await using var practice = await Practice.OpenAsync();
        var reporter = practice.Bot.Chat();
        await Practice.ReportAsync(reporter, ("appear", "Anonymous"));
        var incident = await practice.Bot.ReadAsync(database => database.Incidents.SingleAsync());

        foreach (var verb in (string[])["incident-see", "incident-add-form", "incident-add", "incident-withdraw"])
        {
            foreach (var id in (string?[])[$"{incident.Id}.1", $"{Guid.NewGuid()}.1", null])
            {
                await reporter.ExecuteAsync(Button(verb, id, "AAAA-BBBB-CCCC"));
                Assert.Equal("application/vnd.microsoft.error", reporter.Body.GetProperty("type").GetString());
            }

            await reporter.ExecuteAsync(Button(verb, $"{incident.Id}.1", null));
        }

        var attempts = await practice.Bot.ReadAsync(database => database.RefusedAttempts.ToListAsync());
        Assert.NotEmpty(attempts);
        Assert.All(attempts, attempt => Assert.Null(attempt.PersonId));
    }

    [Fact]
    public async Task What_an_earlier_build_stored_loses_its_link_in_the_night_and_its_code_goes_on_working()
    {
        await using var practice = await Practice.OpenAsync();
        var form = Guid.NewGuid();
        await Practice.ReportAsync(practice.Bot.Chat(), ("appear", "Anonymous"));
        await practice.Bot.ReadAsync(database =>
            database.Incidents.ExecuteUpdateAsync(set =>
                set.SetProperty(row => row.FormId, form)
                    .SetProperty(row => row.CodeHash, EarlierFollowUpCode.Hash(EarlierFollowUpCode.Of(form)))
                    .SetProperty(row => row.ReportedAt, practice.Bot.Time.GetUtcNow())
            )
        );
        await ExpectAsync();

        await practice.Bot.Services.GetRequiredService<EarlierCodes>().DeleteAsync(practice.Bot.Time.GetUtcNow(), default);

        await ExpectAsync();
        var incident = await practice.Bot.ReadAsync(database => database.Incidents.SingleAsync());
        Assert.NotEqual(form, incident.FormId);
        Assert.DoesNotContain(EarlierFollowUpCode.Hash(EarlierFollowUpCode.Of(form)), incident.CodeHash!, StringComparison.Ordinal);
        Assert.Equal(PracticeTime.StartOfDay(practice.Bot.Time.GetUtcNow()), incident.ReportedAt);

        async Task ExpectAsync()
        {
            var chat = practice.Bot.Chat();
            var found = await chat.FillAsync(
                (await chat.SayAsync("my reports")).Button("Find report"),
                new() { ["code"] = EarlierFollowUpCode.Of(form) }
            );
            Assert.Contains("INC-2026-0001", CardReader.Texts(found));
            var again = await Practice.SendAsync(chat, Button("incident-send", $"{form}", null), ("appear", "Anonymous"));
            Assert.Equal(EarlierFollowUpCode.Of(form), CodeOn(again));
            Assert.Equal(1, await practice.Bot.ReadAsync(database => database.Incidents.CountAsync()));
        }
    }

    private static JsonObject Installed(Chat chat)
    {
        var activity = chat.Activity("installationUpdate");
        activity["action"] = "add";
        return activity;
    }

    private static string CodeOn(JsonElement receipt) =>
        CardReader
            .Nodes(receipt)
            .First(node => node.TryGetProperty("title", out var title) && title.GetString() == "Your code")
            .GetProperty("value")
            .GetString()!;

    private static JsonElement Button(string verb, string? id, string? code) =>
        JsonSerializer.SerializeToElement(
            new
            {
                verb,
                data = new
                {
                    verb,
                    id,
                    kept = new { code },
                    text = "x",
                },
            }
        );
}
