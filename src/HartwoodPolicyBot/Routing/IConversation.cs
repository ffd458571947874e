using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;

namespace HartwoodPolicyBot.Routing;

/// <summary>A feature's part in the chat: the commands and card buttons that it answers.</summary>
public interface IConversation
{
    IEnumerable<BotCommand> Commands { get; }

    IEnumerable<CardVerb> Verbs { get; }

    /// <summary>Other invokes than card clicks; most features have none.</summary>
    IEnumerable<NamedInvoke> Invokes => [];
}

/// <summary>An invoke by its name, such as a message extension's, and what answers it.</summary>
public sealed record NamedInvoke(string Name, Func<ITurn, CancellationToken, Task<InvokeAnswer>> Answer);

/// <summary>A command that can be typed.</summary>
/// <param name="Words">One or more ways to write it, in lower case; help names the first.</param>
/// <param name="Answer">Makes the message that answers it.</param>
/// <param name="Help">Its line in help; null for a command that help does not list.</param>
public sealed record BotCommand(
    IReadOnlyList<string> Words,
    Func<ITurn, CancellationToken, Task<TeamsActivity>> Answer,
    CommandHelp? Help = null
);

/// <summary>What help says about a command, and to whom.</summary>
/// <param name="What">What the command is for, in a few words.</param>
/// <param name="IsForManagersOnly">Only practice managers can use it, so only they read about it.</param>
public sealed record CommandHelp(string What, bool IsForManagersOnly)
{
    public static CommandHelp ForEverybody(string what) => new(what, false);

    public static CommandHelp ForManagers(string what) => new(what, true);
}

/// <summary>A kind of button, and what a click on it leads to. What the click carries is checked by the answer.</summary>
public sealed record CardVerb(string Verb, Func<ITurn, CardClick, CancellationToken, Task<ClickAnswer>> Answer);

/// <summary>What a click leads to.</summary>
public abstract record ClickAnswer
{
    private ClickAnswer() { }

    /// <summary>The clicked card changes, for everybody who sees it.</summary>
    public sealed record InPlace(TeamsActivity Message) : ClickAnswer;

    /// <summary>A new message; the clicked card stays. The turn ends when what runs meanwhile has ended, too.</summary>
    public sealed record Said(TeamsActivity Message, Task? Meanwhile = null) : ClickAnswer;

    /// <summary>Nothing changes; a sentence says why, and what to do instead.</summary>
    public sealed record Refused(Refusal Why) : ClickAnswer;
}
