namespace HartwoodPolicyBot.BotBuilder.Connector;

/// <summary>Reads from the body of a refusal why Teams refused.</summary>
/// <remarks>
/// Source: learn.microsoft.com, "Bot conversational APIs", status codes; "Send proactive messages". Other codes, such as
/// BotDisabledByAdmin and ServiceError, say nothing about the bot's place in the conversation.
/// </remarks>
internal static class RefusalCodes
{
    private static readonly string[] Removed =
    [
        "BotNotInConversationRoster",
        "MessageWritesBlocked",
        "ConversationBlockedByUser",
        "BotDisabledByUser",
        "ForbiddenOperationException",
    ];

    /// <summary>
    /// Says whether the bot was removed or blocked there. Searches the whole body, because Teams also sends the code as a part
    /// of a JSON text within the message.
    /// </summary>
    public static bool SayRemoved(string body) => Array.Exists(Removed, code => body.Contains(code, StringComparison.Ordinal));
}
