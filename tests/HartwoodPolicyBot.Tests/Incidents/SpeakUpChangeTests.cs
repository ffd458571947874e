using System.Text.Json;
using System.Text.Json.Nodes;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Incidents;
using HartwoodPolicyBot.Core.Storage;
using HartwoodPolicyBot.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HartwoodPolicyBot.Tests.Incidents;

/// <summary>The settings of a new start name another person or channel for reports about the practice manager.</summary>
public sealed class SpeakUpChangeTests
{
    private const string Owen = "33333333-cccc-4000-8000-000000000001";
    private const string Nia = "33333333-cccc-4000-8000-000000000002";
    private const string Quiet = "19:quiet@thread.tacv2";

    [SkippableTheory]
    [InlineData(StorageProvider.Sqlite)]
    [InlineData(StorageProvider.PostgreSql)]
    public async Task Undelivered_messages_go_to_the_new_speak_up_person_the_card_before_the_reminder(StorageProvider provider)
    {
        await using var test = await TestDatabase.CreateAsync(provider);
        await using (var before = await OpenAsync(test, provider, Person(Owen)))
        {
            await ReportAsync(before);
            await PassAsync(before, TimeSpan.FromHours(34));
            Assert.Equal(3, await ForOwenAsync(before));
        }

        await using var practice = await OpenAsync(test, provider, Person(Nia));
        practice.Bot.Time.Advance(TimeSpan.FromHours(35));
        var owen = practice.Personal(Owen);
        await owen.SayAsync("hello");
        Assert.Equal(0, await ForOwenAsync(practice));
        await practice.Personal(Nia).SayAsync("hello");
        await practice.DeliveredAsync();

        Assert.Equal(
            ["Image of the workplace", "not looked at yet", "data breach decision due"],
            practice.Personal(Nia).Sent.Where(IsAboutIt).Select(Title)
        );
        Assert.DoesNotContain(owen.Sent, IsAboutIt);
        await WorkAsync(practice, practice.Personal(Nia), "incident-acknowledge", IncidentState.Acknowledged);
    }

    [SkippableTheory]
    [InlineData(StorageProvider.Sqlite)]
    [InlineData(StorageProvider.PostgreSql)]
    public async Task The_new_speak_up_person_takes_over_an_open_report_and_the_former_one_sees_no_more_of_it(StorageProvider provider)
    {
        await using var test = await TestDatabase.CreateAsync(provider);
        JsonElement old;
        await using (var before = await OpenAsync(test, provider, Person(Owen)))
        {
            await before.Personal(Owen).SayAsync("hello");
            await ReportAsync(before, ("patient", "No"));
            await WorkAsync(before, before.Personal(Owen), "incident-take-on", IncidentState.UnderReview);
            old = Practice.CardOf(before.Personal(Owen).Sent.Last(IsAboutIt));
        }

        await using var practice = await OpenAsync(test, provider, Person(Nia));
        var (owen, nia) = (practice.Personal(Owen), practice.Personal(Nia));
        await owen.SayAsync("hello");
        await nia.SayAsync("hello");
        await WorkAsync(practice, nia, "incident-take-on", IncidentState.UnderReview);
        Assert.Equal(Nia, (await IncidentAsync(practice)).OwnerId);
        await owen.ExecuteAsync(Practice.Form(old, "note"));
        Assert.Equal(403, owen.Body.GetProperty("statusCode").GetInt32());
        var form = await nia.FillAsync(Practice.Form(Practice.CardOf(nia.Sent.Last(IsAboutIt)), "close"));
        await nia.FillAsync(Practice.Save(form), new JsonObject { ["text"] = "We have talked.", ["learning"] = "Ask first." });
        await practice.DeliveredAsync();

        Assert.Equal(IncidentState.Closed, (await IncidentAsync(practice)).State);
        Assert.DoesNotContain(owen.Sent, IsAboutIt);
        var row = await RowAsync(practice);
        Assert.Equal(
            (Recipient.Person(PersonId.Of(Nia)), nia.Conversation, DeliveryState.Sent),
            (row.Place, row.ConversationId, row.State)
        );
    }

