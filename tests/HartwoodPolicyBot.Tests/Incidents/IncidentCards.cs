using System.Text.Json;
using System.Text.Json.Nodes;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Incidents;
using HartwoodPolicyBot.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HartwoodPolicyBot.Tests.Incidents;

/// <summary>Collects each card once, in the way that people get to it.</summary>
public sealed class IncidentCards : IAsyncLifetime
{
    private const string Form = "0f0f0f0f-0000-4000-8000-00000000000f";
    private Practice practice = null!;

    public Dictionary<string, JsonElement> All { get; } = new(StringComparer.Ordinal);

    public async Task InitializeAsync()
    {
        practice = await Practice.OpenAsync(withChannel: false);
        var manager = new Chat(practice.Bot, "personal")
        {
            Person = $"29:{Practice.ManagerId}",
            Conversation = $"a:{Practice.ManagerId}",
            Name = "Margaret Ellis",
        };
        All["status"] = (await manager.SayAsync("status")).Card;
        await ReporterAsync();
        await practice.DeliveredAsync();
        All["no-channel"] = manager
            .Sent.Select(sent => Practice.CardOf(sent))
            .First(card =>
                IsOfFirstReport(card) && card.GetRawText().Contains("I've sent this to each practice manager", StringComparison.Ordinal)
            );
        All["not-allowed"] = (await practice.InChannel("somebody").MentionAsync("use this channel")).Card;
        All["channel-chosen"] = (await practice.Channel.MentionAsync("use this channel")).Card;
        await practice.DeliveredAsync();
        All["no-channel-before"] = Practice.CardOf(
            practice.Bot.Teams.Requests.First(request =>
                request.Method == "PUT"
                && request.Path.Contains(manager.Conversation, StringComparison.Ordinal)
                && IsOfFirstReport(Practice.CardOf(request))
            )
        );
        await ChannelAsync();
        await RemindersAsync();
        await GivenUpAsync(manager);
    }

    public async Task DisposeAsync() => await practice.DisposeAsync();

    /// <summary>Says which report a card is of: several are sent at once, and may arrive in any order.</summary>
    private static bool IsOfFirstReport(JsonElement card) => card.GetRawText().Contains("INC-2026-0001", StringComparison.Ordinal);

    private async Task ReporterAsync()
    {
        var priya = new Chat(practice.Bot, "personal") { Name = "Priya Shah" };
        var form = await priya.SayAsync("report");
        All["form"] = form.Card;
        All["form-prefilled"] = (
            await priya.ExecuteAsync(Button("report", "I've posted a picture of a patient's notes, 999 000 0018"))
        ).Card;
        All["come-to-me"] = (await practice.Bot.Chat("channel").MentionAsync("report")).Card;
        All["form-errors"] = await priya.FillAsync(
            form.Button("Check report"),
            Practice.Filled(("kind", null), ("link", "www.example.com"), ("happened", "2027-01-01"), ("noticed", null))
        );
        All["check"] = await priya.FillAsync(
            form.Button("Check report"),
            Practice.Filled(("what", "Her NHS number 999 000 0018 can be read on the screen, and 07700 900123."))
        );
        All["check-nothing-hidden"] = await priya.FillAsync(
            form.Button("Check report"),
            Practice.Filled(("happened", null), ("noticed", null), ("done", null), ("appear", "Confidential"))
        );
        All["check-asks"] = await priya.FillAsync(form.Button("Check report"), Practice.ShortForm());
        All["check-asks-again"] = await priya.FillAsync(CardReader.Button(All["check-asks"], "Send report"));
        All["cancelled"] = await priya.FillAsync(form.Button("Cancel"));
        All["go-to"] = await priya.FillAsync(form.Button("Check report"), Practice.Filled(("aboutManager", "true")));
        All["receipt"] = await Practice.SendAsync(priya, form.Button("Check report"), ("patient", "Unsure"), ("source", "Complaint"));
        All["receipt-anonymous"] = await Practice.SendAsync(practice.Bot.Chat(), Button("incident-send", Form), ("appear", "Anonymous"));
        All["add-form"] = await priya.FillAsync(CardReader.Button(All["receipt"], "Add to report"));
        All["withdraw-form"] = await priya.FillAsync(CardReader.Button(All["receipt"], "Withdraw report"));
        All["my-reports"] = (await priya.SayAsync("my reports")).Card;
        All["own-report"] = await priya.FillAsync(CardReader.Button(All["withdraw-form"], "Keep report"));
        reporter = priya;
    }

