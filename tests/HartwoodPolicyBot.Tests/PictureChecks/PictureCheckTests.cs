using System.Text;
using System.Text.Json.Nodes;
using HartwoodPolicyBot.Core.Storage;
using HartwoodPolicyBot.Files;
using HartwoodPolicyBot.Testing;
using HartwoodPolicyBot.Tests.Cards;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HartwoodPolicyBot.Tests.PictureChecks;

/// <summary>
/// The policy, Patient confidentiality: "Images shared of a workplace will be checked to ensure they do not inadvertently contain
/// anything that might breach confidentiality."
/// </summary>
public sealed class PictureCheckTests
{
    private static readonly byte[] Photo = TestPicture.Jpeg(4000, 2000, TestPicture.Exif(turn: 6), after: new byte[3000]);

    public static TheoryData<StorageProvider> Providers => [StorageProvider.Sqlite, StorageProvider.PostgreSql];

    [SkippableTheory]
    [MemberData(nameof(Providers))]
    public async Task Images_of_a_workplace_are_checked_for_what_their_file_gives_away_and_nothing_is_stored(StorageProvider provider)
    {
        await using var chat = await PictureChat.OpenAsync(provider);

        var reply = await chat.SendAsync(Photo);

        CardRules.Hold(reply.Card);
        Approved.Card("picture", reply.Card);
        Assert.Equal("This picture's file gives something away", reply.Summary);
        Assert.Equal("Patient confidentiality", reply.Cited[0]);
        Assert.Contains($"Where it was taken: {TestPicture.Place}", reply.Texts);
        Assert.Contains("When it was taken: 20 November 2026 at 9:15am", reply.Texts);
        Assert.Contains(reply.Texts, text => text.StartsWith("• A small copy in a different shape.", StringComparison.Ordinal));
        Assert.Contains(reply.Texts, text => text.StartsWith("• More data behind the picture", StringComparison.Ordinal));
        Assert.Equal(0, await chat.Bot.ReadAsync(database => database.FileOffers.CountAsync()));
        Assert.Equal(0, await chat.Bot.ReadAsync(database => database.Questions.CountAsync()));
        Assert.DoesNotContain(TestPicture.Artist, string.Join('\n', chat.Bot.Log.All), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_picture_that_gives_nothing_away_still_has_to_be_looked_at()
    {
        await using var chat = await PictureChat.OpenAsync();

        var reply = await chat.SendAsync(TestPicture.Png(800, 600), "reception.png");

        Approved.Card("picture-nothing-hidden", reply.Card);
        Assert.Equal("Look at this picture before you post it", reply.Summary);
        Assert.DoesNotContain("Send me a copy without hidden data", reply.Buttons);
    }

    [Fact]
    public async Task What_is_not_ticked_is_still_to_be_looked_at()
    {
        await using var chat = await PictureChat.OpenAsync();
        var reply = await chat.SendAsync(Photo);

        var some = await chat.Staff.ExecuteAsync(
            reply.Button("I've looked"),
            new() { ["looked"] = "people,screens,boards,letters,badges" }
        );
        var all = await chat.Staff.ExecuteAsync(
            reply.Button("I've looked"),
            new() { ["looked"] = "people,screens,boards,letters,badges,reflections,consent" }
        );

        Approved.Card("picture-still-to-look-at", some.Card);
        Assert.Equal(2, some.Texts.Count(text => text.StartsWith("• ", StringComparison.Ordinal)));
        Assert.StartsWith("Thank you.", all.Texts[0], StringComparison.Ordinal);
    }

    [SkippableTheory]
    [MemberData(nameof(Providers))]
    public async Task A_copy_without_hidden_data_goes_to_OneDrive_when_the_person_accepts_it(StorageProvider provider)
    {
        await using var drive = await FakeOneDrive.StartAsync();
        await using var chat = await PictureChat.OpenAsync(provider, settings: ("Teams:Files:Consent", "true"));
        var reply = await chat.SendAsync(Photo);

        var offer = await chat.Staff.ExecuteAsync(reply.Button("Send me a copy without hidden data"));
        await PictureChat.AnswerAsync(chat.Staff, offer.Card, drive.UploadUrl);
        await chat.Bot.Services.GetRequiredService<FileSender>().FinishedAsync();

        Assert.Equal("IMG_2041 without hidden data.jpg", offer.Message.GetProperty("attachments")[0].GetProperty("name").GetString());
        var copy = drive.Content;
        Assert.InRange(copy.Length, 1, Photo.Length - 3000);
        Assert.DoesNotContain(TestPicture.Camera, Encoding.Latin1.GetString(copy), StringComparison.Ordinal);
        Assert.Equal(2, chat.Files.Fetched);

        // The copy is turned as the photo is, and that is all that it says of itself.
        var again = await chat.SendAsync(copy, "copy.jpg");
        Assert.Contains("I found nothing hidden in the file.", again.Texts);
        Assert.Contains("Exif", Encoding.Latin1.GetString(copy), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_else_gets_a_copy_and_after_an_hour_nobody_does()
    {
        await using var chat = await PictureChat.OpenAsync();
        var reply = await chat.SendAsync(Photo);
        var button = reply.Button("Send me a copy without hidden data");
        var other = new Chat(chat.Bot, "personal");

        await other.ExecuteAsync(button);
        var others = other.Body.GetProperty("value").GetProperty("message").GetString();
        chat.Bot.Time.Advance(TimeSpan.FromMinutes(61));
        var late = chat.Staff;
        await late.ExecuteAsync(button);

        Assert.StartsWith("I don't keep pictures", others, StringComparison.Ordinal);
        Assert.StartsWith(
            "I don't keep pictures",
            late.Body.GetProperty("value").GetProperty("message").GetString(),
            StringComparison.Ordinal
        );
        Assert.Equal(1, chat.Files.Fetched);
    }

    [Fact]
    public async Task One_picture_at_a_time_is_checked_for_each_person()
    {
        await using var chat = await PictureChat.OpenAsync();
        var (isAsked, mayAnswer) = (new TaskCompletionSource(), new TaskCompletionSource());
        chat.Files.Answer = () =>
        {
            isAsked.TrySetResult();
            mayAnswer.Task.GetAwaiter().GetResult();
            return null;
        };
        var first = chat.SendAsync(Photo);
        await isAsked.Task;

        var second = await chat.SendAsync(Photo, chat: new(chat.Bot, "personal") { Person = "29:staff-1", Conversation = "a:staff-1b" });
        mayAnswer.SetResult();

        Assert.StartsWith("I'm still checking your last picture.", second.Texts[0], StringComparison.Ordinal);
        Assert.Equal("This picture's file gives something away", (await first).Summary);
    }

    [Fact]
    public async Task A_picture_that_is_pasted_is_fetched_from_Teams_and_from_nowhere_else()
    {
        await using var chat = await PictureChat.OpenAsync();
        chat.Bot.Teams.Answer = (request, _) =>
            request.Path.StartsWith("/v3/attachments/", StringComparison.Ordinal) ? Results.Bytes(Photo) : null;
        var teams = chat.Bot.Teams.ServiceUrl.AbsoluteUri;

        var pasted = await PasteAsync(chat, $"{teams}v3/attachments/0-weu-1/views/original");
        var elsewhere = await PasteAsync(chat, "https://example.com/v3/attachments/1/views/original");
        var otherPath = await PasteAsync(chat, $"{teams}v3/conversations");

        Assert.Equal("This picture's file gives something away", pasted.Summary);
        Assert.All([elsewhere, otherPath], reply => Assert.StartsWith("I can only take pictures from Teams", reply.Texts[0]));
    }

    [Fact]
    public async Task A_practice_managers_picture_is_checked_and_not_taken_for_a_policy()
    {
        await using var chat = await PictureChat.OpenAsync();
        var manager = new Chat(chat.Bot, "personal") { Person = $"29:{Incidents.Practice.ManagerId}", Conversation = "a:manager" };

        var picture = await chat.SendAsync(Photo, chat: manager);
        var policy = await chat.SendAsync("# Policy\n\n## One\n\nWords."u8.ToArray(), "policy.md", manager);

        Assert.Equal("This picture's file gives something away", picture.Summary);
        Assert.DoesNotContain("picture", policy.Summary, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_command_says_how_and_among_others_nothing_is_checked()
    {
        await using var chat = await PictureChat.OpenAsync();

        var how = await chat.Staff.SayAsync("check a picture");
        var among = await new Chat(chat.Bot, "groupChat").MentionAsync("check a picture");

        Assert.StartsWith("Send me the picture in this chat", how.Texts[0], StringComparison.Ordinal);
        Assert.StartsWith("I check pictures in private only.", among.Texts[0], StringComparison.Ordinal);
    }

    private static Task<Reply> PasteAsync(PictureChat chat, string address)
    {
        var staff = chat.Staff;
        var activity = staff.Activity("message");
        activity["attachments"] = new JsonArray(new JsonObject { ["contentType"] = "image/*", ["contentUrl"] = address });
        return staff.SendAsync(activity);
    }
}