    [Fact]
    public async Task A_report_follows_the_settings_between_person_and_channel_and_stays_when_they_name_nobody()
    {
        await using var test = await TestDatabase.CreateAsync(StorageProvider.Sqlite);
        await using (var person = await OpenAsync(test, StorageProvider.Sqlite, Person(Owen)))
        {
            await person.Personal(Owen).SayAsync("hello");
            await ReportAsync(person);
        }

        await using (var channel = await OpenAsync(test, StorageProvider.Sqlite, ("Incidents:SpeakUpChannel", Quiet)))
        {
            await channel.DeliveredAsync();
            var post = Assert.Single(channel.Bot.Teams.Requests, IsAboutIt);
            Assert.Contains(Quiet, post.Body.ToString(), StringComparison.Ordinal);
            await channel.InChannel(Nia, Quiet).ExecuteAsync(CardReader.Button(Practice.CardOf(post), "Acknowledge"));
            Assert.Equal(IncidentState.Acknowledged, (await IncidentAsync(channel)).State);
            await channel.DeliveredAsync();
        }

        await using (var nobody = await OpenAsync(test, StorageProvider.Sqlite))
        {
            Assert.Equal((Recipient.SpeakUp, DeliveryState.Sent), ((await RowAsync(nobody)).Place, (await RowAsync(nobody)).State));
        }

        await using var again = await OpenAsync(test, StorageProvider.Sqlite, Person(Nia));
        await again.Personal(Nia).SayAsync("hello");
        await WorkAsync(again, again.Personal(Nia), "incident-take-on", IncidentState.UnderReview);
    }

    [Fact]
    public async Task A_closed_report_stays_where_it_was_read_and_an_unread_one_never_goes_to_the_former_person()
    {
        await using var test = await TestDatabase.CreateAsync(StorageProvider.Sqlite);
        await using (var before = await OpenAsync(test, StorageProvider.Sqlite, Person(Owen)))
        {
            await WithdrawnAsync(before);
            Assert.Equal(1, await ForOwenAsync(before));
            await before.Personal(Owen).SayAsync("hello");
            await before.DeliveredAsync();
            Assert.Equal(DeliveryState.Sent, (await RowAsync(before)).State);
        }

        await using (var read = await OpenAsync(test, StorageProvider.Sqlite, Person(Nia)))
        {
            Assert.Equal(
                (Recipient.Person(PersonId.Of(Owen)), DeliveryState.Sent),
                ((await RowAsync(read)).Place, (await RowAsync(read)).State)
            );
            await read.Bot.ReadAsync(database =>
                database
                    .Deliveries.Where(row => row.Kind == IncidentDeliveryKinds.SpeakUpCard)
                    .ExecuteUpdateAsync(set =>
                        set.SetProperty(row => row.State, DeliveryState.Stopped).SetProperty(row => row.SentAt, (DateTimeOffset?)null)
                    )
            );
        }

        await using var unread = await OpenAsync(test, StorageProvider.Sqlite, Person(Nia));
        Assert.Equal(Recipient.Person(PersonId.Of(Nia)), (await RowAsync(unread)).Place);
    }

