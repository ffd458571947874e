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

/// <summary>A command: one or more ways to write it, in lower case, and the message that answers it.</summary>
public sealed record BotCommand(IReadOnlyList<string> Words, Func<ITurn, CancellationToken, Task<TeamsActivity>> Answer)
{
    public BotCommand(string word, Func<TeamsActivity> answer)
        : this([word], (_, _) => Task.FromResult(answer())) { }
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
