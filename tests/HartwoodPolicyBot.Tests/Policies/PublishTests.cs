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
    internal const string Complaints = """
        # Complaints policy

        ## Making a complaint

        Patients may complain in writing, by telephone or in person at the front desk.

        We acknowledge every complaint within three working days.

        ## Time limits

        A complaint must be made within 12 months of the event.

        """;

    public static TheoryData<StorageProvider> Providers => [StorageProvider.Sqlite, StorageProvider.PostgreSql];

    internal static string Reworded { get; } =
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
        Assert.Contains(review.Texts, text => text.Contains("I found 19 sections, ", StringComparison.Ordinal));
        Assert.Contains(review.Texts, text => text.Contains("1 reworded, 1 new, 17 unchanged", StringComparison.Ordinal));
        Assert.Equal(1, await chat.Bot.ReadAsync(database => database.PolicyVersions.CountAsync()));

        var page = await chat.PageAsync(review.Card);
        Assert.Contains("I found 19 sections, ", page, StringComparison.Ordinal);
        Assert.Contains("1 reworded, 1 new, 17 unchanged", page, StringComparison.Ordinal);
        Assert.Contains("class=\"section-heading\" data-level=", page, StringComparison.Ordinal);
        Assert.Contains(">Posting without a name</h", page, StringComparison.Ordinal);
        Assert.Contains("was called “Anonymity”", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<dd>not stated</dd>", page, StringComparison.Ordinal);
        Assert.Contains(
            "class=\"clause\">Staff must not type patient details into a chatbot such as ChatGPT.",
            page,
            StringComparison.Ordinal
        );

        var published = await PublishingChat.PublishAsync(chat.Manager, review.Card);
        CardRules.Hold(published);
        Assert.Contains(
            CardReader.Texts(published),
            text => text.StartsWith("Published and in force: Social media policy, version 2.", StringComparison.Ordinal)
        );
        Assert.Contains("Ask everyone to read it", CardReader.Actions(published).Select(action => action.GetProperty("title").GetString()));

        var staff = chat.Bot.Chat();
        Assert.Contains("Artificial intelligence", (await staff.SayAsync("can I put patient details into the chatbot chatgpt")).Cited);
        Assert.Contains("Posting without a name", (await staff.SayAsync("can i use a burner account")).Cited);
        Assert.Contains("<dt>Version</dt><dd>2</dd>", await chat.Bot.Http.GetStringAsync("/policy"), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task An_item_with_a_number_of_its_own_has_no_bullet_mark_before_it()
    {
        await using var chat = await PublishingChat.OpenAsync(StorageProvider.Sqlite);
        const string Text =
            "Complaints policy\n\nTime limits\n\nWe will:\n\n1. Write to you. It takes a day.\n2. Ring you.\n\n- Say sorry.\n";

        var review = await chat.SendAsync(chat.Manager, Text, "Complaints policy.txt");
        var page = await chat.PageAsync(review.Card);
        await PublishingChat.PublishAsync(chat.Manager, review.Card);
        var published = chat
            .Bot.Services.GetRequiredService<PolicyLibrary>()
            .Documents.Single(policy => policy.Title == "Complaints policy");
        var versions = await chat.Manager.FillAsync((await chat.Manager.SayAsync("versions")).Button("Complaints policy"));
        var version = CardReader.Texts(await chat.Manager.FillAsync(CardReader.Button(versions, "Number 1")));

        Assert.Contains("<li class=\"clause\" data-numbered>1. Write to you. It takes a day.</li>", page, StringComparison.Ordinal);
        Assert.Contains("<li class=\"clause\">Say sorry.</li>", page, StringComparison.Ordinal);
        Assert.Contains("1. Write to you. It takes a day.", version);
        Assert.Contains("• Say sorry.", version);
        Assert.Equal([false, true, true, true], published.Sections[0].Clauses.Select(clause => clause.IsBullet));
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

        await chat.Manager.FillAsync(CardReader.Button(out1, "Use this policy again"));
        Assert.Equal("Making a complaint", (await staff.SayAsync("within how many working days do we acknowledge a complaint")).Cited[0]);
    }

    [SkippableTheory]
    [MemberData(nameof(Providers))]
    public async Task The_only_policy_in_use_has_no_button_to_take_it_out_of_use(StorageProvider provider)
    {
        const string takeOut = "Take out of use";
        await using var chat = await PublishingChat.OpenAsync(provider);
        Assert.DoesNotContain(takeOut, (await chat.Manager.SayAsync("versions")).Buttons);

        await chat.PublishAsync(Complaints);
        var policies = await chat.Manager.SayAsync("versions");
        var social = await chat.Manager.FillAsync(policies.Button("Social media policy"));
        var complaints = await chat.Manager.FillAsync(policies.Button("Complaints policy"));
        await chat.Manager.FillAsync(CardReader.Button(complaints, takeOut));
        var stale = await chat.Manager.FillAsync(CardReader.Button(social, takeOut));

        Assert.StartsWith("This is the only policy in use", CardReader.Texts(stale)[0], StringComparison.Ordinal);
        Assert.DoesNotContain(CardReader.Actions(stale), action => action.GetProperty("title").GetString() == takeOut);
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
        Assert.Single(cards, card => CardReader.Texts(card)[0].StartsWith("Published and in force:", StringComparison.Ordinal));
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

        var back = await chat.Manager.FillAsync(CardReader.Button(one, "Bring back this version"));
        Assert.StartsWith("Published and in force:", CardReader.Texts(back)[0], StringComparison.Ordinal);
        var newest = await chat.Bot.ReadAsync(database => database.PolicyVersions.OrderBy(row => row.Number).LastAsync());
        Assert.Equal((3, 1), (newest.Number, newest.BroughtBack));
        Assert.Equal("Anonymity", (await chat.Bot.Chat().SayAsync("can i use a burner account")).Cited[0]);

        // The same tap again has seen an older list.
        var again = await chat.Manager.FillAsync(CardReader.Button(one, "Bring back this version"));
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
}
