namespace HartwoodPolicyBot.Core.Storage;

/// <summary>The database cannot be opened at start. The message is for whoever runs the bot; it holds no connection string.</summary>
public sealed class DatabaseOutOfReachException(Exception fault)
    : Exception(
        $"Storage:ConnectionString leads to no database that can be used: {fault.GetBaseException().Message.ReplaceLineEndings(" ")}",
        fault
    );
