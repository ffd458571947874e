using System.Net;
using HartwoodPolicyBot.Core.PracticeAccounts;
using HartwoodPolicyBot.Core.Storage;
using HartwoodPolicyBot.Testing;
using HartwoodPolicyBot.Tests.Cards;
using Microsoft.EntityFrameworkCore;
using static HartwoodPolicyBot.Tests.PracticeAccounts.PracticeAccountTestHost;

namespace HartwoodPolicyBot.Tests.PracticeAccounts;

/// <summary>
/// The policy, Practice manager: "The practice manager is responsible for authorising access to … any practice social media
/// accounts."
/// </summary>
public sealed class AccountAccessTests
{
    public static TheoryData<StorageProvider> Providers => [StorageProvider.Sqlite, StorageProvider.PostgreSql];

    [SkippableTheory]
    [MemberData(nameof(Providers))]
    public async Task Access_is_asked_for_granted_and_taken_away_and_the_person_is_told_each_time(StorageProvider provider)
    {
        await using var host = await OpenAsync(provider);
        await host.AddAsync();
        var (staff, manager) = (await host.StaffAsync(), host.Manager);

        var asked = await AskAsync(staff);
        var request = await host.ToldAsync(manager);
        var granted = await manager.FillAsync(CardReader.Button(await AccessAsync(manager), "Give access"));
        var yes = await host.ToldAsync(staff);
        var seen = CardReader.Texts(await OpenAsync(staff));
        var taken = await manager.FillAsync(CardReader.Button(granted, "Take away access"));
        var no = await host.ToldAsync(staff);

        CardRules.Hold(taken);
        Assert.Equal("I've sent your request to the practice manager.", CardReader.Texts(asked)[0]);
        Assert.Equal(["Priya Shah has asked for access", "Account: Instagram: @hartwood"], request.Take(2));
        Assert.Contains("Why they asked: I write the newsletter", request);
        Assert.Equal(["You now have access", "Account: Instagram: @hartwood"], yes.Take(2));
        Assert.Contains("May post: Priya Shah", seen);
        Assert.Equal(["You no longer have access", "Account: Instagram: @hartwood"], no.Take(2));
        Assert.Contains("Please change this account's password, because they may know it.", CardReader.Texts(taken));
        Assert.Contains("May post: No one", CardReader.Texts(await OpenAsync(staff)));
    }

    [SkippableTheory]
    [MemberData(nameof(Providers))]
    public async Task Access_is_refused_and_asked_for_again(StorageProvider provider)
    {
        await using var host = await OpenAsync(provider);
        await host.AddAsync();
        var (staff, manager) = (await host.StaffAsync(), host.Manager);

        await AskAsync(staff);
        await manager.FillAsync(CardReader.Button(await AccessAsync(manager), "Refuse access"));
        var refused = await host.ToldAsync(staff);
        await AskAsync(staff);
        var again = await host.ToldAsync(manager);

        Assert.Equal(["You haven't been given access", "Account: Instagram: @hartwood"], refused.Take(2));
        Assert.Contains("Access: Waiting for a decision", again);
    }

    [SkippableTheory]
    [MemberData(nameof(Providers))]
    public async Task Of_two_managers_who_grant_and_refuse_at_once_one_is_told_who_was_first(StorageProvider provider)
    {
        await using var host = await OpenAsync(provider);
        await host.AddAsync();
        await AskAsync(await host.StaffAsync());
        var (one, two) = (host.Manager, host.Second);
        var (grant, refuse) = (
            CardReader.Button(await AccessAsync(one), "Give access"),
            CardReader.Button(await AccessAsync(two), "Refuse access")
        );

        var after = await Task.WhenAll(one.FillAsync(grant), two.FillAsync(refuse));

        var said = after.Select(card => CardReader.Texts(card)[0]).ToList();
        var access = await host.Bot.ReadAsync(database => database.AccountAccess.SingleAsync());
        var isGranted = access.State == AccessState.Granted;
        Assert.Equal(2, access.Version);
        Assert.Equal(
            isGranted ? "They have access. I'm telling them now." : "I'm telling them now that they haven't been given access.",
            said[isGranted ? 0 : 1]
        );
        Assert.Equal(
            $"{(isGranted ? "Margaret Ellis" : "Simon Low")} got there first, so I've changed nothing. Here's how it is now.",
            said[isGranted ? 1 : 0]
        );
        Assert.Contains($"Access: {(isGranted ? "May post" : "Refused")}", CardReader.Texts(after[isGranted ? 1 : 0]));
    }

    [SkippableTheory]
    [MemberData(nameof(Providers))]
    public async Task Access_that_one_manager_takes_away_is_not_given_back_by_the_others_older_card(StorageProvider provider)
    {
        await using var host = await OpenAsync(provider);
        await host.AddAsync();
        await host.StaffAsync();
        await host.GiveAsync();
        var older = await AccessAsync(host.Second);

        await host.Manager.FillAsync(CardReader.Button(await AccessAsync(host.Manager), "Take away access"));
        var late = await host.Second.FillAsync(CardReader.Button(older, "Make sign-in holder"));

        Assert.Equal("Margaret Ellis got there first, so I've changed nothing. Here's how it is now.", CardReader.Texts(late)[0]);
        var access = await host.Bot.ReadAsync(database => database.AccountAccess.SingleAsync());
        Assert.Equal((AccessState.TakenAway, false, true), (access.State, access.HoldsSignIn, access.PasswordToChange));
    }

    [Fact]
    public async Task A_click_for_practice_managers_that_staff_forge_changes_nothing()
    {
        await using var host = await OpenAsync(StorageProvider.Sqlite);
        await host.AddAsync();
        var staff = await host.StaffAsync();
        await AskAsync(staff);

        foreach (var button in CardReader.Actions(await AccessAsync(host.Manager)).Where(IsManagers))
        {
            await staff.ExecuteAsync(button);
            Assert.Equal(HttpStatusCode.OK, staff.Status);
            Assert.Equal(403, staff.Body.GetProperty("statusCode").GetInt32());
        }

        Assert.Equal(AccessState.Asked, (await host.Bot.ReadAsync(database => database.AccountAccess.SingleAsync())).State);
        Assert.NotEmpty(
            await host.Bot.ReadAsync(database => database.RefusedAttempts.Where(row => row.Action == "accounts").ToListAsync())
        );

        static bool IsManagers(System.Text.Json.JsonElement action) =>
            action.GetProperty("verb").GetString() is "account-step" or "account-person";
    }

    [Fact]
    public async Task A_deputy_cannot_decide_about_their_own_access()
    {
        await using var host = await OpenAsync(StorageProvider.Sqlite);
        await host.AddAsync();
        var deputy = await host.StaffAsync("Dawn Hill", Deputy);

        var list = await deputy.FillAsync(CardReader.Button(await OpenAsync(deputy), "Give access"));
        await deputy.ExecuteAsync(CardReader.Button(list, "Dawn Hill"));

        Assert.Equal(403, deputy.Body.GetProperty("statusCode").GetInt32());
        Assert.Empty(await host.Bot.ReadAsync(database => database.AccountAccess.ToListAsync()));
    }
}
