using HartwoodPolicyBot.Core.Answers;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.QuestionLog;
using HartwoodPolicyBot.ManagerQuestions;
using HartwoodPolicyBot.Policies;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;
using HartwoodPolicyBot.Web;

namespace HartwoodPolicyBot.Answers;

/// <summary>Questions about the policies, reading them, and saying whether an answer helped.</summary>
public sealed class QuestionConversation(
    AnswerQuestion answers,
    RecentQuestions recent,
    PolicyLibrary library,
    QuestionLogWriter questions,
    AskedNext next,
    PublicAddress address,
    ManagerThreadReplies thread,
    ILogger<QuestionConversation> log
) : IConversation
{
    private static readonly Refusal OldCard = new(
        RefusalKind.NotFound,
        "old-card",
        "That card is out of date. Type policy for the sections, or ask me again."
    );

    public IEnumerable<BotCommand> Commands =>
        [
            new(
                ["policy", "policies", "sections", "browse"],
                (_, _) => Task.FromResult(SectionListCard.Message(library, address)),
                CommandHelp.ForEverybody("all sections, to read in full")
            ),
        ];

    public IEnumerable<CardVerb> Verbs =>
        [
            new(PolicyVerbs.Ask, AskedByTapAsync),
            new(
                PolicyVerbs.Browse,
                (_, _, _) => Task.FromResult<ClickAnswer>(new ClickAnswer.Said(SectionListCard.Message(library, address)))
            ),
            new(PolicyVerbs.Section, (_, click, _) => Task.FromResult(SectionTapped(click))),
            new(PolicyVerbs.Helpful, (_, click, cancel) => FeedbackAsync(click, AnswerFeedback.Helpful, cancel)),
            new(PolicyVerbs.NotHelpful, (_, click, cancel) => FeedbackAsync(click, AnswerFeedback.NotHelpful, cancel)),
        ];

    /// <summary>Answers a question. The answer is sent while the log is written; the turn ends when both are done.</summary>
    public async Task<TurnOutcome> AskAsync(ITurn turn, string question, CancellationToken cancellationToken)
    {
        var toManager = await thread.IsOfAsync(turn, cancellationToken);
        if (toManager && await thread.MeantForAskerAsync(turn, question, cancellationToken) is { } card)
        {
            return ClickDelivery.Outcome(await turn.SendActivityAsync(card, cancellationToken));
        }

        var (answer, logged) = answers.Ask(question, recent.Before(turn.Activity));
        Remember(turn, answer);
        var sent = await turn.SendActivityAsync(MessageFor(answer, toManager: toManager), cancellationToken);
        await WaitForLogAsync(logged);
        return ClickDelivery.Outcome(sent);
    }

    private async Task<ClickAnswer> AskedByTapAsync(ITurn turn, CardClick click, CancellationToken cancellationToken)
    {
        // The data of a click is whatever the sender put there.
        var question = ActivityText.Fold(click.Id ?? "");
        if (!question.Any(char.IsLetterOrDigit))
        {
            return new ClickAnswer.Refused(OldCard);
        }

        var toManager = await thread.IsOfAsync(turn, cancellationToken);
        var (answer, logged) = answers.Ask(question);
        Remember(turn, answer);
        return new ClickAnswer.Said(MessageFor(answer, toManager: toManager), WaitForLogAsync(logged));
    }

    /// <summary>
    /// After a refusal, "and on linkedin?" still means the question that was answered. After a follow-up, the next one goes
    /// with the question that it went with: two are read together, never more.
    /// </summary>
    private void Remember(ITurn turn, PolicyAnswer answer)
    {
        if (!answer.IsRefusal)
        {
            recent.Remember(turn.Activity, answer.After ?? answer.Asked);
        }
    }

    private ClickAnswer SectionTapped(CardClick click)
    {
        var parts = (click.Id ?? "").Split(SectionCard.ContinuesAt);
        var from = parts.Length == 2 && int.TryParse(parts[1], out var number) ? number : 0;
        return parts.Length <= 2 && library.Section(parts[0]) is { } section && from >= 0 && from < section.Clauses.Count
            ? new ClickAnswer.Said(SectionCard.Message(library.DocumentOf(section), section, from, address))
            : new ClickAnswer.Refused(OldCard);
    }

    /// <summary>Anybody who sees the answer may say so, once: the log knows no person, and the id cannot be guessed.</summary>
    private async Task<ClickAnswer> FeedbackAsync(CardClick click, AnswerFeedback feedback, CancellationToken cancellationToken)
    {
        if (Ids.Read<LoggedQuestion>(click.Id) is not { } id)
        {
            return new ClickAnswer.Refused(OldCard);
        }

        // Recorded first: of two who click at once, both then see the word that counts.
        await questions.RecordFeedbackAsync(id, feedback, cancellationToken);
        if (await questions.FindAsync(id, cancellationToken) is not { } question)
        {
            return new ClickAnswer.Refused(OldCard);
        }

        return answers.Recall(question) is { } recalled ? new ClickAnswer.InPlace(MessageFor(recalled, question.Feedback))
            : question.Feedback == AnswerFeedback.NotHelpful ? new ClickAnswer.InPlace(FeedbackParts.NotHelpful(id.Value))
            : new ClickAnswer.Refused(OldCard);
    }

    private TeamsActivity MessageFor(PolicyAnswer answer, AnswerFeedback? feedback = null, bool toManager = false) =>
        !answer.IsRefusal ? AnswerCard.Message(answer, library, next, address, feedback)
        : answer.FromManager.Same is null ? RefusalCard.Message(answer, library, toManager)
        : SavedAnswerCard.Message(answer, library, feedback);

    private async Task WaitForLogAsync(Task logged)
    {
        try
        {
            await logged;
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // The person has the answer; that it is missing from the log is for whoever runs the bot.
            log.QuestionNotLogged(fault);
        }
    }
}
