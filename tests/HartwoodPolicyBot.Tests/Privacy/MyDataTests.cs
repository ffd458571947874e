using System.Text.Json;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Privacy;
using HartwoodPolicyBot.Core.Storage;
using HartwoodPolicyBot.Core.Training;
using HartwoodPolicyBot.Testing;
using HartwoodPolicyBot.Tests.Cards;
using HartwoodPolicyBot.Tests.Incidents;
using HartwoodPolicyBot.Tests.ManagerQuestions;
using HartwoodPolicyBot.Tests.Training;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HartwoodPolicyBot.Tests.Privacy;

/// <summary>
/// People see what is stored about them and nothing about others, get it as a file, and can delete what may be deleted.
/// </summary>
public sealed class MyDataTests
{
    public static TheoryData<StorageProvider> Providers => [StorageProvider.Sqlite, StorageProvider.PostgreSql];

    [Fact]
    public async Task A_person_sees_what_practice_managers_did_about_them_but_not_which_manager()
    {
        await using var practice = await Practice.OpenAsync();
        var (priya, tom) = (
            await MyDataChat.InstallAsync(practice.Bot, "Priya Shah"),
            await MyDataChat.InstallAsync(practice.Bot, "Tom Reed")
        );
        var leaving = practice.Bot.Services.GetRequiredService<MarkStaffAsLeft>();
        Assert.Null(await leaving.MarkAsync(PersonId.Of(Practice.ManagerId), PersonId.Of(priya.Person[3..]), true, default));
        Assert.Null(await leaving.MarkAsync(PersonId.Of(Practice.ManagerId), PersonId.Of(priya.Person[3..]), false, default));

        var requests = practice.Bot.Services.GetRequiredService<PersonalDataRequests>();
        var (hers, his) = (
            JsonSerializer.Serialize(await requests.AboutAsync(PersonId.Of(priya.Person[3..]), default)),
            JsonSerializer.Serialize(await requests.AboutAsync(PersonId.Of(tom.Person[3..]), default))
        );

        Assert.Contains("You were marked as having left.", hers, StringComparison.Ordinal);
        Assert.Contains("You were brought back after being marked as having left.", hers, StringComparison.Ordinal);
        Assert.DoesNotContain(Practice.ManagerId, hers, StringComparison.Ordinal);
        Assert.DoesNotContain("You were marked as having left.", his, StringComparison.Ordinal);
    }

    [Fact]
    public async Task My_data_has_four_groups_with_counts_and_what_stays_is_told_from_what_goes()
    {
        await using var host = await ManagerQuestionTestHost.OpenAsync();
        var priya = await MyDataChat.InstallAsync(host.Bot, "Priya Shah");
        await ManagerQuestionTestHost.AskAsync(priya);
        await host.AnswerAsync("Ask Sandra.");
        await ManagerQuestionTestHost.AskAsync(priya, "when is the flu clinic rota out");

        var data = await priya.SayAsync("my data");
        var ask = await priya.FillAsync(data.Button("Delete what I can"));

        Assert.Equal(
            ["About you", "Training and policies", "Reports and questions", "Messages and files"],
            Headings(data).Where(heading => heading != "Not linked to you").Select(heading => heading.Split(':')[0])
        );
        Assert.Contains("Questions you've sent to the practice manager: 2", data.Texts);
        Assert.Contains("Questions you've sent to the practice manager: 1 record.", CardReader.Texts(ask));
        Assert.Contains(
            CardReader.Texts(ask),
            text => text.StartsWith("Questions you've sent to the practice manager: 1 other record. ", StringComparison.Ordinal)
        );

        static IEnumerable<string> Headings(Reply reply) =>
            CardReader
                .TextBlocks(reply.Card)
                .Where(block => block.TryGetProperty("separator", out _))
                .Select(block => block.GetProperty("text").GetString()!);
    }

