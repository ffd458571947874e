using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Testing;
using HartwoodPolicyBot.Tests.Cards;
using HartwoodPolicyBot.Tests.Incidents;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HartwoodPolicyBot.Tests.Bot;

/// <summary>Files come once, for a short time, to whom they are offered: by an address, or through OneDrive. The training records stand for all.</summary>
public sealed class FileTests
{
    [Fact]
    public async Task An_address_shows_a_page_any_number_of_times_and_gives_the_file_once()
    {
        await using var practice = await Practice.OpenAsync();
        var path = await AddressAsync(practice);

        for (var look = 0; look < 3; look++)
        {
            using var page = await practice.Bot.Http.GetAsync(path);
            Assert.Equal(HttpStatusCode.OK, page.StatusCode);
            Assert.Contains("Open the file", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            Assert.Equal("no-store", page.Headers.CacheControl!.ToString());
            Assert.Contains("form-action 'self'", page.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        }

        using var file = await practice.Bot.Http.PostAsync(path, null);
        Assert.Equal(HttpStatusCode.OK, file.StatusCode);
        Assert.Equal("attachment", file.Content.Headers.ContentDisposition!.DispositionType);
        Assert.StartsWith("Name,Role,Round", (await file.Content.ReadAsStringAsync()).TrimStart('\uFEFF'), StringComparison.Ordinal);
        foreach (var again in new[] { await practice.Bot.Http.PostAsync(path, null), await practice.Bot.Http.GetAsync(path) })
        {
            Assert.Equal(HttpStatusCode.Gone, again.StatusCode);
            Assert.Contains("fetched already", await again.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            again.Dispose();
        }
    }

    [Fact]
    public async Task Of_many_at_once_one_gets_the_file()
    {
        await using var practice = await Practice.OpenAsync();
        var path = await AddressAsync(practice);

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => practice.Bot.Http.PostAsync(path, null)));

        Assert.Equal(1, answers.Count(answer => answer.StatusCode == HttpStatusCode.OK));
        Assert.Equal(19, answers.Count(answer => answer.StatusCode == HttpStatusCode.Gone));
    }

    [Fact]
    public async Task An_expired_address_says_so_and_a_forged_one_is_not_found()
    {
        await using var practice = await Practice.OpenAsync();
        var path = await AddressAsync(practice);
        practice.Bot.Time.Advance(FileOffers.LinkLifetime + TimeSpan.FromSeconds(1));

        using var late = await practice.Bot.Http.PostAsync(path, null);
        using var lateLook = await practice.Bot.Http.GetAsync(path);
        Assert.Equal((HttpStatusCode.Gone, HttpStatusCode.Gone), (late.StatusCode, lateLook.StatusCode));
        Assert.Contains("15 minutes, which are over", await late.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        var hash = await practice.Bot.ReadAsync(database => database.FileOffers.Select(row => row.Hash!).SingleAsync());
        foreach (var forged in new[] { $"/files/{new string('a', 64)}", $"/files/{hash}", $"/files/{hash.ToLowerInvariant()}", path[..^1] })
        {
            using var look = await practice.Bot.Http.GetAsync(forged);
            using var fetch = await practice.Bot.Http.PostAsync(forged, null);
            Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (look.StatusCode, fetch.StatusCode));
        }
    }

    [Fact]
    public async Task Whoever_is_a_practice_manager_no_more_gets_nothing()
    {
        await using var practice = await Practice.OpenAsync();
        var path = await AddressAsync(practice);
        practice.Bot.Services.GetRequiredService<StaffOptions>().PracticeManagers.Remove(Practice.ManagerId);

        using var answer = await practice.Bot.Http.PostAsync(path, null);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.DoesNotContain("Name,Role", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var refused = await practice.Bot.ReadAsync(database => database.RefusedAttempts.SingleAsync());
        Assert.Equal(("file", "not-allowed", "training-records"), (refused.Action, refused.Code, refused.Reference));
    }

    [Fact]
    public async Task An_offer_keeps_no_address_and_stands_in_the_audit()
    {
        await using var practice = await Practice.OpenAsync();
        var path = await AddressAsync(practice);

        var offer = await practice.Bot.ReadAsync(database => database.FileOffers.SingleAsync());
        var audited = await practice.Bot.ReadAsync(database => database.ManagerActions.SingleAsync(row => row.Action == "training.records"));

        Assert.DoesNotContain(path.Split('/')[^1], JsonSerializer.Serialize(offer), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(Practice.ManagerId, audited.ManagerId);
    }

    [Fact]
    public async Task An_accepted_file_goes_to_OneDrive_without_a_token_and_its_card_takes_the_place_of_the_question()
    {
        await using var drive = await FakeOneDrive.StartAsync();
        await using var practice = await WithConsentAsync();
        var manager = practice.Personal(Practice.ManagerId);
        var offer = await OfferedAsync(manager);

        await AnswerAsync(manager, offer, "accept", drive.UploadUrl);

        Assert.Equal(HttpStatusCode.OK, manager.Status);
        var sent = await NextAsync(manager, "application/vnd.microsoft.teams.card.file.info");
        Assert.Equal("https://contoso.sharepoint.com/personal/x/records.csv", sent.GetProperty("contentUrl").GetString());
        Assert.Equal("csv", sent.GetProperty("content").GetProperty("fileType").GetString());
        var part = Assert.Single(drive.Parts);
        Assert.Equal((string.Empty, $"bytes 0-{part.Part.Length - 1}/{part.Part.Length}"), (part.Authorization, part.Range));
        Assert.Contains("Name,Role", System.Text.Encoding.UTF8.GetString(part.Part), StringComparison.Ordinal);
        await UntilAsync(() => manager.Sent.Any(request => request.Method == "DELETE" && request.Path.EndsWith("/the-question", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_second_click_uploads_nothing_more()
    {
        await using var drive = await FakeOneDrive.StartAsync();
        await using var practice = await WithConsentAsync();
        var manager = practice.Personal(Practice.ManagerId);
        var offer = await OfferedAsync(manager);

        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => AnswerAsync(practice.Personal(Practice.ManagerId), offer, "accept", drive.UploadUrl)));

        await NextAsync(manager, "application/vnd.microsoft.teams.card.file.info");
        Assert.Single(drive.Parts);
        Assert.Equal(4, manager.Sent.Count(request => request.Body.ToString().Contains("That offer is over", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("somebody-else", "accept")]
    [InlineData("somebody-else", "decline")]
    public async Task Nobody_else_can_answer_an_offer(string person, string action)
    {
        await using var drive = await FakeOneDrive.StartAsync();
        await using var practice = await WithConsentAsync();
        var offer = await OfferedAsync(practice.Personal(Practice.ManagerId));
        var other = practice.Personal(person);

        await AnswerAsync(other, offer, action, drive.UploadUrl);
        await AnswerAsync(other, "not an id", action, drive.UploadUrl);

        Assert.All(other.Sent, said => Assert.Contains("not yours to have", said.Body.ToString(), StringComparison.Ordinal));
        Assert.Empty(drive.Parts);
        Assert.Null(await practice.Bot.ReadAsync(database => database.FileOffers.Select(row => row.UsedAt).SingleAsync()));
        Assert.Equal(2, await practice.Bot.ReadAsync(database => database.RefusedAttempts.CountAsync(row => row.Action == "file" && row.Code == "not-yours")));
    }

    [Theory]
    [InlineData("https://evil.example/upload")]
    [InlineData("https://contoso.sharepoint.com.evil.example/upload")]
    [InlineData("https://169.254.169.254/latest/meta-data")]
    [InlineData("file:///etc/passwd")]
    [InlineData("not an address")]
    [InlineData(null)]
    public async Task A_file_goes_to_no_address_but_OneDrives(string? address)
    {
        await using var practice = await WithConsentAsync();
        var manager = practice.Personal(Practice.ManagerId);
        var offer = await OfferedAsync(manager);

        await AnswerAsync(manager, offer, "accept", address);

        var card = (await NextAsync(manager, "application/vnd.microsoft.card.adaptive")).GetProperty("content");
        Assert.Contains("OneDrive did not take the file.", CardReader.Texts(card));
        CardReader.Button(card, "Open it (in your browser)");
        Assert.Equal("wrong-address", await practice.Bot.ReadAsync(database => database.RefusedAttempts.Select(row => row.Code).SingleAsync()));
    }

    [Theory]
    [InlineData(500)]
    [InlineData(302)]
    [InlineData(202)]
    public async Task Where_OneDrive_does_not_take_it_the_file_comes_by_an_address(int status)
    {
        await using var drive = await FakeOneDrive.StartAsync();
        drive.Answer = () => status == 302 ? Results.Redirect(drive.UploadUrl, preserveMethod: false) : Results.StatusCode(status);
        await using var practice = await WithConsentAsync();
        var manager = practice.Personal(Practice.ManagerId);

        await AnswerAsync(manager, await OfferedAsync(manager), "accept", drive.UploadUrl);

        var card = (await NextAsync(manager, "application/vnd.microsoft.card.adaptive")).GetProperty("content");
        using var file = await practice.Bot.Http.PostAsync(new Uri(CardReader.Button(card, "Open it (in your browser)").GetProperty("url").GetString()!).AbsolutePath, null);
        Assert.Equal(HttpStatusCode.OK, file.StatusCode);
        Assert.Single(drive.Parts);
    }

    [Fact]
    public async Task Who_declines_gets_an_address_instead_and_an_offer_ends_by_itself()
    {
        await using var practice = await WithConsentAsync();
        var manager = practice.Personal(Practice.ManagerId);

        await AnswerAsync(manager, await OfferedAsync(manager), "decline", null);
        var card = manager.Sent[^1].Body.GetProperty("attachments")[0].GetProperty("content");
        CardRules.Hold(card);
        CardReader.Button(card, "Open it (in your browser)");

        var late = await OfferedAsync(manager);
        practice.Bot.Time.Advance(FileOffers.ConsentLifetime + TimeSpan.FromSeconds(1));
        await AnswerAsync(manager, late, "accept", "https://contoso.sharepoint.com/upload");
        Assert.Contains("That offer is over", manager.Sent[^1].Body.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_who_lost_the_right_between_offer_and_click_gets_nothing()
    {
        await using var drive = await FakeOneDrive.StartAsync();
        await using var practice = await WithConsentAsync();
        var manager = practice.Personal(Practice.ManagerId);
        var offer = await OfferedAsync(manager);
        practice.Bot.Services.GetRequiredService<StaffOptions>().PracticeManagers.Remove(Practice.ManagerId);

        await AnswerAsync(manager, offer, "accept", drive.UploadUrl);

        var card = (await NextAsync(manager, "application/vnd.microsoft.card.adaptive")).GetProperty("content");
        Assert.Contains("not yours to have", CardReader.Texts(card)[0], StringComparison.Ordinal);
        Assert.Empty(drive.Parts);
    }

    private static Task<Practice> WithConsentAsync() => Practice.OpenAsync(settings: ("Teams:Files:Consent", "true"));

    private static async Task<string> AddressAsync(Practice practice)
    {
        var offered = await practice.Personal(Practice.ManagerId).SayAsync("training records");
        CardRules.Hold(offered.Card);
        return new Uri(offered.Button("Open it (in your browser)").GetProperty("url").GetString()!).AbsolutePath;
    }

    /// <summary>The id of an offer in the chat.</summary>
    private static async Task<string> OfferedAsync(Chat manager)
    {
        await manager.SayAsync("training records");
        var card = manager.Sent[^1].Body.GetProperty("attachments")[0];
        Assert.Equal("application/vnd.microsoft.teams.card.file.consent", card.GetProperty("contentType").GetString());
        Assert.Equal("training-records-2026-11-23.csv", card.GetProperty("name").GetString());
        Assert.True(card.GetProperty("content").GetProperty("sizeInBytes").GetInt64() > 0);
        return card.GetProperty("content").GetProperty("acceptContext").GetProperty("offer").GetString()!;
    }

    private static async Task AnswerAsync(Chat chat, string offer, string action, string? uploadUrl)
    {
        var invoke = chat.Activity("invoke");
        invoke["name"] = "fileConsent/invoke";
        invoke["replyToId"] = "the-question";
        invoke["value"] = new JsonObject
        {
            ["type"] = "fileUpload",
            ["action"] = action,
            ["context"] = new JsonObject { ["offer"] = offer },
            ["uploadInfo"] = action == "decline" ? null : new JsonObject
            {
                ["contentUrl"] = "https://contoso.sharepoint.com/personal/x/records.csv",
                ["name"] = "records.csv",
                ["uploadUrl"] = uploadUrl,
                ["uniqueId"] = "1150D938-8870-4044-9F2C-5BBDEBA70C9D",
                ["fileType"] = "csv",
            },
        };
        await chat.SendAsync(invoke);
    }

    /// <summary>Waits for a message with an attachment of that type, which comes after the answer to the click.</summary>
    private static async Task<JsonElement> NextAsync(Chat chat, string contentType)
    {
        JsonElement? Found() => chat.Sent.Where(request => request.Method == "POST").Select(request => request.Body.GetProperty("attachments")[0])
            .Where(attachment => attachment.GetProperty("contentType").GetString() == contentType).Select(attachment => (JsonElement?)attachment).LastOrDefault();
        await UntilAsync(() => Found() is not null);
        return Found()!.Value;
    }

    private static async Task UntilAsync(Func<bool> holds)
    {
        var since = TimeProvider.System.GetTimestamp();
        while (!holds())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(since) < TimeSpan.FromSeconds(20), "Not in time.");
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System);
        }
    }
}
