using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Routing;

namespace HartwoodPolicyBot.Tests.Routing;

public sealed class SenderTurnsTests
{
    private static readonly PersonId Flooder = PersonId.Of("29:flooder");
    private readonly SenderTurns turns = new();

    [Fact]
    public async Task A_person_with_many_turns_at_once_waits_for_their_own_and_nobody_else_waits()
    {
        var begun = new List<IDisposable>();
        for (var number = 0; number < SenderTurns.MostAtOnce; number++)
        {
            begun.Add(await turns.BeginAsync(Flooder, CancellationToken.None));
        }

        var next = turns.BeginAsync(Flooder, CancellationToken.None);
        var other = turns.BeginAsync(PersonId.Of("29:other"), CancellationToken.None);

        Assert.False(next.IsCompleted);
        Assert.True(other.IsCompletedSuccessfully);

        begun[0].Dispose();
        using var begunLast = await next;
        Assert.False(turns.BeginAsync(Flooder, CancellationToken.None).IsCompleted);
    }

    [Fact]
    public async Task A_turn_that_waits_when_the_bot_stops_is_given_up_and_holds_up_no_other()
    {
        using var stopping = new CancellationTokenSource();
        var begun = new List<IDisposable>();
        for (var number = 0; number < SenderTurns.MostAtOnce; number++)
        {
            begun.Add(await turns.BeginAsync(Flooder, CancellationToken.None));
        }

        var waiting = turns.BeginAsync(Flooder, stopping.Token);
        await stopping.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        begun.ForEach(turn => turn.Dispose());

        Assert.True(turns.BeginAsync(Flooder, CancellationToken.None).IsCompletedSuccessfully);
    }
}
