using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Files;
using HartwoodPolicyBot.Testing;
using HartwoodPolicyBot.Tests.Cards;
using HartwoodPolicyBot.Tests.Incidents;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HartwoodPolicyBot.Tests.Files;

/// <summary>
/// A file that is offered in the chat goes into the OneDrive of the person whom it was offered to, once, and to no other address.
/// </summary>
public sealed class FileConsentTests
{
    [Fact]
    public async Task An_accepted_file_is_uploaded_without_a_token_and_its_card_replaces_the_offer()
    {
        await using var drive = await FakeOneDrive.StartAsync();
        await using var practice = await WithConsentAsync();
        var manager = practice.Personal(Practice.ManagerId);
        var offer = await OfferedAsync(manager);

        await AnswerAsync(manager, offer, "accept", drive.UploadUrl);

        Assert.Equal(HttpStatusCode.OK, manager.Status);
        var sent = await NextAsync(practice, manager, "application/vnd.microsoft.teams.card.file.info");
        Assert.Equal("https://contoso.sharepoint.com/personal/x/records.csv", sent.GetProperty("contentUrl").GetString());
        Assert.Equal("csv", sent.GetProperty("content").GetProperty("fileType").GetString());
        var part = Assert.Single(drive.Parts);
        Assert.Equal((string.Empty, $"bytes 0-{part.Part.Length - 1}/{part.Part.Length}"), (part.Authorization, part.Range));
        Assert.Contains("Name,Role", System.Text.Encoding.UTF8.GetString(part.Part), StringComparison.Ordinal);
        await practice.Bot.Teams.ArrivedAsync(request =>
            request.Method == "DELETE" && request.Path.EndsWith("/the-question", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_second_click_uploads_nothing()
    {
        await using var drive = await FakeOneDrive.StartAsync();
        await using var practice = await WithConsentAsync();
        var manager = practice.Personal(Practice.ManagerId);
        var offer = await OfferedAsync(manager);

        await Task.WhenAll(
            Enumerable.Range(0, 5).Select(_ => AnswerAsync(practice.Personal(Practice.ManagerId), offer, "accept", drive.UploadUrl))
        );

        await NextAsync(practice, manager, "application/vnd.microsoft.teams.card.file.info");
        await practice.Bot.Services.GetRequiredService<FileSender>().FinishedAsync();
        Assert.Single(drive.Parts);
        Assert.Equal(
            4,
            manager.Sent.Count(request => request.Body.ToString().Contains("That link has expired or been used", StringComparison.Ordinal))
        );
        Assert.Equal(["used"], await practice.Bot.ReadAsync(database => database.RefusedAttempts.Select(row => row.Code).ToListAsync()));
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

        await practice.Bot.Services.GetRequiredService<FileSender>().FinishedAsync();
        Assert.All(other.Sent, said => Assert.Contains("for someone else", said.Body.ToString(), StringComparison.Ordinal));
        Assert.Empty(drive.Parts);
        Assert.Null(await practice.Bot.ReadAsync(database => database.FileOffers.Select(row => row.UsedAt).SingleAsync()));
        Assert.Equal(
            2,
            await practice.Bot.ReadAsync(database =>
                database.RefusedAttempts.CountAsync(row => row.Action == "file" && row.Code == "not-yours")
            )
        );
    }

    [Theory]
    [InlineData("https://evil.example/upload")]
    [InlineData("https://contoso.sharepoint.com.evil.example/upload")]
    [InlineData("https://169.254.169.254/latest/meta-data")]
    [InlineData("file:///etc/passwd")]
    [InlineData("not an address")]
    [InlineData(null)]
    public async Task A_file_is_uploaded_only_to_an_address_of_OneDrive(string? address)
    {
        await using var practice = await WithConsentAsync();
        var manager = practice.Personal(Practice.ManagerId);
        var offer = await OfferedAsync(manager);

        await AnswerAsync(manager, offer, "accept", address);

        var card = (await NextAsync(practice, manager, "application/vnd.microsoft.card.adaptive")).GetProperty("content");
        Assert.Contains("I couldn't save it to OneDrive.", CardReader.Texts(card));
        CardReader.Button(card, "Download in browser");
        Assert.Equal(
            "wrong-address",
            await practice.Bot.ReadAsync(database => database.RefusedAttempts.Select(row => row.Code).SingleAsync())
        );
    }

    [Theory]
    [InlineData(500)]
    [InlineData(302)]
    [InlineData(202)]
    public async Task If_OneDrive_does_not_take_the_file_the_bot_sends_a_link(int status)
    {
        await using var drive = await FakeOneDrive.StartAsync();
        drive.Answer = () => status == 302 ? Results.Redirect(drive.UploadUrl, preserveMethod: false) : Results.StatusCode(status);
        await using var practice = await WithConsentAsync();
        var manager = practice.Personal(Practice.ManagerId);

        await AnswerAsync(manager, await OfferedAsync(manager), "accept", drive.UploadUrl);

        var card = (await NextAsync(practice, manager, "application/vnd.microsoft.card.adaptive")).GetProperty("content");
        using var file = await practice.Bot.Http.PostAsync(
            new Uri(CardReader.Button(card, "Download in browser").GetProperty("url").GetString()!).AbsolutePath,
            null
        );
        Assert.Equal(HttpStatusCode.OK, file.StatusCode);
        Assert.Single(drive.Parts);
    }

    [Fact]
    public async Task Somebody_who_declines_gets_a_link_and_an_old_offer_expires()
    {
        await using var practice = await WithConsentAsync();
        var manager = practice.Personal(Practice.ManagerId);

        await AnswerAsync(manager, await OfferedAsync(manager), "decline", null);
        var card = manager.Sent[^1].Body.GetProperty("attachments")[0].GetProperty("content");
        CardRules.Hold(card);
        CardReader.Button(card, "Download in browser");

        var late = await OfferedAsync(manager);
        practice.Bot.Time.Advance(FileOffers.ConsentLifetime + TimeSpan.FromSeconds(1));
        await AnswerAsync(manager, late, "accept", "https://contoso.sharepoint.com/upload");
        Assert.Contains("That link has expired or been used", manager.Sent[^1].Body.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_who_lost_the_right_to_a_file_after_the_offer_gets_nothing()
    {
        await using var drive = await FakeOneDrive.StartAsync();
        await using var practice = await WithConsentAsync();
        var manager = practice.Personal(Practice.ManagerId);
        var offer = await OfferedAsync(manager);
        practice.Bot.Services.GetRequiredService<StaffOptions>().PracticeManagers.Remove(Practice.ManagerId);

        await AnswerAsync(manager, offer, "accept", drive.UploadUrl);

        var card = (await NextAsync(practice, manager, "application/vnd.microsoft.card.adaptive")).GetProperty("content");
        Assert.Contains("for someone else", CardReader.Texts(card)[0], StringComparison.Ordinal);
        Assert.Empty(drive.Parts);
    }

    private static Task<Practice> WithConsentAsync() => Practice.OpenAsync(settings: ("Teams:Files:Consent", "true"));

    /// <summary>Returns the id of an offer in the chat.</summary>
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
            ["uploadInfo"] =
                action == "decline"
                    ? null
                    : new JsonObject
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

    /// <summary>Returns the next message with an attachment of that type, which follows the answer to the click.</summary>
    private static async Task<JsonElement> NextAsync(Practice practice, Chat chat, string contentType)
    {
        var sent = await practice.Bot.Teams.ArrivedAsync(request =>
            request.Method == "POST"
            && request.Path.Contains(chat.Conversation, StringComparison.Ordinal)
            && request.Body.GetProperty("attachments")[0].GetProperty("contentType").GetString() == contentType
        );
        return sent.Body.GetProperty("attachments")[0];
    }
}
