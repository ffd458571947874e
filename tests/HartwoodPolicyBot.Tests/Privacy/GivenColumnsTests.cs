using HartwoodPolicyBot.Core.Channels;
using HartwoodPolicyBot.Core.Common;
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
using HartwoodPolicyBot.Core.Storage;
using HartwoodPolicyBot.Core.TaughtPhrasings;
using HartwoodPolicyBot.Core.Training;
using HartwoodPolicyBot.Core.Training.Scenarios;
using HartwoodPolicyBot.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;

namespace HartwoodPolicyBot.Tests.Privacy;

/// <summary>
/// My data shows every stored column: each column of each table is changed in turn, and what the person is shown must change with it.
/// Columns that are left out are listed here with the reason, so that a new column or table is never forgotten.
/// </summary>
public sealed class GivenColumnsTests
{
    /// <summary>Lists the tables in which nothing is kept under a person's name.</summary>
    private static readonly Type[] OfNobody =
    [
        typeof(LoggedQuestion), // Words and time, without a person.
        typeof(QuestionCount), // Only counts.
        typeof(AnswerWording), // How something was asked, without a person.
        typeof(IncidentAction), // What the practice is to do about a report.
        typeof(IncidentNumber), // Only a counter.
        typeof(IncidentsChannel), // Only a channel.
        typeof(SignOffRound), // The sender sees it among their actions as a practice manager.
        typeof(RetentionNight), // Only a night.
        typeof(PostCheckCount), // Only counts.
        typeof(PublishedPolicy), // Whether a policy is in use.
    ];

    /// <summary>Lists the columns beside the keys that are not shown, with the reason.</summary>
    private static readonly Dictionary<Type, string[]> LeftOut = new()
    {
        [typeof(StaffMember)] = [],
        [typeof(StaffContact)] = [],
        [typeof(Installation)] = [],
        [typeof(RefusedAttempt)] = [],
        [typeof(ManagerAction)] = ["Subject"], // It is about another person.
        [typeof(SignOff)] = ["PolicySlug"], // The title says which policy it is.
        // The attempt that completed it, and the key that prevents a second assignment.
        [typeof(TrainingAssignment)] = ["CompletedBy", "Key"],
        // The secret address is shown in my training; the others are a setting of the practice and how the draw was made.
        [typeof(TrainingAttempt)] = ["Link", "PassPercent", "Running", "Seed"],
        [typeof(TrainingAnswer)] = ["Option"], // Whether the answer was right is shown.
        [typeof(Incident)] =
        [
            // These columns prevent a second arrival or a simultaneous change, or find an anonymous report by its code.
            "FormId",
            "Version",
            "CodeHash",
            // These say who handled the report and what they wrote and decided, which is not the reporter's data.
            "OwnerId",
            "OwnerName",
            "Consequence",
            "Likelihood",
            "Flags",
            "Outcome",
            "Learning",
            "BreachClockFrom",
            "BreachDecision",
            "BreachReason",
            "ComplaintDue",
            "ComplaintAcknowledgedAt",
        ],
        [typeof(TimelineEntry)] = ["From", "To", "Press"], // The step says so, and what prevents a second press.
        [typeof(ManagerQuestion)] =
        [
            "QuestionId",
            "TakenBackAt",
            "WasAnswered",
            "Offered",
            "Version",
            "AnsweredById",
            "AnsweredTogether",
            "GivenAs",
        ], // What the bot did with it, and ids of others.
        [typeof(SavedAnswer)] = ["Version"],
        // The title says which policy it is; the others prevent a second arrival or a simultaneous change, or find an anonymous one.
        [typeof(PolicyConcern)] = ["Policy", "FormMark", "CodeHash", "Version"],
        [typeof(TaughtPhrasing)] = ["PolicySlug", "Version", "WordsHash"], // What the bot finds it by.
        [typeof(PlannedDelivery)] =
        [
            "ActivityId",
            "Attempts",
            "ConversationId",
            "DueAt",
            "FailingSince",
            "Fault",
            "KeepsDayOnly",
            "Key",
            "Lease",
            "LeaseUntil",
            "ServiceUrl",
            "Shown",
            "State",
            "Step",
            "Subject",
            "Wanted",
        ], // How the message was delivered.
        // The practice's text and what it says of itself; who published it and when is shown.
        [typeof(PolicyVersion)] =
        [
            "ApprovedOn",
            "BroughtBack",
            "Fingerprint",
            "InForceFrom",
            "IsMinor",
            "KnownAs",
            "Markdown",
            "Owner",
            "PolicySlug",
            "ReviewBy",
            "StatedVersion",
        ],
        [typeof(PolicyDraft)] = ["Content", "Replaces", "Revision"], // The practice's text, and which policy it is to replace.
        [typeof(PracticeAccount)] = ["HasSecondFactor", "Version"], // About the account, and what prevents a simultaneous change.
        [typeof(AccountAccess)] = ["Version"], // It prevents a simultaneous change.
        [typeof(AccountLook)] = [],
        [typeof(Interest)] = ["Version"], // It prevents a change by an older card.
        [typeof(ScenarioRevision)] = [],
        [typeof(GuidanceCheck)] = [],
        [typeof(FileOffer)] = ["Arguments", "Hash", "ValidUntil"], // Which days, the secret of the link, and minutes after the offer.
    };

