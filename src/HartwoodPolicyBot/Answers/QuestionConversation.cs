using HartwoodPolicyBot.Core.Answers;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.QuestionLog;
using HartwoodPolicyBot.ManagerQuestions;
using HartwoodPolicyBot.Policies;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;

namespace HartwoodPolicyBot.Answers;

/// <summary>Answers questions about the policies, and records whether an answer helped.</summary>
public sealed class QuestionConversation(
    AnswerQuestion answers,
    RecentQuestions recent,
    QuestionLogWriter questions,
    AnswerMessages messages,
    ManagerThreadReplies thread,
    ILogger<QuestionConversation> log
) : IConversation
{
    public IEnumerable<BotCommand> Commands => [];

    public IEnumerable<CardVerb> Verbs =>
        [
            new(PolicyVerbs.Ask, AskedByTapAsync),
            new(PolicyVerbs.Helpful, (_, click, cancel) => FeedbackAsync(click, AnswerFeedback.Helpful, cancel)),
            new(PolicyVerbs.NotHelpful, (_, click, cancel) => FeedbackAsync(click, AnswerFeedback.NotHelpful, cancel)),
        ];

    /// <summary>
    /// Answers a question. The answer is sent while the log is being written; the turn ends when both are done.
    /// </summary>
    public async Task<TurnOutcome> AskAsync(ITurn turn, string question, CancellationToken cancellationToken)
    {
        var toManager = await thread.IsOfAsync(turn, cancellationToken);
        if (toManager && await thread.CardForReplyAsync(turn, question, cancellationToken) is { } card)
        {
            return ClickDelivery.Outcome(await turn.SendActivityAsync(card, cancellationToken));
        }

        var (answer, logged) = answers.Ask(question, recent.Before(turn.Activity));
        Remember(turn, answer);
        var sent = await turn.SendActivityAsync(messages.For(answer, toManager: toManager), cancellationToken);
        await WaitForLogAsync(logged);
        return ClickDelivery.Outcome(sent);
    }

    private async Task<ClickAnswer> AskedByTapAsync(ITurn turn, CardClick click, CancellationToken cancellationToken)
    {
        // The click carries whatever its sender put there, so it is cleaned like a typed question.
        var question = ActivityText.Fold(click.Id ?? "");
        if (!question.Any(char.IsLetterOrDigit))
        {
            return new ClickAnswer.Refused(SectionConversation.OldCard);
        }

        var toManager = await thread.IsOfAsync(turn, cancellationToken);
        var (answer, logged) = answers.Ask(question);
        Remember(turn, answer);
        return new ClickAnswer.Said(messages.For(answer, toManager: toManager), WaitForLogAsync(logged));
    }

    /// <summary>
    /// Remembers the question for a follow-up. After a refusal, "and on linkedin?" still refers to the last question that was
    /// answered. After a follow-up it refers to the question before that; never more than two are read together.
    /// </summary>
    private void Remember(ITurn turn, PolicyAnswer answer)
    {
        if (!answer.IsRefusal)
        {
            recent.Remember(turn.Activity, answer.After ?? answer.Asked);
        }
    }

    /// <summary>
    /// Records feedback once. Anybody who sees the answer may give it: the log knows no person, and the id can't be guessed.
    /// </summary>
    private async Task<ClickAnswer> FeedbackAsync(CardClick click, AnswerFeedback feedback, CancellationToken cancellationToken)
    {
        if (Ids.Read<LoggedQuestion>(click.Id) is not { } id)
        {
            return new ClickAnswer.Refused(SectionConversation.OldCard);
        }

        // Recorded before the card is made, so that two people who click at once both see the feedback that was stored.
        await questions.RecordFeedbackAsync(id, feedback, cancellationToken);
        if (await questions.FindAsync(id, cancellationToken) is not { } question)
        {
            return new ClickAnswer.Refused(SectionConversation.OldCard);
        }

        return answers.Recall(question) is { } recalled ? new ClickAnswer.InPlace(messages.For(recalled, question.Feedback))
            : question.Feedback == AnswerFeedback.NotHelpful ? new ClickAnswer.InPlace(FeedbackParts.NotHelpful(id.Value))
            : new ClickAnswer.Refused(SectionConversation.OldCard);
    }

    private async Task WaitForLogAsync(Task logged)
    {
        try
        {
            await logged;
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // The person has their answer; the missing log row concerns only whoever runs the bot.
            log.QuestionNotLogged(fault);
        }
    }
}
