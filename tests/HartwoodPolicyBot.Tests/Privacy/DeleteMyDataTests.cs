using System.Text.Json;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Privacy;
using HartwoodPolicyBot.Core.Storage;
using HartwoodPolicyBot.Core.Training;
using HartwoodPolicyBot.Testing;
using HartwoodPolicyBot.Tests.Cards;
using HartwoodPolicyBot.Tests.Incidents;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HartwoodPolicyBot.Tests.Privacy;

/// <summary>People delete what is stored about them, and what is evidence or still due stays.</summary>
public sealed class DeleteMyDataTests
{
    public static TheoryData<StorageProvider> Providers => [StorageProvider.Sqlite, StorageProvider.PostgreSql];

    [Fact]
    public async Task A_chat_stays_while_something_is_due_and_can_be_deleted_on_request_afterwards()
    {
        await using var practice = await Practice.OpenAsync();
        var zoe = await MyDataChat.InstallAsync(practice.Bot, "Zoe Ward");
        var before = await zoe.SayAsync("my data");
        foreach (var phrase in new[] { "delete my data", "forget me" })
        {
            var stays = await zoe.SayAsync(phrase);
            CardRules.Hold(stays.Card);
            Assert.Equal("There's nothing to delete at the moment", stays.Texts[0]);
            Assert.Contains("What I have to keep, and why", stays.Texts);
            Assert.Contains(
                stays.Texts,
                text => text.StartsWith("Your chat with me: 1 record. Kept until you remove me. I may", StringComparison.Ordinal)
            );
        }

        Assert.DoesNotContain("Delete what I can", before.Buttons);
        var forced = await zoe.FillAsync(With(before.Button("View as a page"), "my-data-delete"));
        Assert.Equal("There was nothing to delete", CardReader.Texts(forced)[0]);

        await practice.Bot.ReadAsync(database =>
            database.TrainingAssignments.ExecuteUpdateAsync(set => set.SetProperty(row => row.CompletedAt, practice.Bot.Time.GetUtcNow()))
        );
        var asked = (await zoe.SayAsync("delete my data")).Card;
        Assert.Equal(
            "Delete 2 records?",
            CardReader.Texts(await zoe.FillAsync((await zoe.SayAsync("my data")).Button("Delete what I can")))[0]
        );
        CardRules.Hold(asked);
        Assert.Equal("Delete 2 records?", CardReader.Texts(asked)[0]);
        Assert.Contains(
            CardReader.Texts(asked),
            text => text.StartsWith("Training assigned to you: 1 record. Kept for 10 years", StringComparison.Ordinal)
        );
        Assert.Equal("What I hold about you", CardReader.Texts(await zoe.FillAsync(CardReader.Button(asked, "Cancel")))[0]);
        Assert.Equal(1, await CountAsync());
        var deleted = await zoe.FillAsync(CardReader.Button(asked, "Delete records"));
        CardRules.Hold(deleted);
        Assert.Equal("Deleted: 2 records", CardReader.Texts(deleted)[0]);
        Assert.Equal(0, await CountAsync());
        Assert.Equal(0, await practice.Bot.ReadAsync(database => database.Installations.CountAsync(row => row.Place == zoe.Conversation)));
        var left = CardReader.Texts(await zoe.FillAsync(CardReader.Button(deleted, "See what's left")));
        Assert.DoesNotContain(left, text => text.StartsWith("That you've added me", StringComparison.Ordinal));
        Assert.DoesNotContain(left, text => text.StartsWith("Your chat with me", StringComparison.Ordinal));
        Assert.Equal("There was nothing to delete", CardReader.Texts(await zoe.FillAsync(CardReader.Button(asked, "Delete records")))[0]);

        // Somebody who starts their training again can be reminded again.
        await zoe.SayAsync("training");
        Assert.Equal(1, await CountAsync());

        Task<int> CountAsync() => MyDataChat.ContactsAsync(practice, zoe);
    }

    [SkippableTheory]
    [MemberData(nameof(Providers))]
    public async Task Deleting_removes_old_messages_and_closed_attempts_and_keeps_evidence_and_todays_message(StorageProvider provider)
    {
        await using var test = await TestDatabase.CreateAsync(provider);
        await using var bot = await BotHost.StartAsync(
            ("Storage:Provider", $"{provider}"),
            ("Storage:ConnectionString", test.ConnectionString)
        );
        var now = bot.Time.GetUtcNow();
        await using (var database = test.Open())
        {
            database.Deliveries.AddRange(
                Sent("priya", DailyReminders.Kind, now.AddDays(-1)),
                Sent("priya", DailyReminders.Kind, now),
                Sent("priya", "told", now.AddDays(-9)),
                Sent("tom", DailyReminders.Kind, now.AddDays(-1))
            );
            database.TrainingAttempts.AddRange(
                Attempt("priya", 1, AttemptState.Passed),
                Attempt("priya", 2, AttemptState.Failed),
                Attempt("priya", 3, AttemptState.Outdated),
                Attempt("tom", 1, AttemptState.Outdated)
            );
            database.PolicyReadings.Add(
                new()
                {
                    Id = Guid.NewGuid(),
                    PersonId = "priya",
                    PersonName = "Priya",
                    PolicySlug = "social-media",
                    PolicyTitle = "",
                    PolicyVersion = "an older version",
                    AskedAt = now,
                }
            );
            await database.SaveChangesAsync();
        }

        var requests = bot.Services.GetRequiredService<PersonalDataRequests>();
        Assert.Equal(2, (await requests.AboutAsync(PersonId.Of("PRIYA"), default)).MayGo);
        var (count, left) = await requests.DeleteAsync(PersonId.Of("PRIYA"), default);

        Assert.Equal((2, 0), (count, left.MayGo));
        await using var after = test.Open();
        Assert.Equal(
            (2, 1),
            (
                await after.Deliveries.CountAsync(row => row.Place == "person:priya"),
                await after.Deliveries.CountAsync(row => row.Place == "person:tom")
            )
        );
        Assert.Equal(
            (2, 1),
            (
                await after.TrainingAttempts.CountAsync(row => row.PersonId == "priya"),
                await after.TrainingAttempts.CountAsync(row => row.PersonId == "tom")
            )
        );
        Assert.Equal(1, await after.PolicyReadings.CountAsync());
        Assert.Contains(
            bot.Log.All,
            line =>
                line.Contains("Deleted because somebody asked", StringComparison.Ordinal)
                && !line.Contains("priya", StringComparison.OrdinalIgnoreCase)
        );

        PlannedDelivery Sent(string person, string kind, DateTimeOffset at) =>
            new()
            {
                Id = Guid.NewGuid(),
                Key = $"{Guid.NewGuid()}",
                Kind = kind,
                Place = Recipient.Person(PersonId.Of(person)),
                CreatedAt = at,
                State = DeliveryState.Sent,
                DueAt = at,
            };

        TrainingAttempt Attempt(string person, int number, AttemptState state) =>
            new()
            {
                Id = Guid.NewGuid(),
                PersonId = person,
                PersonName = person,
                Number = number,
                PolicyName = "",
                PolicyVersion = "",
                Plan = "a.0",
                StartedAt = now,
                FinishedAt = now,
                State = state,
            };
    }

    private static JsonElement With(JsonElement button, string verb)
    {
        var changed = System.Text.Json.Nodes.JsonNode.Parse(button.GetRawText())!.AsObject();
        changed["verb"] = verb;
        changed["data"]!["verb"] = verb;
        return JsonSerializer.SerializeToElement(changed);
    }
}
