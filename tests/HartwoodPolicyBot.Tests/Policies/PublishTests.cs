using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.Storage;
using HartwoodPolicyBot.Testing;
using HartwoodPolicyBot.Tests.Cards;
using HartwoodPolicyBot.Tests.Incidents;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HartwoodPolicyBot.Tests.Policies;

/// <summary>A practice manager sends a policy, reviews it and publishes it, in the chat.</summary>
public sealed class PublishTests
{
    private const string Complaints = """
        # Complaints policy

        ## Making a complaint

        Patients may complain in writing, by telephone or in person at the front desk.

        We acknowledge every complaint within three working days.

        ## Time limits

        A complaint must be made within 12 months of the event.

        """;

    public static TheoryData<StorageProvider> Providers => [StorageProvider.Sqlite, StorageProvider.PostgreSql];

    private static string Reworded { get; } =
        Publishing
            .SocialMedia.Replace("## Anonymity", "## Posting without a name", StringComparison.Ordinal)
            .Replace("version: unknown", "version: 2", StringComparison.Ordinal)
            .Replace(
                "## Complaints",
                "## Artificial intelligence\n\nStaff must not type patient details into a chatbot such as ChatGPT.\n\n## Complaints",
                StringComparison.Ordinal
            );

    [SkippableTheory]
    [MemberData(nameof(Providers))]
    public async Task A_new_database_holds_the_policy_that_came_with_the_bot_as_version_1_with_its_text_code(StorageProvider provider)
    {
        await using var chat = await PublishingChat.OpenAsync(provider);

        var version = await chat.Bot.ReadAsync(database => database.PolicyVersions.SingleAsync());
        var document = Assert.Single(chat.Bot.Services.GetRequiredService<PolicyLibrary>().Documents);

        Assert.Equal((1, SocialMediaPolicy.Slug), (version.Number, version.PolicySlug));
        Assert.Equal(document.VersionOnRecord, version.OnRecord);
        Assert.Equal(PolicyParser.Parse(SocialMediaPolicy.Slug, Publishing.SocialMedia).Fingerprint, version.Fingerprint);
    }

    [SkippableTheory]
    [MemberData(nameof(Providers))]
    public async Task A_file_is_read_reviewed_published_and_answered_from(StorageProvider provider)
    {
        await using var chat = await PublishingChat.OpenAsync(provider);

        var review = await chat.SendAsync(chat.Manager, Reworded);
        CardRules.Hold(review.Card);
        Assert.Contains(review.Texts, text => text.Contains("20 sections", StringComparison.Ordinal));
        Assert.Contains(review.Texts, text => text.Contains("1 reworded, 1 new, 17 unchanged", StringComparison.Ordinal));
        Assert.Equal(1, await chat.Bot.ReadAsync(database => database.PolicyVersions.CountAsync()));

        var page = await chat.PageAsync(review.Card);
        Assert.Contains("class=\"section-heading\" data-level=", page, StringComparison.Ordinal);
        Assert.Contains(">Posting without a name</h", page, StringComparison.Ordinal);
        Assert.Contains("was called “Anonymity”", page, StringComparison.Ordinal);
        Assert.Contains(
            "class=\"clause\">Staff must not type patient details into a chatbot such as ChatGPT.",
            page,
            StringComparison.Ordinal
        );

        var published = await PublishingChat.PublishAsync(chat.Manager, review.Card);
        CardRules.Hold(published);
        Assert.Contains(
            CardReader.Texts(published),
            text => text.StartsWith("Published. Social media policy, version 2, is in force", StringComparison.Ordinal)
        );
        Assert.Contains("Ask everyone to read it", CardReader.Actions(published).Select(action => action.GetProperty("title").GetString()));

        var staff = chat.Bot.Chat();
        Assert.Contains("Artificial intelligence", (await staff.SayAsync("can I put patient details into the chatbot chatgpt")).Cited);
        Assert.Contains("Posting without a name", (await staff.SayAsync("can i use a burner account")).Cited);
        Assert.Contains("version 2", await chat.Bot.Http.GetStringAsync("/policy"), StringComparison.OrdinalIgnoreCase);
    }

    [SkippableTheory]
    [MemberData(nameof(Providers))]
    public async Task A_second_policy_is_answered_from_with_its_name_and_can_be_taken_out_of_use(StorageProvider provider)
    {
        await using var chat = await PublishingChat.OpenAsync(provider);

        await chat.PublishAsync(Complaints);
        var staff = chat.Bot.Chat();
        var answer = await staff.SayAsync("within how many working days do we acknowledge a complaint");
        Assert.Equal("Making a complaint", answer.Cited[0]);
        Assert.Contains(answer.Texts, text => text.Contains("Complaints policy", StringComparison.Ordinal));
        Assert.Equal("Anonymity", (await staff.SayAsync("can i use a burner account")).Cited[0]);

        var policies = await chat.Manager.SayAsync("versions");
        var versions = await chat.Manager.FillAsync(policies.Button("Complaints policy"));
        var out1 = await chat.Manager.FillAsync(CardReader.Button(versions, "Take out of use"));
        CardRules.Hold(out1);
        Assert.DoesNotContain(
            "Making a complaint",
            (await staff.SayAsync("within how many working days do we acknowledge a complaint")).Cited
        );

        await chat.Manager.FillAsync(CardReader.Button(out1, "Use it again"));
        Assert.Equal("Making a complaint", (await staff.SayAsync("within how many working days do we acknowledge a complaint")).Cited[0]);
    }