    [Fact]
    public async Task Each_stored_column_is_shown_to_its_person_or_listed_here_with_a_reason()
    {
        await using var bot = await BotHost.StartAsync();
        await using var database = await bot.Services.GetRequiredService<IDbContextFactory<HartwoodDbContext>>().CreateDbContextAsync();
        database.AddRange(GivenRows.All);
        await database.SaveChangesAsync();
        var given = await GivenAsync(bot);

        Assert.Equal(Names(database.Model.GetEntityTypes().Select(entity => entity.ClrType)), Names(OfNobody.Concat(LeftOut.Keys)));
        foreach (var row in GivenRows.All)
        {
            var unseen = new List<string>();
            foreach (var property in database.Entry(row).Properties.Where(property => !property.Metadata.IsPrimaryKey()))
            {
                var was = property.CurrentValue;
                property.CurrentValue = Other(property.Metadata, was);
                await database.SaveChangesAsync();
                if (await GivenAsync(bot) == given)
                {
                    unseen.Add(property.Metadata.Name);
                }

                property.CurrentValue = was;
                await database.SaveChangesAsync();
            }

            Assert.Equal((row.GetType().Name, Line(LeftOut[row.GetType()])), (row.GetType().Name, Line(unseen)));
        }
    }

    private static async Task<string> GivenAsync(BotHost bot)
    {
        var about = await bot.Services.GetRequiredService<PersonalDataRequests>().AboutAsync(PersonId.Of("priya"), default);
        return string.Join(
            '\n',
            about.Kinds.SelectMany(kind =>
                kind.Records.SelectMany(record => record.Fields.Select(field => $"{kind.Title}: {field.Name}: {field.Value}"))
            )
        );
    }

    private static object Other(IProperty property, object? was) =>
        (Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType) switch
        {
            var type when type == typeof(string) => $"{was} b.0",
            var type when type == typeof(DateTimeOffset) => (was is DateTimeOffset at ? at : GivenRows.Now).AddDays(400),
            var type when type == typeof(DateOnly) => (was is DateOnly day ? day : new(2026, 11, 23)).AddDays(400),
            var type when type == typeof(bool) => was is not true,
            var type when type == typeof(Guid) => Guid.NewGuid(),
            var type when type == typeof(int) => (was as int? ?? 0) + 1,
            var type when type.IsEnum => Enum.GetValues(type).Cast<object>().First(value => !value.Equals(was)),
            var type => throw new NotSupportedException($"{property.Name} is a {type.Name}: say here what another value is."),
        };

    private static string Names(IEnumerable<Type> types) => Line(types.Select(type => type.Name));

    private static string Line(IEnumerable<string> names) => string.Join(' ', names.Order(StringComparer.Ordinal));
}
