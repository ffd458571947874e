namespace HartwoodPolicyBot.Routing;

/// <summary>
/// Lists the commands of all features. It reads them at first use, because help, which shows them, is itself a feature.
/// </summary>
internal sealed class CommandList(IServiceProvider services)
{
    private readonly Lazy<IReadOnlyList<BotCommand>> commands = new(() =>
        [.. services.GetServices<IConversation>().SelectMany(conversation => conversation.Commands)]
    );

    /// <summary>Returns every command, in the order in which the features are registered.</summary>
    public IReadOnlyList<BotCommand> All => commands.Value;
}
