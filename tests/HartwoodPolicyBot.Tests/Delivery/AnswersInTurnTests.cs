using System.Text.Json;
using System.Text.Json.Nodes;
using HartwoodPolicyBot.Testing;
using HartwoodPolicyBot.Tests.Incidents;

namespace HartwoodPolicyBot.Tests.Delivery;

/// <summary>
/// Gives every answer that Teams may give to what a turn asks of it. The person is answered in time, and nothing is stuck
/// afterwards.
/// </summary>
public sealed class AnswersInTurnTests : AnswerTable
{
    [Theory]
    [MemberData(nameof(Clicks))]
    public async Task A_click_is_answered_within_5_seconds_whatever_Teams_does(string name)
    {
        var priya = practice.Bot.Chat();
        var help = await priya.SayAsync("help");
        (answer, isIt) = (TeamsAnswer.Named(name), request => request.Path.Contains(priya.Conversation, StringComparison.Ordinal));
        await AnsweredWithinAsync(TimeSpan.FromSeconds(4.5), Task.Run(() => priya.ExecuteAsync(Command(help))));

        Assert.Equal(200, priya.Body.GetProperty("statusCode").GetInt32());
        answer = null;
        await priya.ExecuteAsync(Command(help));
        Assert.Equal("See below.", priya.Body.GetProperty("value").GetString());
    }

    [Theory]
    [MemberData(nameof(Clicks))]
    public async Task A_message_is_reported_from_a_group_whatever_Teams_answers_to_opening_a_chat(string name)
    {
        (answer, isIt) = (
            TeamsAnswer.Named(name),
            request => request.Path == "/v3/conversations" && request.Body.TryGetProperty("members", out _)
        );
        var group = new Chat(practice.Bot, "groupChat");

        // The bot waits 2 seconds for the chat.
        await AnsweredWithinAsync(TimeSpan.FromSeconds(2.5), Task.Run(() => MessageReportTests.ReportAsync(practice, group)));
        await RecoverAsync();

        Assert.Single(PostsOf("INC-2026-0001"));
    }

    [Theory]
    [MemberData(nameof(Clicks))]
    public async Task A_team_is_welcomed_whatever_Teams_answers_about_its_members(string name)
    {
        (answer, isIt) = (TeamsAnswer.Named(name), request => request.Method == "GET");
        var team = new Chat(practice.Bot, "channel") { Conversation = "19:general@thread.tacv2" };
        var added = team.Activity("installationUpdate");
        added["action"] = "add";
        added["channelData"]!["team"] = new JsonObject { ["id"] = "19:general@thread.tacv2" };

        await SettledAsync(Task.Run(() => team.SendAsync(added)));

        Assert.Equal(200, (int)team.Status);
        Assert.Single(team.Sent);
        await ReportedAsync();
        await RecoverAsync();
        Assert.Single(PostsOf("INC-2026-0001"));
    }

    public static TheoryData<string> Clicks => [.. TeamsAnswer.All.Select(given => given.Name)];

    private static JsonElement Command(Reply help) =>
        CardReader.Nodes(help.Card).First(node => node.TryGetProperty("verb", out var verb) && verb.GetString() == "policy");

    /// <summary>
    /// Lets this much of the bot's time pass and no more, and waits for the answer. The clock stops then, because a slow machine
    /// says nothing about the bot.
    /// </summary>
    private async Task AnsweredWithinAsync(TimeSpan longest, Task answered)
    {
        var waited = TimeSpan.Zero;
        var began = TimeProvider.System.GetTimestamp();
        while (!answered.IsCompleted)
        {
            Assert.True(TimeProvider.System.GetElapsedTime(began) < TimeSpan.FromSeconds(60), "Not answered in time.");
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System);
            if (failed > 0 && waited < longest)
            {
                waited += TimeSpan.FromMilliseconds(100);
                practice.Bot.Time.Advance(TimeSpan.FromMilliseconds(100));
            }
        }

        await answered;
    }
}