    private Chat reporter = null!;

    private async Task ChannelAsync()
    {
        var channel = new Chat(practice.Bot, "channel")
        {
            Person = $"29:{Practice.ManagerId}",
            Conversation = Practice.ChannelId,
            Name = "Margaret Ellis",
        };
        var second = new Chat(practice.Bot, "channel")
        {
            Person = $"29:{Practice.SecondId}",
            Conversation = Practice.ChannelId,
            Name = "Tom Field",
        };
        var card = All["incident-new"] = await practice.CardAsync("INC-2026-0001");
        All["step-close-at-once"] = await channel.FillAsync(
            CardReader.Button(await channel.FillAsync(Practice.Form(card, "deadline")), "Duplicate or test")
        );
        All["incident-acknowledged"] = await channel.FillAsync(CardReader.Button(card, "Acknowledge"));
        All["incident-second"] = await second.FillAsync(CardReader.Button(card, "Acknowledge"));
        card = All["incident-under-review"] = await channel.FillAsync(CardReader.Button(All["incident-acknowledged"], "Deal with this"));
        All["incident-more"] = await channel.FillAsync(CardReader.Button(card, "More steps"));
        foreach (
            var (name, button) in new[]
            {
                ("step-note", "Add note"),
                ("step-details", "Fill in details"),
                ("step-grade", "Rate risk"),
                ("step-pass-on", "Who else needs to know?"),
            }
        )
        {
            All[name] = await channel.FillAsync(CardReader.Button(All["incident-more"], button));
        }

        All["step-deadline"] = await channel.FillAsync(CardReader.Button(card, "Record decision"));

        await SaveAsync("step-note", new() { ["text"] = "Asked her to take it down." });
        await SaveAsync("step-grade", new() { ["consequence"] = "3", ["likelihood"] = "4" });
        await SaveAsync("step-pass-on", new() { ["flags"] = "DataProtection,Complaint" });
        card = await SaveAsync(
            "step-deadline",
            new()
            {
                ["decision"] = "NotReportable",
                ["text"] = "No one can be recognised.",
                ["complaint"] = "yes",
            }
        );
        var actions = await channel.FillAsync(Practice.Form(card, "actions"));
        card = All["incident-actions-open"] = await channel.FillAsync(
            Practice.Save(actions),
            new() { ["text"] = "Remind everyone to check the background, Margaret" }
        );
        All["step-actions"] = await channel.FillAsync(Practice.Form(card, "actions"));
        All["not-ready-to-close"] = await channel.FillAsync(Practice.Form(card, "close"));
        card = await SaveAsync("step-actions", new() { ["done"] = "1" });
        All["step-close"] = await channel.FillAsync(Practice.Form(card, "close"));
        card = All["incident-closed"] = await SaveAsync(
            "step-close",
            new()
            {
                ["text"] = "The photo was taken down within the hour.",
                ["learning"] = "We look at what is behind the cake before we post.",
            }
        );
        All["timeline"] = await channel.FillAsync(
            CardReader
                .Nodes(card)
                .Where(node => node.TryGetProperty("selectAction", out _))
                .Select(node => node.GetProperty("selectAction"))
                .Single(action => action.GetProperty("verb").GetString() == "incident-timeline")
        );
        All["step-reopen"] = await channel.FillAsync(Practice.Form(card, "reopen"));
        await practice.DeliveredAsync();
        var told = reporter
            .Sent.Select(sent => Practice.CardOf(sent))
            .Where(sent => sent.GetRawText().Contains("See my report", StringComparison.Ordinal))
            .ToList();
        All["told"] = told[0];
        All["told-closed"] = told[^1];
        All["own-report-closed"] = await reporter.FillAsync(CardReader.Button(told[^1], "See my report"));
        var form = await Practice.SendAsync(
            reporter,
            Button("incident-send", $"{Guid.NewGuid()}"),
            ("link", $"https://www.example.com/p/{new string('x', 150)}")
        );
        All["receipt-channel"] = form;
        await practice.DeliveredAsync();
        await reporter.FillAsync(
            CardReader.Button(await reporter.FillAsync(CardReader.Button(form, "Withdraw report")), "Withdraw report")
        );
        All["incident-list"] = (await channel.MentionAsync("all incidents")).Card;
        All["incident-withdrawn"] = await practice.CardAsync("INC-2026-0003");

        async Task<JsonElement> SaveAsync(string name, JsonObject answers) => await channel.FillAsync(Practice.Save(All[name]), answers);
    }