    [Fact]
    public async Task A_reminder_to_sign_off_that_a_manager_sent_is_listed_in_the_persons_data()
    {
        await using var practice = await Practice.OpenAsync();
        var (priya, tom) = (
            await MyDataChat.InstallAsync(practice.Bot, "Priya Shah"),
            await MyDataChat.InstallAsync(practice.Bot, "Tom Reed")
        );
        await MyDataChat.SendRoundAsync(practice);
        await practice.Bot.Services.GetRequiredService<DailyReminders>().PlanDueAsync(default);
        practice.Bot.Time.Advance(TimeSpan.FromDays(1));
        var manager = practice.Personal(Practice.ManagerId);
        await manager.FillAsync((await manager.SayAsync("who has read")).Button("Remind Priya Shah"));

        var requests = practice.Bot.Services.GetRequiredService<PersonalDataRequests>();
        Assert.Contains(
            "You were reminded to read a policy.",
            JsonSerializer.Serialize(await requests.AboutAsync(PersonId.Of(priya.Person[3..]), default)),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(
            "You were reminded to read a policy.",
            JsonSerializer.Serialize(await requests.AboutAsync(PersonId.Of(tom.Person[3..]), default)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task My_data_gives_a_report_with_every_field_that_was_filled_in()
    {
        await using var practice = await Practice.OpenAsync();
        var priya = await MyDataChat.InstallAsync(practice.Bot, "Priya Shah");
        await Practice.ReportAsync(priya, ("patient", "Unsure"), ("source", "Complaint"));

        var shown = await priya.SayAsync("my data");
        var given = await MyDataChat.FetchAsync(practice, await priya.ExecuteAsync(shown.Button("Download as a file")));

        var report = JsonSerializer
            .Deserialize<JsonElement>(given)
            .GetProperty("kinds")
            .EnumerateArray()
            .Single(kind => kind.GetProperty("title").GetString() == "Your incident reports")
            .ToString();
        Assert.All(
            [
                "A photo of the reception desk is on Instagram.",
                "Image of the workplace",
                "Instagram",
                "A personal account",
                "https://example.com/p/1",
                "Still online",
                "22 November 2026",
                "23 November 2026",
                "Not sure",
                "Asked for it to be taken down.",
                "Complaint",
                "About the practice manager",
            ],
            answer => Assert.Contains(answer, report, StringComparison.Ordinal)
        );
    }

    [SkippableTheory]
    [MemberData(nameof(Providers))]
    public async Task Everything_stored_about_a_person_is_shown_and_in_both_files_and_nothing_about_others(StorageProvider provider)
    {
        await using var test = await TestDatabase.CreateAsync(provider);
        await using var practice = await Practice.OpenAsync(
            settings: [("Storage:Provider", $"{provider}"), ("Storage:ConnectionString", test.ConnectionString)]
        );
        var (priya, tom) = (
            await MyDataChat.InstallAsync(practice.Bot, "Priya Shah"),
            await MyDataChat.InstallAsync(practice.Bot, "Tom Reed")
        );
        await (await Learner.StartAsync(practice.Bot, chat: priya)).FinishAsync();
        await Practice.ReportAsync(priya, ("what", "My named report."));
        await Practice.ReportAsync(priya, ("what", "My confidential report."), ("appear", "Confidential"));
        await Practice.ReportAsync(priya, ("what", "My anonymous report."), ("appear", "Anonymous"));
        await Practice.ReportAsync(tom, ("what", "The report of Tom."));

        // Teams limits messages a second, and the clock moves only when the test moves it.
        practice.Bot.Time.Advance(TimeSpan.FromMinutes(1));
        await priya.SayAsync("Can I share an image of my workplace?");
        await practice.InChannel(priya.Person[3..]).MentionAsync("use this channel");
        await MyDataChat.SendRoundAsync(practice);

        var shown = await priya.SayAsync("my data");
        CardRules.Hold(shown.Card);
        foreach (
            var line in new[]
            {
                "Your details: 1",
                "Your chat with me: 1",
                "That you've added me: 1",
                "Blocked actions: 1",
                "Training assigned to you: 2",
                "Your training attempts: 1",
                "Your incident reports: 2",
                "Policies you've been asked to read: 1",
            }
        )
        {
            Assert.Contains(line, shown.Texts);
        }

        Assert.Contains(shown.Texts, text => text.StartsWith("Questions you've asked me", StringComparison.Ordinal));
        Assert.Contains(shown.Texts, text => text.StartsWith("Anonymous reports", StringComparison.Ordinal));
        var page = await MyDataChat.FetchAsync(practice, await priya.ExecuteAsync(shown.Button("View as a page")));
        var json = await MyDataChat.FetchAsync(practice, await priya.ExecuteAsync(shown.Button("Download as a file")));
        foreach (var file in new[] { page, json })
        {
            Assert.Contains("My named report.", file, StringComparison.Ordinal);
            Assert.Contains("My confidential report.", file, StringComparison.Ordinal);
            Assert.DoesNotContain("My anonymous report.", file, StringComparison.Ordinal);
            Assert.DoesNotContain("Tom", file, StringComparison.Ordinal);
            Assert.DoesNotContain("image of my workplace", file, StringComparison.Ordinal);
        }

        var read = JsonSerializer.Deserialize<JsonElement>(json);
        Assert.Equal(
            1,
            read.GetProperty("kinds")
                .EnumerateArray()
                .Single(kind => kind.GetProperty("title").GetString() == "Your training attempts")
                .GetProperty("records")
                .GetArrayLength()
        );
    }

    [Fact]
    public async Task My_data_shows_nothing_in_a_group_and_holds_nothing_about_a_stranger()
    {
        await using var practice = await Practice.OpenAsync();
        var priya = await MyDataChat.InstallAsync(practice.Bot, "Priya Shah");
        var shown = await priya.SayAsync("my data");
        Assert.Contains("Open our private chat", (await practice.Channel.MentionAsync("my data")).Texts[0], StringComparison.Ordinal);
        var inChannel = new Chat(practice.Bot, "channel") { Person = priya.Person, Conversation = "19:somewhere@thread.tacv2" };
        foreach (var button in shown.Card.GetProperty("actions").EnumerateArray().Where(action => action.TryGetProperty("verb", out _)))
        {
            var reply = await inChannel.ExecuteAsync(button);
            var card = reply.IsSilence ? inChannel.Body.GetProperty("value") : reply.Card;
            Assert.Contains("our private chat", CardReader.Texts(card)[0], StringComparison.Ordinal);
        }

        var stranger = await practice.Bot.Chat().SayAsync("my data");
        CardRules.Hold(stranger.Card);
        Assert.Equal("I don't hold anything under your name", stranger.Summary);
        Assert.DoesNotContain("Delete what I can", stranger.Buttons);
    }

    [Fact]
    public async Task Another_persons_card_shows_and_deletes_only_the_data_of_whoever_clicks_it()
    {
        await using var practice = await Practice.OpenAsync();
        var (priya, tom) = (await MyDataChat.InstallAsync(practice.Bot, "Priya Shah"), practice.Bot.Chat());
        await practice.Bot.ReadAsync(database =>
            database.TrainingAssignments.ExecuteUpdateAsync(set => set.SetProperty(row => row.CompletedAt, practice.Bot.Time.GetUtcNow()))
        );
        var shown = await priya.SayAsync("my data");

        var asked = await tom.FillAsync(shown.Button("Delete what I can"));
        Assert.Equal("There's nothing to delete at the moment", CardReader.Texts(asked)[0]);
        var page = await MyDataChat.FetchAsync(practice, await tom.ExecuteAsync(shown.Button("View as a page")));
        Assert.DoesNotContain("Priya", page, StringComparison.Ordinal);
        Assert.Equal(1, await MyDataChat.ContactsAsync(practice, priya));
    }

    [Fact]
    public async Task Typed_text_cannot_become_markup_in_the_page()
    {
        await using var practice = await Practice.OpenAsync();
        var evil = await MyDataChat.InstallAsync(practice.Bot, "<script>alert(1)</script>");
        var page = await MyDataChat.FetchAsync(
            practice,
            await evil.ExecuteAsync((await evil.SayAsync("my data")).Button("View as a page"))
        );

        Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;", page, StringComparison.Ordinal);
    }
}