    [SkippableTheory]
    [MemberData(nameof(Providers))]
    public async Task Of_two_managers_who_publish_at_once_one_wins_and_the_other_is_told(StorageProvider provider)
    {
        await using var chat = await PublishingChat.OpenAsync(provider);
        var second = chat.Practice.Personal(Practice.SecondId);
        var first = (await chat.SendAsync(chat.Manager, Reworded)).Card;
        var other = (await chat.SendAsync(second, Reworded.Replace("chatbot", "robot", StringComparison.Ordinal))).Card;

        var cards = await Task.WhenAll(PublishingChat.PublishAsync(chat.Manager, first), PublishingChat.PublishAsync(second, other));

        Assert.Equal(2, await chat.Bot.ReadAsync(database => database.PolicyVersions.CountAsync()));
        Assert.Single(cards, card => CardReader.Texts(card)[0].StartsWith("Published.", StringComparison.Ordinal));
        Assert.Single(
            cards,
            card => CardReader.Texts(card)[0].Contains("I've changed nothing. Please look at the review again", StringComparison.Ordinal)
        );
    }

    [SkippableTheory]
    [MemberData(nameof(Providers))]
    public async Task Versions_are_listed_shown_compared_and_brought_back(StorageProvider provider)
    {
        await using var chat = await PublishingChat.OpenAsync(provider);
        await chat.PublishAsync(Reworded);

        var list = await chat.Manager.SayAsync("versions");
        CardRules.Hold(list.Card);
        var one = await chat.Manager.FillAsync(list.Button("Number 1"));
        CardRules.Hold(one);
        var compared = await chat.Manager.FillAsync(CardReader.Button(one, "Compare"));
        CardRules.Hold(compared);
        Assert.Contains(CardReader.Texts(compared), text => text.Contains("Artificial intelligence: new", StringComparison.Ordinal));

        var back = await chat.Manager.FillAsync(CardReader.Button(one, "Bring it back"));
        Assert.StartsWith("Published.", CardReader.Texts(back)[0], StringComparison.Ordinal);
        var newest = await chat.Bot.ReadAsync(database => database.PolicyVersions.OrderBy(row => row.Number).LastAsync());
        Assert.Equal((3, 1), (newest.Number, newest.BroughtBack));
        Assert.Equal("Anonymity", (await chat.Bot.Chat().SayAsync("can i use a burner account")).Cited[0]);

        // The same tap again has seen an older list.
        var again = await chat.Manager.FillAsync(CardReader.Button(one, "Bring it back"));
        Assert.Contains("published number 3", CardReader.Texts(again)[0], StringComparison.Ordinal);
    }

    [SkippableTheory]
    [MemberData(nameof(Providers))]
    public async Task A_version_for_a_day_comes_into_force_on_that_day_in_both_instances(StorageProvider provider)
    {
        await using var chat = await PublishingChat.OpenAsync(provider);
        await using var other = await chat.OpenSecondAsync(provider);
        var day = DateOnly.FromDateTime(chat.Bot.Time.GetUtcNow().Date).AddDays(3);

        var card = await chat.PublishAsync(Reworded, new() { ["from"] = day.ToString("yyyy-MM-dd") });
        Assert.Contains("comes into force on", CardReader.Texts(card)[0], StringComparison.Ordinal);
        Assert.Equal("Anonymity", (await chat.Bot.Chat().SayAsync("can i use a burner account")).Cited[0]);

        chat.Bot.Time.Advance(TimeSpan.FromDays(4));
        other.Bot.Time.Advance(TimeSpan.FromDays(4));
        foreach (var bot in new[] { chat.Bot, other.Bot })
        {
            Assert.True(await bot.Services.GetRequiredService<PoliciesInForce>().RefreshAsync(default));
            Assert.Equal("Posting without a name", (await bot.Chat().SayAsync("can i use a burner account")).Cited[0]);
        }
    }

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
            text => text.Contains("will be set aside. The section “Anonymity” is gone.", StringComparison.Ordinal)
        );
        await PublishingChat.PublishAsync(chat.Manager, review.Card);
        Assert.NotEmpty((await chat.Bot.Chat().SayAsync("training")).Texts);
        Assert.DoesNotContain("Anonymity", (await chat.Bot.Chat().SayAsync("can i use a burner account")).Cited);
    }

    [Fact]
    public async Task A_heading_is_made_text_of_the_section_above_and_no_word_is_lost()
    {
        await using var chat = await PublishingChat.OpenAsync(StorageProvider.Sqlite);
        var review = (await chat.SendAsync(chat.Manager, Complaints, "complaints.md")).Card;

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
}
