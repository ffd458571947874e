using System.Text.Json;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Core.Storage;
using HartwoodPolicyBot.Testing;
using HartwoodPolicyBot.Tests.Incidents;
using HartwoodPolicyBot.Tests.ManagerQuestions;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HartwoodPolicyBot.Tests.Delivery;

/// <summary>People who blocked or removed the bot get nothing until they are back; then they get what waited.</summary>
public sealed class BackAgainTests
{
    [Fact]
    public async Task Somebody_who_writes_again_after_blocking_the_bot_gets_waiting_and_new_messages()
    {
        await using var host = await ManagerQuestionTestHost.OpenAsync();
        var priya = host.Staff();
        await ManagerQuestionTestHost.AskAsync(priya);
        host.Bot.Teams.Answer = (request, _) =>
            request.Path.Contains(priya.Conversation, StringComparison.Ordinal)
                ? Results.Json(
                    new { error = new { code = "MessageWritesBlocked", message = "" } },
                    statusCode: StatusCodes.Status403Forbidden
                )
                : null;
        await host.AnswerAsync("Ask Sandra.");
        Assert.Equal(DeliveryState.Stopped, await StateAsync(host));

        host.Bot.Teams.Answer = (_, _) => null;
        await priya.SayAsync("hi");
        await host.Practice.DeliveredAsync();
        Assert.Equal(DeliveryState.Sent, await StateAsync(host));
        Assert.Contains(priya.Sent, sent => sent.Body.ToString().Contains("Ask Sandra.", StringComparison.Ordinal));

        await ManagerQuestionTestHost.AskAsync(priya, "when is the flu clinic rota out");
        await host.AnswerAsync("On Friday.");
        Assert.Contains(priya.Sent, sent => sent.Body.ToString().Contains("On Friday.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_manager_who_blocked_the_bot_gets_messages_again_after_they_write_within_the_hour()
    {
        await using var practice = await Practice.OpenAsync();
        var manager = practice.Personal(Practice.ManagerId);
        await manager.SayAsync("hello");
        await StopAsync(practice, Recipient.Person(PersonId.Of(Practice.ManagerId)));
        practice.Bot.Time.Advance(TimeSpan.FromMinutes(2));

        await manager.SayAsync("hello");

        await practice.DeliveredAsync();
        Assert.NotEqual(
            DeliveryState.Stopped,
            await practice.Bot.ReadAsync(database => database.Deliveries.Select(row => row.State).SingleAsync())
        );
    }

    [Fact]
    public async Task Asking_in_a_group_after_removing_the_bot_brings_the_waiting_answer()
    {
        await using var host = await ManagerQuestionTestHost.OpenAsync();
        var priya = host.Staff();
        await ManagerQuestionTestHost.AskAsync(priya);
        await UpdateAsync(priya, "remove");
        await host.AnswerAsync("Ask Sandra.");
        Assert.Equal(DeliveryState.Held, await StateAsync(host));
        Assert.DoesNotContain(priya.Sent, sent => sent.Body.ToString().Contains("Ask Sandra.", StringComparison.Ordinal));

        host.Bot.Teams.Answer = (request, _) =>
            request.Path == "/v3/conversations" && request.Body.TryGetProperty("members", out JsonElement _)
                ? Results.Json(new { id = priya.Conversation }, statusCode: StatusCodes.Status201Created)
                : null;
        var group = new Chat(host.Bot, "groupChat") { Person = priya.Person, Name = priya.Name };
        var refusal = await group.MentionAsync("when is the flu clinic rota out");
        await group.ExecuteAsync(refusal.Button("Ask the practice manager"));
        await host.Practice.DeliveredAsync();

        Assert.Contains(priya.Sent, sent => sent.Body.ToString().Contains("Ask Sandra.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Reporting_a_message_after_removing_the_bot_brings_the_waiting_messages()
    {
        await using var practice = await Practice.OpenAsync();
        var priya = practice.Bot.Chat();
        var stopped = await StopAsync(practice, Recipient.Person(PersonId.Of(priya.Person[3..])));
        practice.Bot.Teams.Answer = (request, _) =>
            request.Path == "/v3/conversations" && request.Body.TryGetProperty("members", out JsonElement _)
                ? Results.Json(new { id = priya.Conversation }, statusCode: StatusCodes.Status201Created)
                : null;
        var group = new Chat(practice.Bot, "groupChat") { Person = priya.Person };

        await MessageReportTests.ReportAsync(practice, group);

        Assert.NotEqual(
            DeliveryState.Stopped,
            await practice.Bot.ReadAsync(database =>
                database.Deliveries.Where(row => row.Id == stopped).Select(row => row.State).SingleAsync()
            )
        );
    }

    [SkippableTheory]
    [InlineData(StorageProvider.Sqlite)]
    [InlineData(StorageProvider.PostgreSql)]
    public async Task An_instance_learns_within_a_minute_of_deliveries_that_another_one_put_on_hold(StorageProvider provider)
    {
        await using var test = await TestDatabase.CreateAsync(provider);
        await using var bot = await BotHost.StartAsync(
            ("Storage:Provider", $"{provider}"),
            ("Storage:ConnectionString", test.ConnectionString)
        );
        var awaited = bot.Services.GetRequiredService<WaitingRecipients>();
        Assert.False(await awaited.TakeAsync(Recipient.Person(PersonId.Of("priya")), default));
        await bot.ReadAsync(database =>
        {
            database.Deliveries.Add(Row(bot, Recipient.Person(PersonId.Of("priya"))));
            return database.SaveChangesAsync();
        });

        Assert.False(await awaited.TakeAsync(Recipient.Person(PersonId.Of("priya")), default));
        bot.Time.Advance(TimeSpan.FromSeconds(61));
        Assert.True(await awaited.TakeAsync(Recipient.Person(PersonId.Of("priya")), default));
        Assert.False(await awaited.TakeAsync(Recipient.Person(PersonId.Of("priya")), default));
    }

    [SkippableTheory]
    [InlineData(StorageProvider.Sqlite)]
    [InlineData(StorageProvider.PostgreSql)]
    public async Task Somebody_who_adds_the_bot_again_is_stored_even_when_another_instance_deleted_them(StorageProvider provider)
    {
        await using var test = await TestDatabase.CreateAsync(provider);
        (string, string)[] settings =
        [
            ("Storage:Provider", $"{provider}"),
            ("Storage:ConnectionString", test.ConnectionString),
            ("Staff:PracticeManagers:0", Practice.ManagerId),
        ];
        await using var one = await BotHost.StartAsync(settings);
        await using var two = await BotHost.StartAsync(settings);
        foreach (var person in new[] { Practice.ManagerId, "22222222-bbbb-4000-8000-000000000001" })
        {
            await UpdateAsync(In(two, person), "add");
            await UpdateAsync(In(one, person), "remove");
            Assert.Null(await FindAsync(person));

            await UpdateAsync(In(two, person), "add");
            Assert.NotNull(await FindAsync(person));
        }

        Task<StaffContact?> FindAsync(string person) =>
            one.ReadAsync(database => database.StaffContacts.FirstOrDefaultAsync(row => row.PersonId == person));
        static Chat In(BotHost bot, string person) => new(bot, "personal") { Person = $"29:{person}", Conversation = $"a:{person}" };
    }

    private static async Task UpdateAsync(Chat chat, string action)
    {
        var update = chat.Activity("installationUpdate");
        update["action"] = action;
        await chat.SendAsync(update);
    }

    private static Task<DeliveryState> StateAsync(ManagerQuestionTestHost host) =>
        host.Bot.ReadAsync(database =>
            database
                .Deliveries.Where(row => row.Kind == "question-answer")
                .OrderBy(row => row.CreatedAt)
                .Select(row => row.State)
                .FirstAsync()
        );

    private static async Task<Guid> StopAsync(Practice practice, string place)
    {
        var row = Row(practice.Bot, place);
        await practice.Bot.ReadAsync(database =>
        {
            database.Deliveries.Add(row);
            return database.SaveChangesAsync();
        });
        return row.Id;
    }

    private static PlannedDelivery Row(BotHost bot, string place)
    {
        var row = bot
            .Services.GetRequiredService<Outbox>()
            .Plan($"given-up:{Guid.NewGuid()}", DeliveryNotices.Kind, Guid.NewGuid(), 0, place, 0);
        row.State = DeliveryState.Stopped;
        return row;
    }
}
