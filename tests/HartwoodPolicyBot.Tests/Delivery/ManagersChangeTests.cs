using System.Text.Json;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Storage;
using HartwoodPolicyBot.Testing;
using HartwoodPolicyBot.Tests.Incidents;
using HartwoodPolicyBot.Tests.ManagerQuestions;
using HartwoodPolicyBot.Tests.Training;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HartwoodPolicyBot.Tests.Delivery;

/// <summary>
/// The practice managers change with the settings of a new start: waiting notices go to the present managers, and never to a former
/// one.
/// </summary>
public sealed class ManagersChangeTests
{
    private const string Before = "33333333-cccc-4000-8000-000000000001";
    private const string Now = "33333333-cccc-4000-8000-000000000002";
    private static readonly string[] Told =
    [
        "INC-2026-0001: Image of the workplace",
        "Question from Priya Shah",
        "Priya Shah may need some help with their training",
    ];

    [SkippableTheory]
    [InlineData(StorageProvider.Sqlite)]
    [InlineData(StorageProvider.PostgreSql)]
    public async Task Waiting_notices_go_once_to_the_present_managers_and_not_to_a_former_one_never_reached(StorageProvider provider)
    {
        await using var test = await TestDatabase.CreateAsync(provider);
        await using (var practice = await OpenAsync(test, provider, Before))
        {
            await WaitingAsync(practice);
        }

        await using (var practice = await OpenAsync(test, provider, Now))
        {
            Assert.Empty(await TitlesAsync(practice, Before));
            Assert.Equal(Told.Order(), (await TitlesAsync(practice, Now)).Order());
        }

        await using (var practice = await OpenAsync(test, provider, Now))
        {
            Assert.Empty(await TitlesAsync(practice, Before));
            Assert.Empty(await TitlesAsync(practice, Now));
        }
    }

    [Fact]
    public async Task The_successor_of_a_manager_who_was_told_hears_of_everything_that_is_still_open()
    {
        await using var test = await TestDatabase.CreateAsync(StorageProvider.Sqlite);
        await using (var practice = await OpenAsync(test, StorageProvider.Sqlite, Before))
        {
            await practice.Personal(Before).SayAsync("hello");
            var asker = await WaitingAsync(practice);
            await asker.FillAsync(
                (await ManagerQuestionTestHost.AskAsync(asker, "when is the flu clinic rota out")).Button("Withdraw question")
            );
            await practice.DeliveredAsync();
        }

        await using var after = await OpenAsync(test, StorageProvider.Sqlite, Now);
        Assert.Equal(Told[..2].Order(), (await TitlesAsync(after, Now)).Order());
    }

    [Fact]
    public async Task A_new_manager_is_not_told_of_items_that_are_in_a_channel()
    {
        await using var test = await TestDatabase.CreateAsync(StorageProvider.Sqlite);
        await using (var practice = await OpenAsync(test, StorageProvider.Sqlite, Before))
        {
            await practice.InChannel(Before).MentionAsync("use this channel");
            await Practice.ReportAsync(practice.Bot.Chat());
            await ManagerQuestionTestHost.AskAsync(practice.Bot.Chat());
            await practice.DeliveredAsync();
        }

        await using var after = await OpenAsync(test, StorageProvider.Sqlite, Now);
        Assert.Empty(await TitlesAsync(after, Now));
        Assert.Equal(
            0,
            await after.Bot.ReadAsync(database => database.Deliveries.CountAsync(row => row.Place == Recipient.Person(PersonId.Of(Now))))
        );
    }

    [Fact]
    public async Task A_former_manager_is_not_told_that_a_delivery_was_given_up_even_if_it_is_sent_again()
    {
        await using var practice = await Practice.OpenAsync();
        var former = practice.Personal(Before);
        var outbox = practice.Bot.Services.GetRequiredService<Outbox>();
        await practice.Bot.ReadAsync(database =>
        {
            database.Deliveries.AddRange(
                GivenUp("told", Recipient.Person(PersonId.Of("somebody"))),
                GivenUp(DeliveryNotices.Kind, Recipient.Person(PersonId.Of(Before))),
                GivenUp(DeliveryNotices.Kind, Recipient.Person(PersonId.Of(Practice.ManagerId)))
            );
            database.StaffContacts.Add(
                new()
                {
                    PersonId = Before,
                    ServiceUrl = practice.Bot.Teams.ServiceUrl.AbsoluteUri,
                    ConversationId = former.Conversation,
                }
            );
            return database.SaveChangesAsync();
        });
        await practice.Personal(Practice.ManagerId).SayAsync("hello");
        await practice.Bot.ReadAsync(database =>
            database
                .Deliveries.Where(row => row.Kind == DeliveryNotices.Kind)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.State, DeliveryState.Waiting))
        );
        outbox.Wake();
        await practice.DeliveredAsync();

        Assert.Empty(former.Sent);
        Assert.Contains(
            practice.Personal(Practice.ManagerId).Sent,
            sent => sent.Body.ToString().Contains("Some messages couldn't be delivered", StringComparison.Ordinal)
        );

        PlannedDelivery GivenUp(string kind, string place)
        {
            var row = outbox.Plan($"{Guid.NewGuid()}", kind, Guid.NewGuid(), 0, place, 0);
            row.State = DeliveryState.GivenUp;
            return row;
        }
    }

    private static Task<Practice> OpenAsync(TestDatabase test, StorageProvider provider, string manager) =>
        Practice.OpenAsync(
            withChannel: false,
            ("Storage:Provider", $"{provider}"),
            ("Storage:ConnectionString", test.ConnectionString),
            ("Staff:PracticeManagers:0", manager),
            ("Staff:PracticeManagers:1", manager.ToUpperInvariant())
        );

    /// <summary>Creates a report, a question, and three attempts at the training that were not passed.</summary>
    private static async Task<Chat> WaitingAsync(Practice practice)
    {
        var priya = new Chat(practice.Bot, "personal") { Name = "Priya Shah" };
        await Practice.ReportAsync(priya);
        await ManagerQuestionTestHost.AskAsync(priya);
        var learner = await Learner.StartAsync(practice.Bot, chat: priya);
        await learner.FinishAsync(wrong: 9);
        for (var round = 2; round <= 3; round++)
        {
            await learner.TapAsync("Try again");
            await learner.FinishAsync(wrong: 9);
        }

        await practice.DeliveredAsync();
        return priya;
    }

    /// <summary>Returns the titles of the cards that somebody gets when they first write to the bot.</summary>
    private static async Task<List<string>> TitlesAsync(Practice practice, string person)
    {
        var chat = practice.Personal(person);
        await practice.DeliveredAsync();
        await chat.SayAsync("hello");
        await practice.DeliveredAsync();
        return
        [
            .. chat
                .Sent.Where(sent => sent.Body.ValueKind == JsonValueKind.Object)
                .Select(sent => CardReader.Texts(Practice.CardOf(sent))[0])
                .Where(title => Told.Contains(title)),
        ];
    }
}
