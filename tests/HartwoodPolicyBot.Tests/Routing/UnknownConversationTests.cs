using HartwoodPolicyBot.Testing;
using HartwoodPolicyBot.Tests.Training;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Tests.Routing;

/// <summary>A conversation of a type that Teams does not name may be a channel, so nothing private is shown in it.</summary>
public sealed class UnknownConversationTests(BotHost bot) : IClassFixture<BotHost>
{
    public static TheoryData<string?> Kinds => [null, "", "Personal", "meeting", "channel", "groupChat"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task What_belongs_to_one_person_is_shown_in_their_private_chat_only(string? kind)
    {
        var learner = await Learner.StartAsync(bot);
        await learner.Chat.SayAsync("b");
        var there = new Chat(bot, kind) { Person = learner.Chat.Person, Conversation = $"19:{Guid.NewGuid()}@thread.tacv2" };
        var own = await learner.Chat.SayAsync("my training");
        Assert.Contains("1 of 10", own.Card.GetRawText(), StringComparison.Ordinal);

        foreach (var command in new[] { "my data", "my training", "my reports", "my policies", "training" })
        {
            var reply = await there.MentionAsync(command);

            Assert.Contains(reply.Texts, text => text.Contains("private chat", StringComparison.Ordinal));
            Assert.DoesNotContain("1 of 10", reply.Card.GetRawText(), StringComparison.Ordinal);
            Assert.True((await there.SayAsync(command)).IsSilence);
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Nobody_is_made_a_member_of_staff_and_no_chat_is_stored(string? kind)
    {
        var chat = bot.Chat(kind);
        var installed = chat.Activity("installationUpdate");
        installed["action"] = "add";
        await chat.SendAsync(installed);
        var id = chat.Person[3..];

        Assert.False(await bot.ReadAsync(database => database.StaffMembers.AnyAsync(person => person.PersonId == id)));
        Assert.False(await bot.ReadAsync(database => database.StaffContacts.AnyAsync(person => person.PersonId == id)));
    }
}
