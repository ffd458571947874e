using HartwoodPolicyBot.Core.Channels;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Incidents;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Core.Storage;
using HartwoodPolicyBot.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace HartwoodPolicyBot.Tests.Incidents;

/// <summary>Runs Core's incidents on a separate database, without a bot.</summary>
internal sealed class IncidentTestHost : IAsyncDisposable
{
    public const string Manager = "manager-1";
    public const string Second = "manager-2";
    public const string ChannelId = "19:incidents@thread.tacv2";

    private IncidentTestHost(TestDatabase database, ChannelOptions? incidents)
    {
        Database = database;
        Options = incidents ?? new ChannelOptions();
        Staff = new StaffOptions { PracticeManagers = [Manager, Second] };
        Outbox = new Outbox(Time);
        UnitOfWork = database.UnitOfWork(Outbox);
        Channels = new ChannelLookup(UnitOfWork, Outbox, Options, [new OpenIncidentCards()], Time);
        Secrecy = new DeliverySecrecy([.. IncidentDeliveryKinds.Cards, .. IncidentDeliveryKinds.Notices]);
        Backlog = new DeliveryBacklog(UnitOfWork, Outbox, Secrecy, []);
        Codes = new FollowUpCodes(new FollowUpKey(new byte[FollowUpKey.Bytes]));
        Store = new IncidentStore(database, new ReportWriter(UnitOfWork, Outbox, Options, Staff, Codes, Time), Channels, Options, Codes);
        Audit = new Audit(UnitOfWork, Time, NullLogger<Audit>.Instance);
        Handling = new IncidentHandling(
            new IncidentChanges(UnitOfWork, Outbox, Audit, Codes),
            new IncidentAccess(Staff, Options, Backlog, new StaffContacts(UnitOfWork, Outbox, Time), Channels, Codes),
            Time
        );
        Leases = Instance();
    }

    public TestDatabase Database { get; }

    public UnitOfWork UnitOfWork { get; }

    public FakeTime Time { get; } = new();

    public ChannelOptions Options { get; }

    public StaffOptions Staff { get; }

    public Outbox Outbox { get; }

    public ChannelLookup Channels { get; }

    public DeliverySecrecy Secrecy { get; }

    public DeliveryBacklog Backlog { get; }

    public FollowUpCodes Codes { get; }

    public IncidentStore Store { get; }

    public Audit Audit { get; }

    public IncidentHandling Handling { get; }

    public DeliveryLeases Leases { get; }

    public DeliveryOptions Delivery { get; } = new();

    public static async Task<IncidentTestHost> CreateAsync(
        StorageProvider provider = StorageProvider.Sqlite,
        ChannelOptions? incidents = null
    ) => new(await TestDatabase.CreateAsync(provider), incidents);

    public static IncidentReport Report(
        string what = "A photo of the desk is on Instagram.",
        ReporterVisibility appearance = ReporterVisibility.Named,
        YesNoUnsure patient = YesNoUnsure.No,
        IncidentSource source = IncidentSource.Staff,
        IncidentRoute route = IncidentRoute.Managers,
        DateOnly? noticed = null
    ) =>
        new()
        {
            WhatHappened = what,
            Kind = IncidentKind.WorkplaceImage,
            Platform = "Instagram",
            Account = AccountOwner.Personal,
            Link = "",
            StillVisible = YesNoUnsure.Yes,
            NoticedOn = noticed,
            PatientRecognisable = patient,
            AlreadyDone = "",
            Source = source,
            Appearance = appearance,
            Route = route,
        };

    public static PersonInChat Priya { get; } =
        new(PersonId.Of("priya"), "Priya Shah", "https://smba.trafficmanager.net/teams/", "a:priya");

    /// <summary>Creates another instance's leases on the same database.</summary>
    public DeliveryLeases Instance() =>
        new(
            UnitOfWork,
            Outbox,
            Delivery,
            new DeliveryNotices(UnitOfWork, Outbox, Staff, Secrecy, Time),
            Time,
            NullLogger<DeliveryLeases>.Instance
        );

    /// <summary>Creates another instance's dispatcher. Nothing wakes it; it finds its work by sweeping.</summary>
    public DeliveryDispatcher Dispatcher(IDeliverySender post) =>
        new(
            new DueDeliveries(Database, Secrecy, Delivery, Time),
            Instance(),
            new Outbox(Time),
            post,
            Delivery,
            Time,
            NullLogger<DeliveryDispatcher>.Instance
        );

    public async Task<Incident> ReportedAsync(IncidentReport? report = null)
    {
        var result = await Store.ReportAsync(report ?? Report(), Priya, Guid.NewGuid(), default);
        Assert.Null(result.Refusal);
        return result.Incident!;
    }

    /// <summary>Creates a report whose card has been posted in the channel.</summary>
    public async Task<Incident> PostedAsync(IncidentReport? report = null)
    {
        var incident = await ReportedAsync(report);
        var row = await Backlog.FindAsync(IncidentDeliveryKinds.CardKey(new(incident.Id)), default);
        var claimed = await Leases.ClaimAsync(row!.Id, default);
        await Leases.FinishAsync(
            claimed!,
            new DeliveryOutcome.Sent(1, "https://smba.trafficmanager.net/teams/", $"{ChannelId};messageid=1", "card-1"),
            default
        );
        return incident;
    }

    public static IncidentRequest By(string manager, Incident incident, int seen = 1) =>
        new(new(incident.Id), seen, PersonId.Of(manager), $"Name of {manager}", $"{ChannelId};messageid=1");

    public ValueTask DisposeAsync() => Database.DisposeAsync();
}
