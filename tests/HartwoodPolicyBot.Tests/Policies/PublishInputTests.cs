using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.Storage;
using HartwoodPolicyBot.Testing;
using HartwoodPolicyBot.Tests.Cards;
using HartwoodPolicyBot.Tests.Incidents;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HartwoodPolicyBot.Tests.Policies;

/// <summary>What a practice manager or anybody else may send that is not the usual, and what follows from a change of a policy.</summary>
public sealed class PublishInputTests
{
    private static string Reworded => PublishTests.Reworded;

    [Fact]
    public async Task Staff_who_send_a_file_are_told_who_can_and_the_file_is_not_fetched()
    {
        await using var chat = await PublishingChat.OpenAsync(StorageProvider.Sqlite);

        var answer = await chat.SendAsync(chat.Bot.Chat(), Reworded);

        Assert.StartsWith("Only practice managers can publish a policy.", answer.Texts[0], StringComparison.Ordinal);
        Assert.Equal(0, chat.Files.Fetched);
    }

    [Fact]
    public async Task Publishing_the_text_in_force_changes_nothing_and_says_so()
    {
        await using var chat = await PublishingChat.OpenAsync(StorageProvider.Sqlite);

        var card = await chat.PublishAsync(Publishing.SocialMedia);

        Assert.Equal(PolicyRefusals.InForceAlready.Sentence, CardReader.Texts(card)[0]);
        Assert.Equal(1, await chat.Bot.ReadAsync(database => database.PolicyVersions.CountAsync()));
    }

