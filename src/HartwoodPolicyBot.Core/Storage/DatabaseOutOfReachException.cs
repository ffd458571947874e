using HartwoodPolicyBot.Core.Common;

namespace HartwoodPolicyBot.Core.Storage;

/// <summary>
/// Reports that the database can't be opened at the start, to the person who runs the bot. The message holds no connection
/// string.
/// </summary>
public sealed class DatabaseOutOfReachException : SetUpException
{
    public DatabaseOutOfReachException(Exception fault)
        : base(
            $"Storage:ConnectionString does not lead to a usable database: {fault.GetBaseException().Message.ReplaceLineEndings(" ")}",
            fault
        ) { }

    /// <param name="why">What is wrong with the database, and what to do.</param>
    public DatabaseOutOfReachException(string why)
        : base($"Storage:ConnectionString does not lead to a usable database: {why}") { }
}
