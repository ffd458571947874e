using System.Runtime.InteropServices;
using HartwoodPolicyBot.Core.Common;

namespace HartwoodPolicyBot.Routing;

/// <summary>
/// Handles a few turns of one person at a time; further ones wait for them. So nobody who sends the worst forms as fast as they may
/// takes the processors from everybody else.
/// </summary>
internal sealed class SenderTurns
{
    /// <summary>A person who taps twice quickly does not wait; more at once come from a program.</summary>
    public const int MostAtOnce = 2;

    private readonly Dictionary<PersonId, Waiting> bySender = [];

    /// <summary>Waits until a turn of this person may begin. Disposing of what is returned ends the turn.</summary>
    /// <exception cref="OperationCanceledException">The program ends.</exception>
    public async Task<IDisposable> BeginAsync(PersonId sender, CancellationToken cancellationToken)
    {
        Waiting waiting;
        lock (bySender)
        {
            waiting = CollectionsMarshal.GetValueRefOrAddDefault(bySender, sender, out _) ??= new();
            waiting.Turns++;
        }

        try
        {
            await waiting.Free.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            Forget(sender, waiting);
            throw;
        }

        return new Turn(this, sender, waiting);
    }

    private void Forget(PersonId sender, Waiting waiting)
    {
        lock (bySender)
        {
            if (--waiting.Turns == 0)
            {
                bySender.Remove(sender);
            }
        }
    }

    private sealed class Waiting
    {
        public SemaphoreSlim Free { get; } = new(MostAtOnce);

        /// <summary>How many turns run or wait.</summary>
        public int Turns { get; set; }
    }

    private sealed class Turn(SenderTurns turns, PersonId sender, Waiting waiting) : IDisposable
    {
        public void Dispose()
        {
            waiting.Free.Release();
            turns.Forget(sender, waiting);
        }
    }
}
