using HartwoodPolicyBot.Core.PolicySignOff;
using HartwoodPolicyBot.Testing;
using HartwoodPolicyBot.Tests.Incidents;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Tests.Privacy;

/// <summary>What people do before they look at their data, and how they fetch it.</summary>
internal static class MyDataChat
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
        await manager.FillAsync((await manager.SayAsync("send the policy round")).Button("Send to everyone"));
        Assert.NotEqual(0, await practice.Bot.ReadAsync(database => database.Set<SignOff>().CountAsync()));
    }

    public static async Task<string> FetchAsync(Practice practice, Reply offer)
    {
        var address = CardReader
            .Actions(offer.Card)
            .Single(action => action.GetProperty("type").GetString() == "Action.OpenUrl")
            .GetProperty("url")
            .GetString()!;
        var page = await practice.Bot.Http.GetAsync(new Uri(address).AbsolutePath);
        if (
            page.Content.Headers.ContentType?.MediaType == "text/html"
            && (await page.Content.ReadAsStringAsync()) is var html
            && html.Contains("<form", StringComparison.Ordinal)
        )
        {
            page = await practice.Bot.Http.PostAsync(new Uri(address).AbsolutePath, new FormUrlEncodedContent([]));
        }

        Assert.True(page.IsSuccessStatusCode, $"{page.StatusCode}");
        return await page.Content.ReadAsStringAsync();
    }

    public static async Task<int> ContactsAsync(Practice practice, Chat chat)
    {
        var person = chat.Person[3..];
        return await practice.Bot.ReadAsync(database => database.StaffContacts.CountAsync(row => row.PersonId == person));
    }
}
