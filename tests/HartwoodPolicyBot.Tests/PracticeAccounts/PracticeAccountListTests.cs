using HartwoodPolicyBot.Core.PracticeAccounts;
using HartwoodPolicyBot.Core.Storage;
using HartwoodPolicyBot.Testing;
using HartwoodPolicyBot.Tests.Cards;
using HartwoodPolicyBot.Tests.Incidents;
using Microsoft.EntityFrameworkCore;
using static HartwoodPolicyBot.Tests.PracticeAccounts.PracticeAccountTestHost;

namespace HartwoodPolicyBot.Tests.PracticeAccounts;

/// <summary>
/// The policy, Practice social media accounts: "Any practice social media accounts will be managed by the practice manager …
/// Unauthorised practice accounts will not be permitted."
/// </summary>
public sealed class PracticeAccountListTests
{
    public static TheoryData<StorageProvider> Providers => [StorageProvider.Sqlite, StorageProvider.PostgreSql];

    [SkippableTheory]
    [MemberData(nameof(Providers))]
    public async Task A_practice_manager_adds_and_changes_an_account_and_staff_see_it(StorageProvider provider)
    {
        await using var host = await OpenAsync(provider);
        var (staff, manager) = (await host.StaffAsync(), host.Manager);

        var list = await host.AddAsync();
        var form = await manager.FillAsync(CardReader.Button(await OpenAsync(manager), "Change account"));
        await manager.FillAsync(
            CardReader.Button(form, "Save account"),
            new()
            {
                ["platform"] = "Instagram",
                ["name"] = "@hartwood",
                ["purpose"] = "News only",
                ["factor"] = "no",
            }
        );

        var seen = CardReader.Texts(await OpenAsync(staff));
        CardRules.Hold(list);
        Assert.Contains("Purpose: News only", seen);
        Assert.Contains("Two-step sign-in: Off", seen);
        Assert.Contains("Holds the sign-in: No one", seen);
        Assert.DoesNotContain(CardReader.Actions((await staff.SayAsync("accounts")).Card), IsToAdd);

        static bool IsToAdd(System.Text.Json.JsonElement action) => action.GetProperty("title").GetString() == "Add an account";
    }

    [SkippableTheory]
    [MemberData(nameof(Providers))]
    public async Task An_account_that_nobody_authorised_is_reported_once_and_the_reporter_hears_what_is_decided(StorageProvider provider)
    {
        await using var host = await OpenAsync(provider);
        await host.AddAsync();
        var (staff, manager) = (await host.StaffAsync(), host.Manager);
        var form = await staff.FillAsync((await staff.SayAsync("accounts")).Button("Report another account"));
        var answers = Account("@hartwood_surgery");
        answers["why"] = "Somebody posts as us. Their number is 943 476 5919.";

        await staff.FillAsync(CardReader.Button(form, "Send report"), answers);
        await staff.FillAsync(CardReader.Button(form, "Send report"), answers);
        var told = await host.ToldAsync(manager);
        var request = Practice.CardOf(manager.Sent[^1]);
        var declined = await manager.FillAsync(CardReader.Button(request, "Leave off the list"));
        var again = await host.Second.FillAsync(CardReader.Button(request, "Leave off the list"));
        var heard = await host.ToldAsync(staff);

        Assert.Equal(["Priya Shah has reported an account", "Account: Instagram: @hartwood_surgery"], told.Take(2));
        Assert.Contains(told, text => text.Contains("[NHS number]", StringComparison.Ordinal));
        Assert.Equal("I'm telling them that it hasn't been added to the list.", CardReader.Texts(declined)[0]);
        Assert.Equal(PracticeAccountRefusals.AccountChanged.Sentence, CardReader.Texts(again)[0]);
        Assert.Equal(["The account isn't on the list", "Account: Instagram: @hartwood_surgery"], heard.Take(2));
        Assert.Equal(2, await host.Bot.ReadAsync(database => database.PracticeAccounts.CountAsync()));
    }

