using HartwoodPolicyBot.Core.Channels;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Guidance;
using HartwoodPolicyBot.Core.Incidents;
using HartwoodPolicyBot.Core.Interests;
using HartwoodPolicyBot.Core.ManagerQuestions;
using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.PolicyConcerns;
using HartwoodPolicyBot.Core.PolicySignOff;
using HartwoodPolicyBot.Core.PostChecks;
using HartwoodPolicyBot.Core.PracticeAccounts;
using HartwoodPolicyBot.Core.Privacy;
using HartwoodPolicyBot.Core.QuestionLog;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Core.TaughtPhrasings;
using HartwoodPolicyBot.Core.Training;
using HartwoodPolicyBot.Core.Training.Scenarios;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.Storage;

/// <summary>Maps everything that the bot stores. The tables are the same on SQLite and PostgreSQL, and times are in UTC.</summary>
public sealed class HartwoodDbContext(DbContextOptions<HartwoodDbContext> options) : DbContext(options)
{
    public DbSet<LoggedQuestion> Questions => Set<LoggedQuestion>();

    public DbSet<ManagerQuestion> ManagerQuestions => Set<ManagerQuestion>();

    public DbSet<SavedAnswer> ManagerAnswers => Set<SavedAnswer>();

    public DbSet<QuestionCount> QuestionCounts => Set<QuestionCount>();

    public DbSet<Installation> Installations => Set<Installation>();

    public DbSet<StaffContact> StaffContacts => Set<StaffContact>();

    public DbSet<PlannedDelivery> Deliveries => Set<PlannedDelivery>();

    public DbSet<Incident> Incidents => Set<Incident>();

    public DbSet<IncidentNumber> IncidentNumbers => Set<IncidentNumber>();

    public DbSet<IncidentsChannel> IncidentsChannels => Set<IncidentsChannel>();

    public DbSet<RefusedAttempt> RefusedAttempts => Set<RefusedAttempt>();

    public DbSet<ManagerAction> ManagerActions => Set<ManagerAction>();

    public DbSet<StaffMember> StaffMembers => Set<StaffMember>();

    public DbSet<TrainingAssignment> TrainingAssignments => Set<TrainingAssignment>();

    public DbSet<TrainingAttempt> TrainingAttempts => Set<TrainingAttempt>();

    public DbSet<TrainingAnswer> TrainingAnswers => Set<TrainingAnswer>();

    public DbSet<ScenarioRevision> ScenarioRevisions => Set<ScenarioRevision>();

    public DbSet<GuidanceCheck> GuidanceChecks => Set<GuidanceCheck>();

    public DbSet<FileOffer> FileOffers => Set<FileOffer>();

    public DbSet<SignOff> PolicyReadings => Set<SignOff>();

    public DbSet<SignOffRound> PolicyRounds => Set<SignOffRound>();

    public DbSet<PolicyVersion> PolicyVersions => Set<PolicyVersion>();

    public DbSet<PublishedPolicy> PublishedPolicies => Set<PublishedPolicy>();

    public DbSet<PolicyDraft> PolicyDrafts => Set<PolicyDraft>();

    public DbSet<PostCheckCount> PostCheckCounts => Set<PostCheckCount>();

    public DbSet<PracticeAccount> PracticeAccounts => Set<PracticeAccount>();

    public DbSet<AccountAccess> AccountAccess => Set<AccountAccess>();

    public DbSet<AccountLook> AccountLooks => Set<AccountLook>();

    public DbSet<Interest> Interests => Set<Interest>();

    public DbSet<TaughtPhrasing> TaughtPhrasings => Set<TaughtPhrasing>();

    public DbSet<PolicyConcern> PolicyConcerns => Set<PolicyConcern>();

    public DbSet<RetentionNight> RetentionNights => Set<RetentionNight>();

    /// <summary>
    /// Says whether this unit of work planned or released something to send, so that the dispatcher is woken after the commit.
    /// </summary>
    internal bool HasNewDeliveries { get; set; }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcConverter>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        QuestionLogTables.Map(modelBuilder);
        ManagerQuestionTables.Map(modelBuilder);
        StaffTables.Map(modelBuilder);
        AuditTables.Map(modelBuilder);
        ChannelTables.Map(modelBuilder);
        DeliveryTables.Map(modelBuilder);
        IncidentTables.Map(modelBuilder);
        TrainingTables.Map(modelBuilder);
        ScenarioTables.Map(modelBuilder);
        GuidanceTables.Map(modelBuilder);
        SignOffTables.Map(modelBuilder);
        PolicyTables.Map(modelBuilder);
        PostCheckTables.Map(modelBuilder);
        PracticeAccountTables.Map(modelBuilder);
        InterestTables.Map(modelBuilder);
        TaughtPhrasingTables.Map(modelBuilder);
        PolicyConcernTables.Map(modelBuilder);
        RetentionTables.Map(modelBuilder);
    }
}