    private async Task RemindersAsync()
    {
        await Practice.ReportAsync(practice.Bot.Chat(), ("patient", "Yes"), ("noticed", null), ("source", "Complaint"));
        await practice.DeliveredAsync();
        practice.Bot.Time.Advance(new DateTimeOffset(2026, 11, 26, 9, 0, 0, TimeSpan.Zero) - practice.Bot.Time.GetUtcNow());
        await practice.Bot.Services.GetRequiredService<IncidentClocks>().PlanDueAsync(default);
        await practice.DeliveredAsync();
        foreach (
            var (name, words) in new[]
            {
                ("reminder-breach", "INC-2026-0004: data breach"),
                ("reminder-complaint", "INC-2026-0004: complaint"),
                ("reminder-new", "INC-2026-0004: not looked at"),
            }
        )
        {
            All[name] = Practice.CardOf(
                practice.Bot.Teams.Requests.Last(request =>
                    request.Body.ValueKind == JsonValueKind.Object
                    && request.Body.TryGetProperty("summary", out var summary)
                    && summary.GetString()!.StartsWith(words, StringComparison.Ordinal)
                )
            );
        }
    }

    private async Task GivenUpAsync(Chat manager)
    {
        var row = await practice.Bot.ReadAsync(database =>
            database.Deliveries.AsNoTracking().FirstAsync(delivery => delivery.Kind == IncidentDeliveryKinds.Card)
        );
        await practice.Bot.ReadAsync(database =>
            database
                .Deliveries.Where(delivery => delivery.Id == row.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(delivery => delivery.State, DeliveryState.GivenUp))
        );
        All["status-given-up"] = (await manager.SayAsync("status")).Card;

        // The row is claimed in one step, so that the dispatcher does not claim it first.
        var (lease, until) = (Guid.NewGuid(), practice.Bot.Time.GetUtcNow() + TimeSpan.FromHours(1));
        await practice.Bot.ReadAsync(database =>
            database
                .Deliveries.Where(delivery => delivery.Id == row.Id)
                .ExecuteUpdateAsync(set =>
                    set.SetProperty(delivery => delivery.State, DeliveryState.Waiting)
                        .SetProperty(delivery => delivery.Lease, lease)
                        .SetProperty(delivery => delivery.LeaseUntil, until)
                )
        );
        var claimed = await practice.Bot.ReadAsync(database =>
            database.Deliveries.AsNoTracking().FirstAsync(delivery => delivery.Id == row.Id)
        );
        await practice
            .Bot.Services.GetRequiredService<DeliveryLeases>()
            .FinishAsync(claimed, new DeliveryOutcome.Impossible("test"), default);
        practice.Bot.Services.GetRequiredService<Outbox>().Wake();
        await practice.DeliveredAsync();
        All["given-up"] = Practice.CardOf(
            manager.Sent.Last(sent =>
                sent.Body.GetProperty("summary").GetString()!.StartsWith("Some messages couldn't", StringComparison.Ordinal)
            )
        );
    }

    private static JsonElement Button(string verb, string id) => JsonSerializer.SerializeToElement(new { verb, data = new { verb, id } });
}
