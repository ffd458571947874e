using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Guidance;
using HartwoodPolicyBot.Core.Incidents;
using HartwoodPolicyBot.Core.Interests;
using HartwoodPolicyBot.Core.ManagerQuestions;
using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.PolicyConcerns;
using HartwoodPolicyBot.Core.PolicySignOff;
using HartwoodPolicyBot.Core.PracticeAccounts;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Core.TaughtPhrasings;
using HartwoodPolicyBot.Core.Training;
using HartwoodPolicyBot.Core.Training.Scenarios;

namespace HartwoodPolicyBot.Tests.Privacy;

/// <summary>One row of each table in which something is kept under a person's name.</summary>
internal static class GivenRows
{
    public static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    private static readonly Guid Report = Guid.NewGuid();
    private static readonly Guid Round = Guid.NewGuid();
    private static readonly Guid Account = Guid.NewGuid();

    public static readonly object[] All =
    [
        new PolicyVersion
        {
            PolicySlug = "dress",
            Number = 2,
            Title = "Dress code policy",
            Fingerprint = "0123456789ab",
            Markdown = "",
            InForceFrom = DateOnly.FromDateTime(Now.Date),
            PublishedAt = Now,
            PublishedBy = "priya",
            PublishedByName = "Priya Shah",
            CalledOffAt = Now,
        },
        new PolicyDraft
        {
            PersonId = "priya",
            FileName = "Dress code.docx",
            SentAt = Now,
            ChangedAt = Now,
            Content = "",
        },
        new ScenarioRevision
        {
            ScenarioName = "p0123456789ab",
            Number = 1,
            Section = "Scope",
            Quote = "This policy applies to all employees.",
            Audience = "all",
            Text = "Kim posts a photo.",
            Options = "Yes\nNo",
            Answer = 1,
            Why = "It shows a patient.",
            At = Now,
            ById = "priya",
            ByName = "Priya Shah",
        },
        new GuidanceCheck
        {
            Id = Guid.NewGuid(),
            On = DateOnly.FromDateTime(Now.Date),
            At = Now,
            Result = GuidanceResult.NothingToChange,
            Documents = "gmc",
            ById = "priya",
            ByName = "Priya Shah",
        },
        new StaffMember
        {
            PersonId = "priya",
            Name = "Priya Shah",
            NotedAt = Now,
        },
        new StaffContact
        {
            PersonId = "priya",
            ServiceUrl = "https://smba.trafficmanager.net/teams/",
            ConversationId = "a:priya",
            NotedAt = Now,
        },
        new Installation
        {
            Place = "a:priya",
            Scope = InstallationScope.Personal,
            InstalledAt = Now,
        },
        new RefusedAttempt
        {
            Id = Guid.NewGuid(),
            At = Now,
            PersonId = "priya",
            Action = "file",
            Code = "not-yours",
        },
        new ManagerAction
        {
            Id = Guid.NewGuid(),
            At = Now,
            ManagerId = "priya",
            Action = "training.assign",
        },
        new SignOff
        {
            Id = Guid.NewGuid(),
            PersonId = "priya",
            PersonName = "Priya Shah",
            PolicySlug = "social-media",
            PolicyTitle = "Social media policy",
            PolicyVersion = "1 (0123456789ab)",
            AskedAt = Now,
        },
        new TrainingAssignment
        {
            Id = Guid.NewGuid(),
            Key = "induction:priya",
            PersonId = "priya",
            Kind = AssignmentKind.Induction,
            AssignedOn = new(2026, 11, 23),
            DueOn = new(2026, 12, 7),
        },
        new TrainingAttempt
        {
            Id = Round,
            PersonId = "priya",
            PersonName = "Priya Shah",
            Role = StaffRole.Clinical,
            Number = 1,
            PolicyName = "Social media policy",
            PolicyVersion = "1 (0123456789ab)",
            Plan = "a.0",
            StartedAt = Now,
            State = AttemptState.Passed,
        },
        new TrainingAnswer
        {
            AttemptId = Round,
            Number = 1,
            IsRight = true,
            At = Now,
        },
        new Incident
        {
            Id = Report,
            FormId = Guid.NewGuid(),
            Reference = "INC-2026-0001",
            State = IncidentState.New,
            Route = IncidentRoute.Managers,
            ReportedAt = Now,
            WhatHappened = "A photo.",
            Kind = IncidentKind.Other,
            Account = AccountOwner.Personal,
            StillVisible = YesNoUnsure.Yes,
            PatientRecognisable = YesNoUnsure.No,
            Source = IncidentSource.Staff,
            Appearance = ReporterVisibility.Named,
            ReporterId = "priya",
            ReporterName = "Priya Shah",
        },
        new TimelineEntry
        {
            IncidentId = Report,
            Number = 1,
            At = Now,
            By = "Priya Shah",
            ById = "priya",
            Kind = TimelineKind.Reported,
            From = IncidentState.New,
            To = IncidentState.New,
        },
        new ManagerQuestion
        {
            Id = Guid.NewGuid(),
            QuestionId = Guid.NewGuid(),
            AskerId = "priya",
            AskerName = "Priya Shah",
            AskedAt = Now,
            Text = "Who has the key?",
            Offered = "",
        },
        new SavedAnswer
        {
            Id = Guid.NewGuid(),
            Text = "Sandra.",
            By = "Priya Shah",
            ById = "priya",
            At = Now,
            Wordings =
            {
                new() { Number = 1, Text = "who has the key" },
            },
        },
        new PolicyConcern
        {
            Id = Guid.NewGuid(),
            FormMark = Guid.NewGuid(),
            Policy = "social-media",
            PolicyTitle = "Social media policy",
            PolicyVersion = "not stated (0123456789ab)",
            Text = "It assumes that everybody reads small print.",
            Visibility = ConcernVisibility.Named,
            RaisedAt = Now,
            RaiserId = "priya",
            RaiserName = "Priya Shah",
            State = ConcernState.Closed,
            Answer = "Mended.",
            AnsweredAt = Now,
            AnsweredById = "priya",
            AnsweredBy = "Priya Shah",
            EndedAt = Now,
            Version = 2,
        },
        new TaughtPhrasing
        {
            Id = Guid.NewGuid(),
            Text = "who may have the key",
            WordsHash = "0",
            PolicySlug = "social-media",
            Heading = "Anonymity",
            Clause = "This should not be done anonymously.",
            By = "Priya Shah",
            ById = "priya",
            At = Now,
        },
        new PlannedDelivery
        {
            Id = Guid.NewGuid(),
            Key = "due:priya:2026-11-23",
            Kind = DailyReminders.Kind,
            Place = Recipient.Person(PersonId.Of("priya")),
            CreatedAt = Now,
            DueAt = Now,
            State = DeliveryState.Sent,
        },
        new PracticeAccount
        {
            Id = Account,
            Platform = "Instagram",
            Name = "@hartwood",
            Purpose = "",
            State = PracticeAccountState.Listed,
            AskedById = "priya",
            AskedByName = "Priya Shah",
            AskedAt = Now,
        },
        new AccountAccess
        {
            AccountId = Account,
            PersonId = "priya",
            PersonName = "Priya Shah",
            State = AccessState.Granted,
            AskedAt = Now,
            DecidedById = "priya",
            DecidedByName = "Priya Shah",
            DecidedAt = Now,
        },
        new AccountLook
        {
            AccountId = Account,
            Month = new(2026, 11, 1),
            At = Now,
            ById = "priya",
            ByName = "Priya Shah",
        },
        new Interest
        {
            Id = Guid.NewGuid(),
            PersonId = "priya",
            PersonName = "Priya Shah",
            What = "A paid talk",
            Party = "Acme",
            DeclaredAt = Now,
            ConfirmedOn = new(2026, 11, 23),
        },
        new FileOffer
        {
            Id = Guid.NewGuid(),
            Kind = "my-data-page",
            PersonId = "priya",
            OfferedAt = Now,
            ValidUntil = Now,
        },
    ];
}
