using System.Text.Json;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Testing;
using HartwoodPolicyBot.Tests.Cards;
using HartwoodPolicyBot.Tests.Incidents;
using static HartwoodPolicyBot.Tests.PracticeAccounts.PracticeAccountTestHost;

namespace HartwoodPolicyBot.Tests.PracticeAccounts;

/// <summary>The messages about practice accounts that come by the clock arrive in Teams, and lead to their end.</summary>
public sealed class AccountMessageTests
{
    [Fact]
    public async Task When_somebody_leaves_the_practice_manager_gets_a_card_and_works_through_their_passwords()
    {
        await using var host = await OpenWithClocksAsync();
        await host.AddAsync();
        await host.AddAsync("@hartwood_jobs");
        await host.StaffAsync();
        await host.GiveAsync();
        var jobs = await host.Manager.FillAsync(CardReader.Button(await OpenAsync(host.Manager, "@hartwood_jobs"), "Give access"));
        await host.Manager.FillAsync(CardReader.Button(jobs, "Priya Shah"));
        var people = await host.Manager.SayAsync("training status");
        var person = await host.Manager.FillAsync(
            CardReader
                .Actions(people.Card)
                .First(action => action.GetProperty("title").GetString()!.StartsWith("Priya Shah", StringComparison.Ordinal))
        );
        await host.Manager.FillAsync(CardReader.Button(person, "Mark as left"));

        var card = await ArrivesAsync(host, "Priya Shah has left", TimeSpan.FromMinutes(1));
        var first = await host.Manager.FillAsync(CardReader.Button(card, "I've changed the password of Instagram: @hartwood (Priya Shah)"));
        var last = await host.Manager.FillAsync(
            CardReader.Button(first, "I've changed the password of Instagram: @hartwood_jobs (Priya Shah)")
        );

        CardRules.Hold(card);
        Assert.Equal("They may still know these passwords. Change each password, then tap it.", CardReader.Texts(card)[1]);
        Assert.Equal(["I've noted that the password has been changed.", "Passwords to change"], CardReader.Texts(first).Take(2));
        Assert.Equal("No passwords to change", CardReader.Texts(last)[1]);
    }

    [Fact]
    public async Task On_the_first_working_day_of_a_month_the_practice_manager_gets_a_card_with_each_account()
    {
        await using var host = await OpenWithClocksAsync();
        await host.AddAsync();
        await host.AddAsync("@hartwood_jobs");
        host.Bot.Time.Sleep(PracticeTime.At(new(2026, 12, 1), new(8, 50)) - host.Bot.Time.GetUtcNow());

        var card = await ArrivesAsync(host, "Have you looked at these accounts?", TimeSpan.FromMinutes(1));
        var first = await host.Manager.FillAsync(CardReader.Button(card, "I've looked at Instagram: @hartwood"));
        var last = await host.Manager.FillAsync(CardReader.Button(first, "I've looked at Instagram: @hartwood_jobs"));
        var twice = await host.Manager.FillAsync(CardReader.Button(card, "I've looked at Instagram: @hartwood"));

        CardRules.Hold(card);
        Assert.Equal("Have you looked at these accounts?", CardReader.Texts(card)[0]);
        Assert.Equal("I've noted that you looked at Instagram: @hartwood this month.", CardReader.Texts(first)[0]);
        Assert.Equal("All accounts have been looked at this month", CardReader.Texts(last)[1]);
        Assert.Equal(CardReader.Texts(last).Skip(1), CardReader.Texts(twice).Skip(1));
    }

    private static async Task<PracticeAccountTestHost> OpenWithClocksAsync() =>
        await OpenAsync(Core.Storage.StorageProvider.Sqlite, hasClocks: true);

    /// <summary>Moves the clock on until a message with these words is in the practice manager's chat, and returns its card.</summary>
    private static async Task<JsonElement> ArrivesAsync(PracticeAccountTestHost host, string words, TimeSpan step)
    {
        TeamsRequest? Found() =>
            host.Manager.Sent.FirstOrDefault(request => request.Body.ToString().Contains(words, StringComparison.Ordinal));

        Assert.True(await host.Bot.Time.AdvanceUntilAsync(() => Found() is not null, step));
        return Practice.CardOf(Found()!);
    }
}
