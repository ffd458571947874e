using HartwoodPolicyBot.Testing;
using HartwoodPolicyBot.Tests.Incidents;
using HartwoodPolicyBot.Tests.Training;

namespace HartwoodPolicyBot.Tests.Routing;

/// <summary>Guests can use the bot although Teams gives no Entra object id for them.</summary>
public sealed class SenderTests(BotHost bot) : IClassFixture<BotHost>
{
    [Fact]
    public async Task A_guest_can_train_by_tapping_and_typing_and_nobody_else_sees_it()
    {
        var learner = await Learner.StartAsync(bot, chat: Guest());
        var typed = await learner.Chat.SayAsync("b");
        var own = await learner.Chat.SayAsync("my training");
        var others = await Guest().SayAsync("my training");

        Assert.Contains("You chose B", typed.Card.GetRawText(), StringComparison.Ordinal);
        Assert.Contains("1 of 10", own.Card.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("1 of 10", others.Card.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_guest_who_reports_by_name_finds_the_report_again_and_nobody_else_does()
    {
        var guest = Guest();
        var reference = Practice.ReferenceOn(await Practice.ReportAsync(guest));

        Assert.Contains(reference, (await guest.SayAsync("my reports")).Card.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain(reference, (await Guest().SayAsync("my reports")).Card.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_guest_is_never_a_practice_manager()
    {
        var reply = await Guest().SayAsync("gaps");

        Assert.Contains("that's only for practice managers", reply.Card.GetRawText(), StringComparison.Ordinal);
    }

    private Chat Guest() => new(bot, "personal") { IsGuest = true };
}
