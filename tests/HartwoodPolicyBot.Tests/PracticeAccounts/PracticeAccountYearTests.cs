using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Monitoring;
using HartwoodPolicyBot.Core.PracticeAccounts;
using HartwoodPolicyBot.Core.Privacy;
using HartwoodPolicyBot.Core.Storage;
using HartwoodPolicyBot.Core.Training;
using HartwoodPolicyBot.Testing;
using HartwoodPolicyBot.Tests.Cards;
using HartwoodPolicyBot.Tests.Incidents;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static HartwoodPolicyBot.Tests.PracticeAccounts.PracticeAccountTestHost;

namespace HartwoodPolicyBot.Tests.PracticeAccounts;

/// <summary>Practice accounts are looked at monthly and after a leaver, are in the evidence pack, and go after their period.</summary>
public sealed class PracticeAccountYearTests
{
    public static TheoryData<StorageProvider> Providers => [StorageProvider.Sqlite, StorageProvider.PostgreSql];

    [SkippableTheory]
    [MemberData(nameof(Providers))]
    public async Task Somebody_who_leaves_is_listed_with_the_accounts_whose_password_must_be_changed(StorageProvider provider)
    {
        await using var host = await OpenAsync(provider);
        await host.AddAsync();
        await host.AddAsync("@hartwood_jobs");
        var (staff, manager) = (await host.StaffAsync(), host.Manager);
        await host.GiveAsync();
        await host
            .Bot.Services.GetRequiredService<MarkStaffAsLeft>()
            .MarkAsync(PersonId.Of(Practice.ManagerId), PersonId.Of(staff.Person[3..]), true, default);

        var looks = host.Bot.Services.GetRequiredService<AccountLooks>();
        await looks.PlanLeaversAsync(default);
        await looks.PlanLeaversAsync(default);
        var told = await host.ToldAsync(manager);
        var card = Practice.CardOf(manager.Sent[^1]);
        var home = await manager.SayAsync("home");
        var after = await manager.FillAsync(CardReader.Button(card, "I've changed the password of Instagram: @hartwood (Priya Shah)"));

        CardRules.Hold(card);
        Assert.Equal("Priya Shah has left: passwords to change", told[0]);
        Assert.DoesNotContain(told, text => text.Contains("@hartwood_jobs", StringComparison.Ordinal));
        Assert.Contains("1 password of practice accounts to change", home.Texts);
        Assert.Equal("No passwords to change", CardReader.Texts(after)[1]);
        var access = await host.Bot.ReadAsync(database => database.AccountAccess.SingleAsync());
        Assert.Equal((AccessState.TakenAway, false), (access.State, access.PasswordToChange));
    }

    [SkippableTheory]
    [MemberData(nameof(Providers))]
    public async Task Once_a_month_the_practice_manager_is_asked_about_each_account_and_the_late_ones_are_named(StorageProvider provider)
    {
        await using var host = await OpenAsync(provider);
        await host.AddAsync();
        await host.AddAsync("@hartwood_jobs");
        var manager = host.Manager;
        var looks = host.Bot.Services.GetRequiredService<AccountLooks>();
        var before = await looks.PlanMonthlyAsync(default);

        await GoToAsync(new(2026, 12, 1));
        var card = Practice.CardOf(manager.Sent[^1]);
        var once = await manager.FillAsync(CardReader.Button(card, "I've looked at Instagram: @hartwood"));
        var again = await host.Second.FillAsync(CardReader.Button(card, "I've looked at Instagram: @hartwood"));
        await GoToAsync(new(2027, 1, 4));
        var january = CardReader.Texts(Practice.CardOf(manager.Sent[^1]));

        CardRules.Hold(card);
        Assert.Equal(0, before);
        Assert.Equal("I've noted that you looked at Instagram: @hartwood this month.", CardReader.Texts(once)[0]);
        Assert.DoesNotContain(CardReader.Texts(once), text => text == "I've looked at Instagram: @hartwood");
        Assert.DoesNotContain(CardReader.Texts(card), text => text.Contains("late", StringComparison.Ordinal));
        Assert.Contains("Last looked at 1 December 2026.", january);
        Assert.Contains("No one has looked at it yet. This is late: no one looked at it last month.", january);
        Assert.Equal("Margaret Ellis", (await host.Bot.ReadAsync(database => database.AccountLooks.SingleAsync())).ByName);

        async Task GoToAsync(DateOnly day)
        {
            host.Bot.Time.Advance(PracticeTime.At(day, new(10, 0)) - host.Bot.Time.GetUtcNow());
            await looks.PlanMonthlyAsync(default);
            Assert.Equal(0, await looks.PlanMonthlyAsync(default));
            await host.Practice.DeliveredAsync();
        }
    }

    [SkippableTheory]
    [MemberData(nameof(Providers))]
    public async Task What_ended_is_deleted_after_its_period_and_what_is_on_the_list_stays(StorageProvider provider)
    {
        await using var host = await OpenAsync(provider);
        await host.AddAsync();
        await host.AddAsync("@hartwood_jobs");
        await host.StaffAsync();
        await host.GiveAsync();
        var removed = await host.Manager.FillAsync(CardReader.Button(await OpenAsync(host.Manager, "@hartwood_jobs"), "Take off the list"));
        await host.Manager.FillAsync(CardReader.Button(removed, "Take off the list"));

        host.Bot.Time.Advance(TimeSpan.FromDays(7 * 365));
        foreach (var retention in host.Bot.Services.GetServices<IRetention>().OfType<PracticeAccountRetention>())
        {
            await retention.DeleteAsync(host.Bot.Time.GetUtcNow(), default);
        }

        Assert.Equal("@hartwood", (await host.Bot.ReadAsync(database => database.PracticeAccounts.SingleAsync())).Name);
        Assert.Equal(1, await host.Bot.ReadAsync(database => database.AccountAccess.CountAsync()));
    }

    [SkippableTheory]
    [MemberData(nameof(Providers))]
    public async Task The_evidence_pack_has_the_list_and_who_looked_when(StorageProvider provider)
    {
        await using var host = await OpenAsync(provider);
        await host.AddAsync();
        await host.StaffAsync();
        await host.GiveAsync();
        await host.Manager.FillAsync(CardReader.Button(await AccessAsync(host.Manager), "Make sign-in holder"));
        host.Bot.Time.Advance(TimeSpan.FromDays(10));
        await host.Manager.FillAsync(CardReader.Button(await OpenAsync(host.Manager), "I've looked at it"));

        var tables = await host
            .Bot.Services.GetRequiredService<EvidenceAccounts>()
            .TablesAsync(ReportPeriod.MonthOf(new(2026, 12, 3)), default);

        Assert.Equal(
            ["Instagram", "@hartwood", "News and opening times", "Priya Shah", "Priya Shah", "On", "3 December 2026"],
            await RowAsync(tables[0])
        );
        Assert.Equal(["Instagram: @hartwood", "December 2026", "3 December 2026 at 9am", "Margaret Ellis"], await RowAsync(tables[1]));

        static async Task<IReadOnlyList<string>> RowAsync(EvidenceTable table)
        {
            var rows = new List<string>();
            await foreach (var row in table.Rows(default))
            {
                rows.AddRange(row.Select(cell => cell.Text));
            }

            return rows;
        }
    }
}
