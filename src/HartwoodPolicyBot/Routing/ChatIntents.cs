namespace HartwoodPolicyBot.Routing;

/// <summary>Holds the ids of what people say about the chat itself: it is answered by what was shown last.</summary>
internal static class ChatIntents
{
    public const string Yes = "yes";
    public const string Next = "next";
    public const string Cancel = "cancel";
}