    [Theory]
    [InlineData("http://10.0.0.1/file.md")]
    [InlineData("https://example.com/file.md")]
    [InlineData("file:///etc/passwd")]
    public async Task A_file_from_another_host_is_not_fetched(string address)
    {
        await using var chat = await PublishingChat.OpenAsync(StorageProvider.Sqlite);

        var answer = await PublishingChat.SendAsync(chat.Manager, FakeFiles.Attachment("policy.md", address));

        Assert.StartsWith("I can only take files from", answer.Texts[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_too_large_or_redirected_gets_a_sentence()
    {
        await using var chat = await PublishingChat.OpenAsync(StorageProvider.Sqlite);

        chat.Files.Answer = () => Microsoft.AspNetCore.Http.Results.Redirect("https://example.com/");
        Assert.StartsWith("I couldn't get the file", (await chat.SendAsync(chat.Manager, Reworded)).Texts[0], StringComparison.Ordinal);
        chat.Files.Answer = () => Microsoft.AspNetCore.Http.Results.Bytes(new byte[(10 * 1024 * 1024) + 1]);
        Assert.StartsWith(
            "That file is larger than 10 MB",
            (await chat.SendAsync(chat.Manager, Reworded)).Texts[0],
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Three_hundred_headings_five_levels_deep_are_reviewed_corrected_and_published()
    {
        await using var chat = await PublishingChat.OpenAsync(StorageProvider.Sqlite);
        var file = string.Concat(
            Enumerable
                .Range(0, 300)
                .Select(i => $"{new string('#', (i % 5) + 1)} Heading number {i} about what staff do\n\nThey do {i}.\n\n")
        );

        var review = (await chat.SendAsync(chat.Manager, file)).Card;
        CardRules.Hold(review);
        var form = await chat.Manager.FillAsync(CardReader.Button(review, "Correct a heading"));
        CardRules.Hold(form);
        var corrected = await chat.Manager.FillAsync(
            CardReader.Button(form, "Correct it"),
            new() { ["section"] = "299", ["heading"] = "join" }
        );
        Assert.Contains(CardReader.Texts(corrected), text => text.Contains("299 sections", StringComparison.Ordinal));
        Assert.StartsWith(
            "Published and in force:",
            CardReader.Texts(await PublishingChat.PublishAsync(chat.Manager, corrected))[0],
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_publish_that_is_cut_off_leaves_nothing_behind_and_is_done_again_after_the_restart()
    {
        await using var chat = await PublishingChat.OpenAsync(StorageProvider.Sqlite);
        var review = (await chat.SendAsync(chat.Manager, Reworded)).Card;
        var draft = await chat.Bot.ReadAsync(database => database.PolicyDrafts.SingleAsync());
        await chat.Bot.ReadAsync(database =>
            database.Database.ExecuteSqlAsync(
                $"""CREATE TRIGGER "Cut" AFTER INSERT ON "PolicyVersions" BEGIN SELECT RAISE(ABORT, 'cut off'); END"""
            )
        );

        await Assert.ThrowsAnyAsync<Exception>(() =>
            chat
                .Bot.Services.GetRequiredService<PublishPolicy>()
                .PublishAsync(
                    new(PersonId.Of(Practice.ManagerId), "Margaret"),
                    new(draft.Id),
                    new("Social media policy", "2", null, null, null, IsMinor: false, null),
                    default
                )
        );

        await chat.Bot.ReadAsync(database => database.Database.ExecuteSqlAsync($"""DROP TRIGGER "Cut" """));
        await using var restarted = await chat.OpenSecondAsync(StorageProvider.Sqlite);
        Assert.Equal(1, await restarted.Bot.ReadAsync(database => database.PolicyVersions.CountAsync()));
        Assert.Equal("Anonymity", (await restarted.Bot.Chat().SayAsync("can i use a burner account")).Cited[0]);
        var published = await PublishingChat.PublishAsync(restarted.Personal(Practice.ManagerId), review);
        Assert.StartsWith("Published and in force:", CardReader.Texts(published)[0], StringComparison.Ordinal);
        Assert.Equal("Posting without a name", (await restarted.Bot.Chat().SayAsync("can i use a burner account")).Cited[0]);
    }

    [Fact]
    public async Task A_policy_that_was_taken_out_of_use_is_not_called_missing_in_status()
    {
        await using var chat = await PublishingChat.OpenAsync(StorageProvider.Sqlite);
        await chat.PublishAsync(PublishTests.Complaints);
        var policies = await chat.Manager.SayAsync("versions");
        var versions = await chat.Manager.FillAsync(policies.Button("Social media policy"));

        await chat.Manager.FillAsync(CardReader.Button(versions, "Take out of use"));

        Assert.Null(chat.Bot.Services.GetRequiredService<PolicyLibrary>().Document(SocialMediaPolicy.Slug));
        Assert.DoesNotContain(
            (await chat.Manager.SayAsync("status")).Texts,
            text => text.Contains("no policy file", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_dropped_section_that_an_open_incident_names_is_warned_of_and_its_scenarios_are_set_aside()
    {
        await using var chat = await PublishingChat.OpenAsync(StorageProvider.Sqlite);
        await Practice.ReportAsync(chat.Practice.Personal("33333333-aaaa-4000-8000-000000000001"), ("kind", "Anonymity"));
        var from = Publishing.SocialMedia.IndexOf("## Anonymity", StringComparison.Ordinal);
        var to = Publishing.SocialMedia.IndexOf("\n#", from + 5, StringComparison.Ordinal);

        var review = await chat.SendAsync(chat.Manager, Publishing.SocialMedia[..from] + Publishing.SocialMedia[(to + 1)..]);

        CardRules.Hold(review.Card);
        Assert.Contains(review.Texts, text => text.Contains("open incidents name it: INC-2026-0001", StringComparison.Ordinal));
        Assert.Contains(
            review.Texts,
            text => text.Contains("will no longer be used. The section “Anonymity” is gone.", StringComparison.Ordinal)
        );
        await PublishingChat.PublishAsync(chat.Manager, review.Card);
        Assert.NotEmpty((await chat.Bot.Chat().SayAsync("training")).Texts);
        Assert.DoesNotContain("Anonymity", (await chat.Bot.Chat().SayAsync("can i use a burner account")).Cited);
    }

    [Fact]
    public async Task A_heading_is_made_text_of_the_section_above_and_no_word_is_lost()
    {
        await using var chat = await PublishingChat.OpenAsync(StorageProvider.Sqlite);
        var review = (await chat.SendAsync(chat.Manager, PublishTests.Complaints, "complaints.md")).Card;

        var form = await chat.Manager.FillAsync(CardReader.Button(review, "Correct a heading"));
        CardRules.Hold(form);
        var place = CardReader
            .Nodes(form)
            .First(node =>
                node.TryGetProperty("title", out var title) && title.GetString()!.EndsWith("Time limits", StringComparison.Ordinal)
            )
            .GetProperty("value")
            .GetString();
        var corrected = await chat.Manager.FillAsync(
            CardReader.Button(form, "Correct it"),
            new() { ["section"] = place, ["heading"] = "text" }
        );

        var page = await chat.PageAsync(corrected);
        Assert.Contains("class=\"clause\">Time limits<", page, StringComparison.Ordinal);
        Assert.DoesNotContain(">Time limits</h", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_minor_change_asks_nobody_again()
    {
        await using var chat = await PublishingChat.OpenAsync(StorageProvider.Sqlite);

        var card = await chat.PublishAsync(Reworded, new() { ["minor"] = "yes" });

        Assert.Contains(CardReader.Texts(card), text => text.StartsWith("It's a minor change", StringComparison.Ordinal));
        Assert.DoesNotContain(
            "Ask everyone to read it",
            CardReader.Actions(card).Select(action => action.GetProperty("title").GetString())
        );
    }

    [Fact]
    public async Task The_link_to_a_review_is_for_managers_only_and_ends_after_some_hours()
    {
        await using var chat = await PublishingChat.OpenAsync(StorageProvider.Sqlite);
        var review = (await chat.SendAsync(chat.Manager, Reworded)).Card;
        var path = new Uri(CardReader.Button(review, "Open the full review").GetProperty("url").GetString()!).AbsolutePath;
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await chat.Bot.Http.GetAsync(path[..^1] + "x")).StatusCode);
        Assert.Equal(System.Net.HttpStatusCode.OK, (await chat.Bot.Http.GetAsync(path)).StatusCode);

        chat.Bot.Time.Advance(TimeSpan.FromHours(5));

        Assert.Equal(System.Net.HttpStatusCode.Gone, (await chat.Bot.Http.GetAsync(path)).StatusCode);
    }

    [Fact]
    public async Task An_earlier_version_is_read_on_a_page_if_the_practice_allows_that()
    {
        await using var closed = await PublishingChat.OpenAsync(StorageProvider.Sqlite);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await closed.Bot.Http.GetAsync("/policy/versions/1")).StatusCode);

        await using var open = await PublishingChat.OpenAsync(StorageProvider.Sqlite, ("Policies:ShowEarlierVersions", "true"));
        await open.PublishAsync(Reworded);
        var page = await open.Bot.Http.GetStringAsync("/policy/versions/1");
        Assert.Contains("This is an earlier version.", page, StringComparison.Ordinal);
        Assert.Contains(">Anonymity</h", page, StringComparison.Ordinal);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await open.Bot.Http.GetAsync("/policy/versions/9")).StatusCode);
    }

    [Fact]
    public async Task A_version_whose_publishing_breaks_off_in_the_middle_leaves_nothing_behind()
    {
        await using var chat = await PublishingChat.OpenAsync(StorageProvider.Sqlite);
        var review = (await chat.SendAsync(chat.Manager, Reworded)).Card;
        await chat.Bot.ReadAsync(database =>
            database.Database.ExecuteSqlRawAsync(
                """
                CREATE TRIGGER break_off BEFORE INSERT ON "ManagerActions" WHEN NEW."Action" = 'policy.publish'
                BEGIN SELECT RAISE(ABORT, 'the bot is gone'); END
                """
            )
        );

        var form = await chat.Manager.FillAsync(CardReader.Button(review, "Publish…"));
        await chat.Manager.ExecuteAsync(CardReader.Button(form, "Publish"), new() { ["title"] = "Social media policy" });

        Assert.Equal(1, await chat.Bot.ReadAsync(database => database.PolicyVersions.CountAsync()));
        Assert.Equal(1, await chat.Bot.ReadAsync(database => database.PublishedPolicies.Select(row => row.Revision).SingleAsync()));
        Assert.Equal("Anonymity", (await chat.Bot.Chat().SayAsync("can i use a burner account")).Cited[0]);

        await chat.Bot.ReadAsync(database => database.Database.ExecuteSqlRawAsync("DROP TRIGGER break_off"));
        Assert.StartsWith(
            "Published and in force:",
            CardReader.Texts(await PublishingChat.PublishAsync(chat.Manager, review))[0],
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task What_was_learned_answers_at_once_and_again_after_learning_anew()
    {
        await using var chat = await PublishingChat.OpenAsync(StorageProvider.Sqlite);
        await chat.PublishAsync(Reworded);

        Assert.Equal("Posting without a name", (await chat.Bot.Chat().SayAsync("can i use a burner account")).Cited[0]);
        chat.Bot.Time.Advance(TimeSpan.FromSeconds(5));
        await chat.Bot.Services.GetRequiredService<PoliciesInForce>().Improved;
        Assert.Equal("Posting without a name", (await chat.Bot.Chat().SayAsync("can i use a burner account")).Cited[0]);
    }
}