    [SkippableTheory]
    [MemberData(nameof(Providers))]
    public async Task A_new_account_is_asked_for_and_put_on_the_list(StorageProvider provider)
    {
        await using var host = await OpenAsync(provider);
        await host.AddAsync();
        var (staff, manager) = (await host.StaffAsync(), host.Manager);
        var form = await staff.FillAsync((await staff.SayAsync("accounts")).Button("Ask for a new account"));
        var empty = await staff.FillAsync(CardReader.Button(form, "Send request"), new() { ["platform"] = "YouTube" });
        await staff.FillAsync(CardReader.Button(form, "Send request"), new() { ["platform"] = "YouTube", ["why"] = "Videos for patients" });

        var requests = await manager.FillAsync((await manager.SayAsync("accounts")).Button("1 request waiting"));
        var request = await manager.FillAsync(CardReader.Button(requests, "Priya Shah has asked for an account: YouTube"));
        var fields = await manager.FillAsync(CardReader.Button(request, "Put it on the list"));
        await manager.FillAsync(CardReader.Button(fields, "Save account"), Account("@hartwood_films"));
        var heard = await host.ToldAsync(staff);

        Assert.Contains(PracticeAccountRefusals.PurposeMissing.Sentence, CardReader.Texts(empty));
        Assert.Equal(["The account is on the list now", "Account: Instagram: @hartwood_films"], heard.Take(2));
    }

    [Fact]
    public async Task Each_form_says_which_of_its_own_fields_is_empty()
    {
        await using var host = await OpenAsync(StorageProvider.Sqlite);
        await host.AddAsync();
        var staff = await host.StaffAsync();
        var form = await staff.FillAsync((await staff.SayAsync("accounts")).Button("Report another account"));

        var empty = await staff.FillAsync(CardReader.Button(form, "Send report"), Account("@hartwood_surgery"));

        Assert.Contains("Please say what you know about it, in a few words. The practice manager will see it.", CardReader.Texts(empty));
    }

    [Fact]
    public async Task A_row_of_the_home_page_opens_what_it_counts()
    {
        await using var host = await OpenAsync(StorageProvider.Sqlite);
        await host.AddAsync();
        var (staff, manager) = (await host.StaffAsync(), host.Manager);
        var form = await staff.FillAsync((await staff.SayAsync("accounts")).Button("Ask for a new account"));
        await staff.FillAsync(CardReader.Button(form, "Send request"), new() { ["platform"] = "YouTube", ["why"] = "Videos for patients" });

        var opened = await manager.ExecuteAsync((await manager.SayAsync("home")).Button("1 request about practice accounts"));

        Assert.Equal("1 request waiting", opened.Texts[0]);
    }

    [Fact]
    public async Task The_list_is_announced_in_words()
    {
        await using var host = await OpenAsync(StorageProvider.Sqlite);
        var empty = (await host.Manager.SayAsync("accounts")).Summary;
        await host.AddAsync();

        Assert.Equal(("No practice accounts yet", "1 practice account"), (empty, (await host.Manager.SayAsync("accounts")).Summary));
    }

    [Fact]
    public async Task An_account_on_the_list_is_not_added_again_and_an_unfinished_form_says_what_is_missing()
    {
        await using var host = await OpenAsync(StorageProvider.Sqlite);
        await host.AddAsync();

        var again = await host.AddAsync("HARTWOOD");
        var unnamed = await host.AddAsync(" ");

        Assert.Contains(PracticeAccountRefusals.OnTheList.Sentence, CardReader.Texts(again));
        Assert.Contains(PracticeAccountRefusals.NameMissing.Sentence, CardReader.Texts(unnamed));
        Assert.Equal(1, await host.Bot.ReadAsync(database => database.PracticeAccounts.CountAsync()));
    }

    [Fact]
    public async Task Among_others_the_list_is_not_shown()
    {
        await using var host = await OpenAsync(StorageProvider.Sqlite);

        var reply = await new Chat(host.Bot, "groupChat").MentionAsync("accounts");

        Assert.StartsWith("The list shows people's names.", reply.Texts[0], StringComparison.Ordinal);
    }
}
