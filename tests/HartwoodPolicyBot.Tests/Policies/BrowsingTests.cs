using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace HartwoodPolicyBot.Tests.Policies;

public sealed class BrowsingTests(BotHost bot) : IClassFixture<BotHost>
{
    [Fact]
    public async Task The_command_policy_lists_every_section_to_tap()
    {
        var list = await bot.Chat().SayAsync("policy");

        var sections = bot.Services.GetRequiredService<PolicyLibrary>().Sections.Select(section => section.Heading).ToList();
        Assert.Equal(18, sections.Count);
        Assert.Equal(sections, list.Buttons.Take(18));
        Assert.Contains("Roles, rights, and responsibilities", list.Texts);
    }

    [Fact]
    public async Task Sections_below_the_heading_of_a_group_are_set_in_and_the_next_one_is_not()
    {
        var list = await bot.Chat().SayAsync("policy");

        var library = bot.Services.GetRequiredService<PolicyLibrary>();
        Assert.Equal(4, library.Sections.Count(section => section.Group is not null));
        Assert.All(
            library.Sections,
            section => Assert.Contains(section.Group is null ? section.Heading : $"\u2003• {section.Heading}", list.Texts)
        );
    }

    [Fact]
    public async Task Each_section_is_shown_whole_and_word_for_word()
    {
        var chat = bot.Chat();
        var list = await chat.SayAsync("policy");

        foreach (var section in bot.Services.GetRequiredService<PolicyLibrary>().Sections)
        {
            // Each section is opened in a different chat, because the pace of one chat is not tested here.
            var shown = await bot.Chat().ExecuteAsync(list.Button(section.Heading));
            var text = string.Join('\n', shown.Texts);
            Assert.Equal(section.Heading, shown.Texts[0]);
            Assert.All(section.Clauses, clause => Assert.Contains(clause.Text, text, StringComparison.Ordinal));
            Assert.Equal([section.Heading], shown.Cited);
            Assert.DoesNotContain("Continue reading", shown.Buttons);
        }
    }

    [Fact]
    public async Task Bullets_stay_bullets()
    {
        var chat = bot.Chat();
        var list = await chat.SayAsync("policy");

        var section = await chat.ExecuteAsync(list.Button("Monitoring and reporting"));

        Assert.Equal(
            ["• PALS.", "• Complaints.", "• Significant and learning events."],
            section.Texts.Where(text => text.StartsWith('•')).Take(3)
        );
    }

    [Fact]
    public async Task A_client_without_Execute_gets_the_section_as_a_message_too()
    {
        var chat = bot.Chat();
        var list = await chat.SayAsync("policy");

        var section = await chat.SubmitAsync(list.Button("Anonymity"), "sent-1");

        Assert.Equal("Anonymity", section.Texts[0]);
    }

    [Fact]
    public async Task A_section_too_long_for_one_card_continues_on_the_next_without_losing_a_word()
    {
        var folder = Directory.CreateTempSubdirectory("policies").FullName;
        var sentences = Enumerable
            .Range(1, 600)
            .Select(number => $"Clause number {number} says that the long policy of the practice is long indeed.")
            .ToList();
        await File.WriteAllTextAsync(
            Path.Combine(folder, "long.md"),
            $"---\ntitle: Long policy\n---\n\n## All of it\n\n{string.Join(' ', sentences)}\n"
        );
        await using var own = await BotHost.StartAsync(("Policies:Folder", folder));
        var chat = own.Chat();
        var read = new List<string>();

        var part = await chat.ExecuteAsync((await chat.SayAsync("policy")).Button("All of it"));
        read.AddRange(part.Texts);
        while (part.Buttons.Contains("Continue reading"))
        {
            own.Time.Advance(TimeSpan.FromSeconds(1));
            part = await chat.ExecuteAsync(part.Button("Continue reading"));
            Assert.Equal("All of it (continued)", part.Texts[0]);
            read.AddRange(part.Texts);
        }

        var text = string.Join('\n', read);
        Assert.All(sentences, sentence => Assert.Contains(sentence, text, StringComparison.Ordinal));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Several_policies_are_listed_searched_and_cited()
    {
        var folder = Directory.CreateTempSubdirectory("policies").FullName;
        File.Copy(Path.Combine(AppContext.BaseDirectory, "Content/Policies/social-media.md"), Path.Combine(folder, "social-media.md"));
        await File.WriteAllTextAsync(
            Path.Combine(folder, "lone-working.md"),
            "---\ntitle: Lone working policy\nversion: 3\n---\n\n## Home visits\n\nStaff will carry a personal alarm on home visits.\n"
        );
        await using var own = await BotHost.StartAsync(("Policies:Folder", folder));

        var list = await own.Chat().SayAsync("policy");
        var answer = await own.Chat().SayAsync("Do staff carry a personal alarm on home visits?");

        Assert.Contains("Lone working policy", list.Texts);
        Assert.Contains("Home visits", list.Buttons);
        Assert.Equal("Home visits", answer.Cited[0]);
        Assert.Contains(
            "Lone working policy, version 3",
            answer.Texts.Single(text => text.StartsWith("Quoted from", StringComparison.Ordinal)),
            StringComparison.Ordinal
        );
        Assert.Contains("/policy/lone-working#home-visits", answer.Message.GetRawText(), StringComparison.Ordinal);
        Assert.Contains("Lone working policy", await own.Http.GetStringAsync("/policy"), StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);
    }
}
