using HartwoodPolicyBot.Core.Channels;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Incidents;
using HartwoodPolicyBot.Core.Storage;
using Microsoft.EntityFrameworkCore;
using static HartwoodPolicyBot.Tests.Incidents.IncidentTestHost;

namespace HartwoodPolicyBot.Tests.Incidents;

public sealed class IncidentStoreTests
{
    public static TheoryData<StorageProvider> Providers => [StorageProvider.Sqlite, StorageProvider.PostgreSql];

    [SkippableTheory]
    [MemberData(nameof(Providers))]
    public async Task Simultaneous_reports_get_numbers_without_a_repeat_or_a_gap(StorageProvider provider)
    {
        await using var host = await CreateAsync(provider);

        var incidents = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => host.ReportedAsync()));

        Assert.Equal(
            Enumerable.Range(1, 100).Select(number => $"INC-2026-{number:0000}"),
            incidents.Select(incident => incident.Reference).Order(StringComparer.Ordinal)
        );
    }

    [SkippableTheory]
    [MemberData(nameof(Providers))]
    public async Task A_form_that_arrives_many_times_makes_one_incident_and_one_card(StorageProvider provider)
    {
        await using var host = await CreateAsync(provider);
        var form = Guid.NewGuid();

        var results = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => host.Store.ReportAsync(Report(), Priya, form, default)));

        Assert.Single(results.Select(result => result.Incident!.Id).Distinct());
        await using var database = host.Database.Open();
        Assert.Equal(1, await database.Incidents.CountAsync());
        Assert.Equal(1, await database.Deliveries.CountAsync(row => row.Kind == IncidentDeliveryKinds.Card));
        Assert.Equal(
            "not-yours",
            (await host.Store.ReportAsync(Report(), Priya with { PersonId = PersonId.Of("owen") }, form, default)).Refusal!.Code
        );
    }

    [Fact]
    public async Task The_year_in_the_reference_is_the_year_in_London()
    {
        await using var host = await CreateAsync();
        host.Time.Advance(new DateTimeOffset(2027, 6, 30, 23, 30, 0, TimeSpan.Zero) - host.Time.GetUtcNow());
        Assert.StartsWith("INC-2027-0001", (await host.ReportedAsync()).Reference, StringComparison.Ordinal);

        host.Time.Advance(new DateTimeOffset(2027, 12, 31, 23, 59, 59, TimeSpan.Zero) - host.Time.GetUtcNow());
        Assert.Equal("INC-2027-0002", (await host.ReportedAsync()).Reference);
        host.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("INC-2028-0001", (await host.ReportedAsync()).Reference);
    }

    [Fact]
    public async Task Without_a_channel_the_card_is_kept_and_each_manager_is_told()
    {
        await using var host = await CreateAsync();
        var incident = await host.ReportedAsync();

        await using var database = host.Database.Open();
        var keys = await database.Deliveries.Select(row => row.Key).ToListAsync();

        Assert.Equal(
            [
                IncidentDeliveryKinds.CardKey(new(incident.Id)),
                IncidentDeliveryKinds.NoChannelKey(new(incident.Id), PersonId.Of(Manager)),
                IncidentDeliveryKinds.NoChannelKey(new(incident.Id), PersonId.Of(Second)),
            ],
            keys.Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task A_report_about_the_manager_without_a_speak_up_route_is_not_stored()
    {
        await using var host = await CreateAsync();

        var result = await host.Store.ReportAsync(Report(route: IncidentRoute.SpeakUp), Priya, Guid.NewGuid(), default);

        Assert.Equal("no-speak-up", result.Refusal!.Code);
        await using var database = host.Database.Open();
        Assert.Equal((0, 0), (await database.Incidents.CountAsync(), await database.Deliveries.CountAsync()));
    }

    [Fact]
    public async Task A_report_about_the_manager_goes_to_the_speak_up_person_alone()
    {
        await using var host = await CreateAsync(incidents: new ChannelOptions { SpeakUpPerson = "owen" });

        var incident = await host.ReportedAsync(Report(route: IncidentRoute.SpeakUp));

        await using var database = host.Database.Open();
        var only = await database.Deliveries.SingleAsync();
        Assert.Equal((Recipient.Person(PersonId.Of("owen")), IncidentDeliveryKinds.SpeakUpCard), (only.Place, only.Kind));
        Assert.Equal("not-allowed", (await host.Handling.AcknowledgeAsync(By(Manager, incident), default)).Refusal!.Code);
    }

    [Fact]
    public async Task The_data_breach_deadline_counts_from_the_day_it_was_noticed()
    {
        await using var host = await CreateAsync();

        Assert.Null((await host.ReportedAsync(Report(patient: YesNoUnsure.No))).BreachDue);
        Assert.Equal(host.Time.GetUtcNow().AddHours(72), (await host.ReportedAsync(Report(patient: YesNoUnsure.Yes))).BreachDue);
        Assert.Equal(
            new DateTimeOffset(2026, 11, 24, 0, 0, 0, TimeSpan.Zero),
            (await host.ReportedAsync(Report(patient: YesNoUnsure.Unsure, noticed: new(2026, 11, 21)))).BreachDue
        );
    }

    [Theory]
    [InlineData("2026-11-23", "2026-11-26")]
    [InlineData("2026-11-26", "2026-12-01")]
    [InlineData("2026-12-23", "2026-12-30")]
    [InlineData("2027-12-24", "2027-12-31")]
    [InlineData("2027-03-25", "2027-04-01")]
    public void A_complaint_must_be_acknowledged_by_the_third_working_day(string received, string due) =>
        Assert.Equal(DateOnly.Parse(due), WorkingDays.After(DateOnly.Parse(received), 3));
}
