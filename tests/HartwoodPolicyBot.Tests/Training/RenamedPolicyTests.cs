using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Storage;
using HartwoodPolicyBot.Core.Training;
using HartwoodPolicyBot.Start;
using HartwoodPolicyBot.Testing;
using HartwoodPolicyBot.Tests.Incidents;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HartwoodPolicyBot.Tests.Training;

/// <summary>The policy's file was renamed, so the records about the policy do not find it.</summary>
public sealed class RenamedPolicyTests : IDisposable
{
    private const string Sam = "33333333-cccc-4000-8000-000000000001";
    private const string Line =
        "There is no policy file called social-media.md, so I can't use what I have for it: phrasings, training, "
        + "brief. Ask the person who runs me to give the policy's file that name again, or to delete these from Content "
        + "if the policy is gone.";
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("policies");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Status_and_log_report_the_missing_policy_and_training_pauses_until_its_name_is_right_again()
    {
        await using var test = await TestDatabase.CreateAsync(StorageProvider.Sqlite);
        File.Copy(
            Path.Combine(AppContext.BaseDirectory, "Content/Policies/social-media.md"),
            Path.Combine(folder.FullName, "social-media-policy-2027.md")
        );
        await using (var practice = await Practice.OpenAsync(settings: ("Storage:ConnectionString", test.ConnectionString)))
        {
            Assert.DoesNotContain(
                "social-media.md",
                string.Join(' ', (await practice.Personal(Practice.ManagerId).SayAsync("status")).Texts),
                StringComparison.Ordinal
            );
            await SamOf(practice).SendAsync(Installed(SamOf(practice)));
            practice.Bot.Time.Advance(TimeSpan.FromDays(21));
            await PlanAsync(practice);
        }

        await AsIfStoppedBeforeSendingAsync(test);
        await AsIfTakenOverAsync(test);

        await using (
            var practice = await Practice.OpenAsync(
                settings: [("Storage:ConnectionString", test.ConnectionString), ("Policies:Folder", folder.FullName)]
            )
        )
        {
            // A message that was planned before the start is not sent after it either.
            practice.Bot.Time.Advance(TimeSpan.FromDays(21));
            await PlanAsync(practice);
            practice.Bot.Time.Advance(TimeSpan.FromDays(7));
            await PlanAsync(practice);

            Assert.Equal(
                [DeliveryState.Dropped, DeliveryState.Dropped],
                await practice.Bot.ReadAsync(database =>
                    database
                        .Deliveries.Where(row => row.Kind == DailyReminders.Kind || row.Kind == TrainingDeliveryKinds.Overdue)
                        .Select(row => row.State)
                        .ToListAsync()
                )
            );
            var manager = practice.Personal(Practice.ManagerId);
            Assert.Contains(Line, (await manager.SayAsync("status")).Texts);
            await practice.Bot.Services.GetRequiredService<SelfCheck>().RunAsync(default);
            Assert.Contains(practice.Bot.Log.All, line => line == $"Warning: Self-check: {Line}");
            var person = await manager.FillAsync((await manager.SayAsync("training status")).Button("Sam"));
            Assert.Equal(
                TrainingRefusals.NotOffered.Sentence,
                CardReader.Texts(await manager.FillAsync(CardReader.Button(person, "Send reminder")))[0]
            );
            var form = await manager.FillAsync(CardReader.Button(person, "Assign training"));
            Assert.Contains(
                TrainingRefusals.NotOffered.Sentence,
                CardReader.Texts(
                    await manager.FillAsync(
                        CardReader.Button(form, "Assign training"),
                        new() { ["reason"] = "Review", ["due"] = "2027-03-01" }
                    )
                )
            );
        }

        await AsIfTakenOverAsync(test);
        await using (var practice = await Practice.OpenAsync(settings: ("Storage:ConnectionString", test.ConnectionString)))
        {
            await SamOf(practice).SayAsync("training");
            practice.Bot.Time.Advance(TimeSpan.FromDays(36));
            await PlanAsync(practice);

            Assert.Equal(
                "Induction training: overdue by 22 days (was due on 7 December 2026)",
                SamOf(practice).Sent[^1].Body.GetProperty("summary").GetString()
            );
        }
    }

    private static Chat SamOf(Practice practice) =>
        new(practice.Bot, "personal")
        {
            Person = $"29:{Sam}",
            Conversation = "a:sam",
            Name = "Sam",
        };

    private static System.Text.Json.Nodes.JsonObject Installed(Chat chat)
    {
        var installed = chat.Activity("installationUpdate");
        installed["action"] = "add";
        return installed;
    }

    private static async Task PlanAsync(Practice practice)
    {
        await practice.Bot.Services.GetRequiredService<DailyReminders>().PlanDueAsync(default);
        await practice.Bot.Services.GetRequiredService<TrainingReminders>().PlanOverdueAsync(default);
        practice.Bot.Services.GetRequiredService<Outbox>().Wake();
        await practice.DeliveredAsync();
    }

    /// <summary>Takes the versions away, because only a database without any takes the policies from their files.</summary>
    private static async Task AsIfTakenOverAsync(TestDatabase test)
    {
        await using var database = test.Open();
        await database.PolicyVersions.ExecuteDeleteAsync();
        await database.PublishedPolicies.ExecuteDeleteAsync();
    }

    private static async Task AsIfStoppedBeforeSendingAsync(TestDatabase test)
    {
        await using var database = test.Open();
        Assert.Equal(
            2,
            await database
                .Deliveries.Where(row => row.Kind == DailyReminders.Kind || row.Kind == TrainingDeliveryKinds.Overdue)
                .ExecuteUpdateAsync(set =>
                    set.SetProperty(row => row.State, DeliveryState.Waiting)
                        .SetProperty(row => row.Shown, 0)
                        .SetProperty(row => row.SentAt, (DateTimeOffset?)null)
                        .SetProperty(row => row.ServiceUrl, (string?)null)
                        .SetProperty(row => row.ConversationId, (string?)null)
                        .SetProperty(row => row.ActivityId, (string?)null)
                )
        );
    }
}
