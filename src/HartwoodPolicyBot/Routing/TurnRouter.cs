using System.Collections.Frozen;
using System.Text.Json;
using HartwoodPolicyBot.Answers;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Search;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;
using HartwoodPolicyBot.Teams.Files;
using HartwoodPolicyBot.Welcome;

namespace HartwoodPolicyBot.Routing;

/// <summary>
/// Finds the conversation that answers a turn: an installation, a card click, a command, and otherwise a question.
/// </summary>
internal sealed class TurnRouter(
    IEnumerable<IConversation> conversations,
    InstallationConversation installation,
    QuestionConversation questions,
    SmallTalkConversation smallTalk,
    StaffChatRecorder staff,
    ClickDelivery clicks,
    OngoingTasks tasks
)
{
    private const int LongestCommand = 60;

    /// <summary>How clear it must be that staff ask for what only practice managers have, before they are told so.</summary>
    private const float ClearlyForManagers = 0.6f;

    private static readonly Refusal UnknownButton = new(
        RefusalKind.NotFound,
        "unknown-button",
        "That button no longer works. Help shows what I can do."
    );

    private readonly FrozenDictionary<string, BotCommand> commands = conversations
        .SelectMany(conversation => conversation.Commands)
        .SelectMany(command => command.Words.Select(word => (word, command)))
        .ToFrozenDictionary(entry => entry.word, entry => entry.command, StringComparer.OrdinalIgnoreCase);

    private readonly FrozenDictionary<string, CardVerb> verbs = conversations
        .SelectMany(conversation => conversation.Verbs)
        .ToFrozenDictionary(verb => verb.Verb, StringComparer.Ordinal);

    private readonly FrozenDictionary<string, BotIntent> intents = conversations
        .SelectMany(conversation => conversation.Intents)
        .ToFrozenDictionary(intent => intent.Id, StringComparer.Ordinal);

    private readonly FrozenDictionary<(string Name, string? CommandId), NamedInvoke> invokes = conversations
        .SelectMany(conversation => conversation.Invokes)
        .ToFrozenDictionary(invoke => (invoke.Name, invoke.CommandId));

    private readonly TextCommand[] textCommands = [.. conversations.SelectMany(conversation => conversation.TextCommands)];

    private readonly FileReceiver[] receivers = [.. conversations.SelectMany(conversation => conversation.Files)];

    private readonly CommandMatcher matcher = new([.. conversations.SelectMany(conversation => conversation.Commands)]);

    public async Task<TurnOutcome> RouteAsync(ITurn turn, CancellationToken cancellationToken)
    {
        var activity = turn.Activity;
        if (Sender.IsBot(activity) && activity.Type is (ActivityKinds.Message or ActivityKinds.Invoke))
        {
            return TurnOutcome.Done;
        }

        await staff.RecordAsync(activity, cancellationToken);
        if (CardClick.In(activity) is { } click)
        {
            return await ClickAsync(turn, click, cancellationToken);
        }

        return activity.Type switch
        {
            ActivityKinds.Message => await MessageAsync(turn, cancellationToken),
            ActivityKinds.MessageUpdate => IsEdit(activity)
                ? await SayAsync(turn, SmallTalkCards.EditNotRead(), cancellationToken)
                : TurnOutcome.Done,
            ActivityKinds.ConversationUpdate or ActivityKinds.InstallationUpdate => await installation.OnUpdateAsync(
                turn,
                cancellationToken
            ),
            ActivityKinds.Invoke => new(
                true,
                InvokeOf(activity) is { } invoke ? await invoke.Answer(turn, cancellationToken) : InvokeAnswer.NotImplemented
            ),
            _ => TurnOutcome.Done,
        };
    }

    /// <summary>
    /// Says whether somebody edited a message that is for the bot. It may have been answered or sent on already, so it isn't read again;
    /// but without a word they would wait for an answer.
    /// </summary>
    private static bool IsEdit(TeamsActivity activity) =>
        activity.ChannelData?.EventType == TeamsData.MessageEdited && (Sender.IsPersonal(activity) || activity.Written.MentionsBot);

    private async Task<TurnOutcome> MessageAsync(ITurn turn, CancellationToken cancellationToken)
    {
        var activity = turn.Activity;
        var (text, typed, mentionsBot) = activity.Written;
        if (!Sender.IsPersonal(activity) && !mentionsBot)
        {
            return TurnOutcome.Done;
        }

        if (Sender.IsPersonal(activity) && SentFile.In(activity) is { Count: > 0 } files && ReceiverOf(files, typed) is { } receiver)
        {
            return await SayAsync(turn, await receiver.Answer(turn, files, cancellationToken), cancellationToken);
        }

        if (!typed.Any(char.IsLetterOrDigit))
        {
            return await SayAsync(turn, SmallTalkCards.NothingToRead(), cancellationToken);
        }

        foreach (var textCommand in textCommands)
        {
            if (textCommand.TextIn(typed) is { } given)
            {
                return await SayAsync(turn, await textCommand.Answer(turn, given, cancellationToken), cancellationToken);
            }
        }

        var words = Terms.Words(typed);
        var word = CommandIn(typed, words);
        if (await tasks.AnswerAsync(activity, word, cancellationToken) is { } answer)
        {
            return await SayAsync(turn, answer, cancellationToken);
        }

        if (commands.TryGetValue(word, out var command))
        {
            return await SayAsync(turn, await command.Answer(turn, cancellationToken), cancellationToken);
        }

        return matcher.Find(words, smallTalk.IsForManager(turn)) switch
        {
            (var sure, true) => await SayAsync(turn, await sure.Answer(turn, cancellationToken), cancellationToken),
            (var perhaps, _) => await SayAsync(turn, CommandMatcher.Ask(perhaps, text), cancellationToken),
            null => ShortReplies.MeaningOf(typed, words) is { } reply && !await questions.IsReplyToAskerAsync(turn, cancellationToken)
                ? await SayAsync(
                    await tasks.WithContinueButtonAsync(turn, cancellationToken),
                    reply == ShortReply.Puzzled ? questions.Explain(turn) : SmallTalkCards.Reply(reply),
                    cancellationToken
                )
                : await OtherwiseAsync(turn, text, isOneWord: CommandMatcher.IsOneWord(words), cancellationToken),
        };
    }

    /// <summary>
    /// Returns what takes the files. A picture that was pasted beside a command with a text belongs to that text, and the command
    /// answers.
    /// </summary>
    private FileReceiver? ReceiverOf(IReadOnlyList<SentFile> files, string typed) =>
        files.All(file => file.IsPasted) && Array.Exists(textCommands, command => command.TextIn(typed) is not null)
            ? null
            : Array.Find(receivers, one => one.Takes?.Invoke(files) == true) ?? Array.Find(receivers, one => one.Takes is null);

    /// <summary>Returns the invoke of the command that the activity names, or else of its name; null if no feature has one.</summary>
    private NamedInvoke? InvokeOf(TeamsActivity activity)
    {
        var command =
            activity.Value is { ValueKind: JsonValueKind.Object } value
            && value.TryGetProperty("commandId", out var id)
            && id.ValueKind == JsonValueKind.String
                ? id.GetString()
                : null;
        return invokes.GetValueOrDefault((activity.Name ?? "", command)) ?? invokes.GetValueOrDefault((activity.Name ?? "", null));
    }

    /// <summary>Answers a text that is no command: it asks something about the bot itself, or is a question about a policy.</summary>
    private async Task<TurnOutcome> OtherwiseAsync(ITurn turn, string text, bool isOneWord, CancellationToken cancellationToken)
    {
        var read = questions.Read(text);
        return
            IntentOf(turn, read, isOneWord) is { } intent
            && (read.IsAboutTheManager || !questions.IsFollowUp(turn, text, read))
            && !await questions.IsReplyToAskerAsync(turn, cancellationToken)
            ? await AboutTheBotAsync(turn, intent, cancellationToken)
            : await questions.AskAsync(await tasks.WithContinueButtonAsync(turn, cancellationToken), text, read, cancellationToken);
    }

    /// <summary>
    /// Returns what a text asks about the bot, if it does. Staff seldom ask for what only practice managers have, so that they are not
    /// told so unless it is clear.
    /// </summary>
    private BotIntent? IntentOf(ITurn turn, Ranking read, bool isOneWord)
    {
        if (read.Intent is not { } id || !intents.TryGetValue(id, out var intent))
        {
            return null;
        }

        return !intent.IsForManagersOnly || smallTalk.IsForManager(turn) ? intent
            : isOneWord ? null
            : read.IntentClarity < ClearlyForManagers ? intents[Ranking.UnclearIntent]
            : intent;
    }

    private async Task<TurnOutcome> AboutTheBotAsync(ITurn turn, BotIntent intent, CancellationToken cancellationToken)
    {
        if (intent.Id == ChatIntents.Yes && turn is OfferingTurn { Accepted: { } accepted })
        {
            return await ClickAsync(turn, accepted, cancellationToken);
        }

        if (intent.Id == ChatIntents.Next && await tasks.ContinueButtonAsync(turn.Activity, cancellationToken) is { } next)
        {
            return await ClickAsync(turn, new CardClick(next.Verb, next.Data.Id, IsInvoke: false), cancellationToken);
        }

        return await SayAsync(
            turn,
            intent.Id == ChatIntents.Cancel && await tasks.AnswerAsync(turn.Activity, ChatIntents.Cancel, cancellationToken) is { } stopped
                ? stopped
                : await intent.Answer(turn, cancellationToken),
            cancellationToken
        );
    }

    /// <summary>
    /// Returns the text in the form in which commands are compared, so that "Help!", " help " and "Ok, thanks" are found. A
    /// text longer than any command is not compared.
    /// </summary>
    private static string CommandIn(string text, List<string> words) =>
        text.Length > LongestCommand ? ""
        : ThanksWords.AreAll(words) ? ThanksWords.Command
        : string.Join(' ', words);

    private async Task<TurnOutcome> ClickAsync(ITurn turn, CardClick click, CancellationToken cancellationToken)
    {
        var answer =
            verbs.TryGetValue(click.Verb, out var verb) ? await verb.Answer(turn, click, cancellationToken)
            : click.Verb == BotVerbs.Command && commands.TryGetValue(click.Id ?? "", out var command)
                ? new ClickAnswer.Said(await command.Answer(turn, cancellationToken))
            : new ClickAnswer.Refused(UnknownButton);
        return await clicks.DeliverAsync(turn, click, answer, cancellationToken);
    }

    internal static async Task<TurnOutcome> SayAsync(ITurn turn, TeamsActivity message, CancellationToken cancellationToken) =>
        ClickDelivery.Outcome(await turn.SendActivityAsync(message, cancellationToken));
}
