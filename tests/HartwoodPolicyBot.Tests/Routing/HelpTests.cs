using System.Text.Json;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HartwoodPolicyBot.Tests.Routing;

/// <summary>Help lists what the bot can do, to each what they can use.</summary>
public sealed class HelpTests(BotHost bot) : IClassFixture<BotHost>
{
    [Fact]
    public async Task The_menu_of_Teams_shows_commands_for_everybody_and_none_of_the_practice_managers()
    {
        var manifest = JsonSerializer.Deserialize<JsonElement>(
            await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "manifest/manifest.json"))
        );
        var titles = manifest
            .GetProperty("bots")[0]
            .GetProperty("commandLists")[0]
            .GetProperty("commands")
            .EnumerateArray()
            .Select(command => command.GetProperty("title").GetString()!)
            .ToList();
        var staff = bot
            .Services.GetServices<IConversation>()
            .SelectMany(conversation => conversation.Commands)
            .Where(command => command.Help is { IsForManagersOnly: false })
            .Select(command => command.Words[0]);

        // Teams shows 10 at most, so help lists the rest.
        Assert.InRange(titles.Count, 8, 10);
        Assert.Subset(staff.ToHashSet(StringComparer.Ordinal), titles.ToHashSet(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Help_lists_each_command_with_a_help_line_to_everybody_who_can_use_it()
    {
        var commands = bot.Services.GetRequiredService<CommandList>().All;

        var help = (await bot.Chat().SayAsync("help")).Card.GetRawText();

        Assert.True(commands.Count(command => command.Help is { IsForManagersOnly: true }) >= 10);
        Assert.All(
            commands.Where(command => command.Help is not null),
            command =>
                Assert.Equal(
                    !command.Help!.IsForManagersOnly,
                    help.Contains($"\"{command.Words[0]} – {command.Help!.What}\"", StringComparison.Ordinal)
                )
        );
    }

    [Fact]
    public async Task The_help_text_differs_from_the_welcome()
    {
        var chat = bot.Chat();
        var installed = chat.Activity("installationUpdate");
        installed["action"] = "add";
        var welcome = await chat.SendAsync(installed);

        var help = await chat.SayAsync("help");

        Assert.Empty(welcome.Texts.Intersect(help.Texts));
    }

    [Fact]
    public async Task The_help_button_does_the_same_as_the_help_command()
    {
        var chat = bot.Chat();
        var hello = await chat.SayAsync("hi");

        var help = await chat.ExecuteAsync(hello.Button("Show help"));

        Assert.Equal("What I can do", help.Texts[0]);
    }
}
