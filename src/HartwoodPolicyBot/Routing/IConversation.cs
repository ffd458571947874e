using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;
using HartwoodPolicyBot.Teams.Files;

namespace HartwoodPolicyBot.Routing;

/// <summary>Answers the commands and card buttons of one feature.</summary>
internal interface IConversation
{
    IEnumerable<BotCommand> Commands { get; }

    IEnumerable<CardVerb> Verbs { get; }

    /// <summary>Returns the commands that carry a text, such as "check a post: …"; most features have none.</summary>
    IEnumerable<TextCommand> TextCommands => [];

    /// <summary>
    /// Returns what the feature answers when people ask about the bot itself. The ids are those of Content/About-the-bot.
    /// </summary>
    IEnumerable<BotIntent> Intents => [];

    /// <summary>Returns the feature's invokes that are not card clicks; most features have none.</summary>
    IEnumerable<NamedInvoke> Invokes => [];

    /// <summary>Returns what takes the files that people send in their own chat; few features have it.</summary>
    IEnumerable<FileReceiver> Files => [];
}

/// <summary>Takes the files of a message in a person's own chat. Whoever takes them checks who sent them.</summary>
internal sealed record FileReceiver(Func<ITurn, IReadOnlyList<SentFile>, CancellationToken, Task<TeamsActivity>> Answer)
{
    /// <summary>Returns whether it takes these files; null for the one that takes what no other does.</summary>
    public Func<IReadOnlyList<SentFile>, bool>? Takes { get; init; }
}

/// <summary>Names an invoke, such as a message extension's, and the function that answers it.</summary>
/// <param name="Name">The invoke's name in Teams.</param>
/// <param name="Answer">Makes the answer.</param>
/// <param name="CommandId">
/// The command of the manifest that it is for; null for one that answers every command that no other feature has.
/// </param>
internal sealed record NamedInvoke(string Name, Func<ITurn, CancellationToken, Task<InvokeAnswer>> Answer, string? CommandId = null);

/// <summary>Describes a command that people type with a text after a colon.</summary>
/// <param name="Openings">The ways to write what comes before the colon, in lower case.</param>
/// <param name="Answer">Makes the message that answers the text.</param>
internal sealed record TextCommand(IReadOnlyList<string> Openings, Func<ITurn, string, CancellationToken, Task<TeamsActivity>> Answer)
{
    /// <summary>Finds the text in a message that asks for the same in other words; null where the command has no other words.</summary>
    public Func<string, string?>? InOtherWords { get; init; }

    /// <summary>Returns the text after the colon; null if this isn't the command, or has no text.</summary>
    public string? TextIn(string typed)
    {
        var colon = typed.IndexOf(':', StringComparison.Ordinal);
        return
            colon > 0
            && Openings.Contains(typed[..colon].Trim(), StringComparer.OrdinalIgnoreCase)
            && typed[(colon + 1)..].Trim() is { Length: > 0 } text
            ? text
            : InOtherWords?.Invoke(typed);
    }
}

/// <summary>Names something that people ask about the bot in their own words, and the function that answers it.</summary>
/// <param name="Id">Its id in Content/About-the-bot, such as "certificate".</param>
/// <param name="Answer">Makes the message that answers it.</param>
internal sealed record BotIntent(string Id, Func<ITurn, CancellationToken, Task<TeamsActivity>> Answer)
{
    /// <summary>
    /// Whether only practice managers get what is asked for. A single word of somebody else that is no command, such as "stat", is
    /// then read as a question: they asked for no such thing.
    /// </summary>
    public bool IsForManagersOnly { get; init; }
}

/// <summary>Describes a command that people can type.</summary>
/// <param name="Words">The ways to write it, in lower case; help shows the first.</param>
/// <param name="Answer">Makes the message that answers it.</param>
/// <param name="Help">Its line in help; null if help does not list it.</param>
internal sealed record BotCommand(
    IReadOnlyList<string> Words,
    Func<ITurn, CancellationToken, Task<TeamsActivity>> Answer,
    CommandHelp? Help = null
);

/// <summary>Describes what help says about a command, and who sees it.</summary>
/// <param name="What">What the command is for, in a few words.</param>
/// <param name="IsForManagersOnly">True if help shows it only to practice managers. The command still asks who may use it.</param>
internal sealed record CommandHelp(string What, bool IsForManagersOnly)
{
    public static CommandHelp ForEverybody(string what) => new(what, false);

    public static CommandHelp ForManagers(string what) => new(what, true);
}

/// <summary>
/// Names a kind of button, and the function that answers a click on it. That function must check what the click carries.
/// </summary>
internal sealed record CardVerb(string Verb, Func<ITurn, CardClick, CancellationToken, Task<ClickAnswer>> Answer)
{
    /// <summary>The delivered card that has this button; null for a button on cards that answer a message or a click.</summary>
    public KeptCard? Card { get; init; }
}

/// <summary>Describes a card that was delivered and is kept up to date where it is, for everybody who sees it.</summary>
/// <param name="Kinds">The delivery kinds of these cards.</param>
/// <param name="KeyOf">Returns the key of the delivery that a click names; null if it names none.</param>
internal sealed record KeptCard(IReadOnlyList<string> Kinds, Func<CardClick, string?> KeyOf);

/// <summary>Describes what happens after a click.</summary>
internal abstract record ClickAnswer
{
    private ClickAnswer() { }

    /// <summary>Replaces the clicked card, for everybody who sees it.</summary>
    public sealed record InPlace(TeamsActivity Message) : ClickAnswer;

    /// <summary>
    /// Sends a new message and leaves the clicked card as it is. The turn ends when <paramref name="Work"/> has ended as
    /// well.
    /// </summary>
    public sealed record Said(TeamsActivity Message, Task? Work = null) : ClickAnswer;

    /// <summary>Changes nothing; the refusal says why, and what to do next.</summary>
    public sealed record Refused(Refusal Why) : ClickAnswer;
}
