using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.PolicySignOff;
using HartwoodPolicyBot.Core.Privacy;
using HartwoodPolicyBot.Core.QuestionLog;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Core.Storage;
using HartwoodPolicyBot.Core.Training;
using HartwoodPolicyBot.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HartwoodPolicyBot.Tests.Privacy;

/// <summary>Starts bots whose data is deleted, adds rows of a chosen age and lists those that are left.</summary>
internal static class RetentionRows
{
    public static Retention Retention(BotHost bot) => bot.Services.GetRequiredService<Retention>();

    public static Task<BotHost> StartAsync(TestDatabase test, StorageProvider provider) =>
        BotHost.StartAsync(("Storage:Provider", $"{provider}"), ("Storage:ConnectionString", test.ConnectionString));

    public static void Add(HartwoodDbContext database, string what, string name, DateTimeOffset at) =>
        _ = what switch
        {
            "question" => database.Add(
                (object)
                    new LoggedQuestion
                    {
                        Id = Guid.NewGuid(),
                        AskedAt = at,
                        Text = name,
                        Sections = "",
                        PolicyVersion = "",
                        Verdict = AnswerVerdict.Answered,
                    }
            ),
            "refused" => database.Add(
                (object)
                    new RefusedAttempt
                    {
                        Id = Guid.NewGuid(),
                        At = at,
                        Action = name,
                        Code = "c",
                    }
            ),
            "did" => database.Add(
                (object)
                    new ManagerAction
                    {
                        Id = Guid.NewGuid(),
                        At = at,
                        Action = name,
                        ManagerId = "m",
                    }
            ),
            "attempt" => database.Add(
                (object)
                    new TrainingAttempt
                    {
                        Id = Guid.NewGuid(),
                        PersonId = name,
                        PersonName = name,
                        PolicyName = "",
                        PolicyVersion = "",
                        Plan = "a.0",
                        StartedAt = at,
                        FinishedAt = at,
                        State = AttemptState.Passed,
                    }
            ),
            "assignment" => database.Add(
                (object)
                    new TrainingAssignment
                    {
                        Id = Guid.NewGuid(),
                        Key = name,
                        PersonId = name,
                        CompletedAt = at,
                    }
            ),
            "left" => database.Add(
                (object)
                    new StaffMember
                    {
                        PersonId = $"left {name}",
                        Name = name,
                        NotedAt = at,
                        SetAsideAt = at,
                    }
            ),
            "reading" => database.Add((object)Reading(name, "an older version", at)),
            _ => database.Add(
                (object)
                    new PlannedDelivery
                    {
                        Id = Guid.NewGuid(),
                        Key = $"{what}|{name}",
                        Kind = what,
                        Place = "p",
                        CreatedAt = at,
                        State = DeliveryState.Sent,
                    }
            ),
        };

    public static SignOff Reading(string name, string version, DateTimeOffset at) =>
        new()
        {
            Id = Guid.NewGuid(),
            PersonId = name,
            PersonName = name,
            PolicySlug = "social-media",
            PolicyTitle = "",
            PolicyVersion = version,
            AskedAt = at,
            ReadAt = at,
        };

    public static PlannedDelivery Sent(BotHost bot, string kind, string name, DateTimeOffset at, string? key = null) =>
        new()
        {
            Id = Guid.NewGuid(),
            Key = key ?? $"{kind}|{name}",
            Kind = kind,
            Subject = Guid.NewGuid(),
            Place = "p",
            CreatedAt = at,
            DueAt = bot.Time.GetUtcNow(),
            State = DeliveryState.Sent,
        };

    public static async Task<IReadOnlyList<string>> LeftAsync(TestDatabase test)
    {
        await using var database = test.Open();
        return
        [
            .. await database.Questions.Select(row => "question " + row.Text).ToListAsync(),
            .. await database.RefusedAttempts.Select(row => "refused " + row.Action).ToListAsync(),
            .. await database.ManagerActions.Select(row => "did " + row.Action).ToListAsync(),
            .. (await database.Deliveries.Select(row => row.Key).ToListAsync()).Select(key => key.Replace('|', ' ')),
            .. await database.TrainingAttempts.Select(row => "attempt " + row.PersonId).ToListAsync(),
            .. await database.TrainingAssignments.Select(row => "assignment " + row.Key).ToListAsync(),
            .. await database.StaffMembers.Select(row => row.PersonId).ToListAsync(),
            .. await database.PolicyReadings.Select(row => "reading " + row.PersonId).ToListAsync(),
        ];
    }
}
