using HartwoodPolicyBot.Core.Storage;

namespace HartwoodPolicyBot.Core.Common;

/// <summary>
/// One writer at a time where the database allows only one. SQLite lets the others sleep and look again, which makes a busy
/// minute slow; waiting here, first come first served, costs nothing. PostgreSQL needs no gate.
/// </summary>
public sealed class WriteGate(StorageOptions storage) : IDisposable
{
    private readonly SemaphoreSlim? one = storage.Provider == StorageProvider.Sqlite ? new(1, 1) : null;

    /// <summary>Enter before the transaction, leave after it by disposing what is returned.</summary>
    public async ValueTask<IDisposable> EnterAsync(CancellationToken cancellationToken)
    {
        if (one is not null)
        {
            await one.WaitAsync(cancellationToken);
        }

        return new Pass(one);
    }

    public void Dispose() => one?.Dispose();

    /// <summary>The right to write, until disposed.</summary>
    private sealed class Pass(SemaphoreSlim? one) : IDisposable
    {
        public void Dispose() => one?.Release();
    }
}
