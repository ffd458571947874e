using System.Text.Json;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.PolicySignOff;
using HartwoodPolicyBot.Testing;
using HartwoodPolicyBot.Tests.Incidents;
using Microsoft.Extensions.DependencyInjection;

namespace HartwoodPolicyBot.Tests.PolicySignOff;

/// <summary>Holds the steps and look-ups that tests of sign-off rounds share.</summary>
internal static class SignOffTestHost
{
    public static async Task<Chat> InstallAsync(BotHost bot, string name)
    {
        var chat = new Chat(bot, "personal") { Name = name };
        var installed = chat.Activity("installationUpdate");
        installed["action"] = "add";
        await chat.SendAsync(installed);
        return chat;
    }

    public static async Task SendRoundAsync(Practice practice)
    {
        var manager = practice.Personal(Practice.ManagerId);
        var sent = await manager.FillAsync((await manager.SayAsync("send the policy round")).Button("Send to everyone"));
        Assert.StartsWith("Sent.", CardReader.Texts(sent)[0], StringComparison.Ordinal);
    }

    /// <summary>Does the timed work of one minute, and waits until its deliveries are sent.</summary>
    public static async Task PlanAsync(Practice practice)
    {
        var reminders = practice.Bot.Services.GetRequiredService<SignOffReminders>();
        await reminders.AskEverybodyAsync(int.MaxValue, default);
        await reminders.PlanChangedAsync(default);
        await practice.Bot.Services.GetRequiredService<DailyReminders>().PlanDueAsync(default);
        await practice.DeliveredAsync();
    }

    public static JsonElement CardOf(Chat chat) => chat.Sent[^1].Body.GetProperty("attachments")[0].GetProperty("content");

    public static IEnumerable<string> Titles(JsonElement card) =>
        CardReader.Actions(card).Select(action => action.GetProperty("title").GetString()!);
}