    [Fact]
    public async Task The_reporter_hears_when_the_new_speak_up_person_was_not_reached_for_a_day_and_not_before()
    {
        await using var test = await TestDatabase.CreateAsync(StorageProvider.Sqlite);
        await using (var before = await OpenAsync(test, StorageProvider.Sqlite, Person(Owen)))
        {
            await before.Personal(Owen).SayAsync("hello");
            await ReportAsync(before, ("appear", "Named"));
            var longAgo = before.Bot.Time.GetUtcNow().AddDays(-9);
            await before.Bot.ReadAsync(database =>
                database.Deliveries.ExecuteUpdateAsync(set => set.SetProperty(row => row.CreatedAt, longAgo))
            );
        }

        await using var practice = await OpenAsync(test, StorageProvider.Sqlite, Person(Nia));
        await practice.DeliveredAsync();
        var undelivered = practice.Bot.Services.GetRequiredService<UndeliveredSpeakUpReports>();
        Assert.Equal(0, await undelivered.TellReportersAsync(default));
        practice.Bot.Time.Advance(TimeSpan.FromHours(24));
        Assert.Equal(1, await undelivered.TellReportersAsync(default));
    }

    private static (string, string) Person(string id) => ("Incidents:SpeakUpPerson", id);

    private static Task<Practice> OpenAsync(TestDatabase test, StorageProvider provider, params (string, string)[] settings) =>
        Practice.OpenAsync(
            settings: [("Storage:Provider", $"{provider}"), ("Storage:ConnectionString", test.ConnectionString), .. settings]
        );

    /// <summary>
    /// Sends a report, anonymous unless said otherwise, because a reporter's chat would belong to the fake Teams of the start before.
    /// </summary>
    private static async Task ReportAsync(Practice practice, params (string, string?)[] changes)
    {
        await Practice.ReportAsync(
            practice.Bot.Chat(),
            [("aboutManager", "true"), ("patient", "Yes"), ("noticed", null), ("appear", "Anonymous"), .. changes]
        );
        await practice.DeliveredAsync();
    }

    private static async Task WithdrawnAsync(Practice practice)
    {
        var reporter = practice.Bot.Chat();
        var receipt = await Practice.ReportAsync(reporter, ("aboutManager", "true"));
        await reporter.FillAsync(
            CardReader.Button(await reporter.FillAsync(CardReader.Button(receipt, "Withdraw report")), "Withdraw report")
        );
        await practice.DeliveredAsync();
    }

    private static async Task PassAsync(Practice practice, TimeSpan time)
    {
        await practice.DeliveredAsync();
        practice.Bot.Time.Advance(time);
        await practice.Bot.Services.GetRequiredService<IncidentClocks>().PlanDueAsync(default);
    }

    /// <summary>Taps a button of the newest card in a chat.</summary>
    private static async Task WorkAsync(Practice practice, Chat chat, string verb, IncidentState then)
    {
        await practice.DeliveredAsync();
        await chat.ExecuteAsync(
            Practice.Step(
                Practice.CardOf(chat.Sent.Last(sent => IsAboutIt(sent) && Title(sent).EndsWith("workplace", StringComparison.Ordinal))),
                verb
            )
        );
        await practice.DeliveredAsync();
        Assert.Equal(then, (await IncidentAsync(practice)).State);
    }

    private static Task<Incident> IncidentAsync(Practice practice) =>
        practice.Bot.ReadAsync(database => database.Incidents.AsNoTracking().SingleAsync());

    private static Task<PlannedDelivery> RowAsync(Practice practice) =>
        practice.Bot.ReadAsync(database =>
            database.Deliveries.AsNoTracking().SingleAsync(row => row.Kind == IncidentDeliveryKinds.SpeakUpCard)
        );

    private static Task<int> ForOwenAsync(Practice practice) =>
        practice.Bot.ReadAsync(database => database.Deliveries.CountAsync(row => row.Place == Recipient.Person(PersonId.Of(Owen))));

    private static bool IsAboutIt(TeamsRequest request) =>
        request.Body.ValueKind == JsonValueKind.Object
        && request.Body.ToString().Contains("\"SU-", StringComparison.Ordinal)
        && !request.Body.ToString().Contains("See my report", StringComparison.Ordinal);

    /// <summary>Returns the title of a card, without the reference, which is random.</summary>
    private static string Title(TeamsRequest request) => CardReader.Texts(Practice.CardOf(request))[0].Split(": ")[1];
}
