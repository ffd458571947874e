using HartwoodPolicyBot.Core.Answers;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.QuestionLog;
using HartwoodPolicyBot.Core.Search;
using HartwoodPolicyBot.ManagerQuestions;
using HartwoodPolicyBot.Policies;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;
using HartwoodPolicyBot.Welcome;

namespace HartwoodPolicyBot.Answers;

/// <summary>Answers questions about the policies, and records whether an answer helped.</summary>
internal sealed class QuestionConversation(
    AnswerQuestion answers,
    RecentQuestions recent,
    QuestionLogWriter questions,
    AnswerMessages messages,
    ManagerThreadReplies thread,
    ILogger<QuestionConversation> log
) : IConversation
{
    public IEnumerable<BotCommand> Commands => [];

    public IEnumerable<BotIntent> Intents =>
        [
            new("start-over", (turn, _) => Task.FromResult(StartOver(turn))),
            new(
                "wrong-answer",
                (turn, _) =>
                    Task.FromResult(
                        SmallTalkCards.Sentence(
                            "Sorry about that. Try putting it another way. Or tap Not helpful under my answer: then you can "
                                + (messages.IsToManager(turn) ? "write an answer yourself." : "send your question to the practice manager.")
                        )
                    )
            ),
            new(
                "who-sees-questions",
                (_, _) =>
                    Task.FromResult(
                        SmallTalkCards.Leading(
                            "I keep questions without names. The practice manager can see what was asked, but not who asked it. If you "
                                + "tap Ask the practice manager, they see your name too, and so does everyone in their channel.",
                            BotVerbs.CommandButton("See my data", "my data")
                        )
                    )
            ),
        ];

    public IEnumerable<CardVerb> Verbs =>
        [
            new(PolicyVerbs.Ask, AskedByTapAsync),
            new(PolicyVerbs.Helpful, (turn, click, cancel) => FeedbackAsync(turn, click, AnswerFeedback.Helpful, cancel)),
            new(PolicyVerbs.NotHelpful, (turn, click, cancel) => FeedbackAsync(turn, click, AnswerFeedback.NotHelpful, cancel)),
        ];

    /// <summary>
    /// Answers a question. The answer is sent while the log is being written; the turn ends when both are done.
    /// </summary>
    /// <param name="turn">The turn that the question came in.</param>
    /// <param name="question">The question as it was written.</param>
    /// <param name="read">What <see cref="Read"/> returned for it.</param>
    /// <param name="cancellationToken">Stops the answer.</param>
    public async Task<TurnOutcome> AskAsync(ITurn turn, string question, Ranking read, CancellationToken cancellationToken)
    {
        var toManager = await thread.IsOfAsync(turn, cancellationToken);
        if (toManager && await thread.CardForReplyAsync(turn, question, cancellationToken) is { } card)
        {
            return ClickDelivery.Outcome(await turn.SendActivityAsync(card, cancellationToken));
        }

        var (answer, logged) = answers.Ask(question, read, recent.Before(turn.Activity));
        Remember(turn, answer);
        var sent = await turn.SendActivityAsync(
            await messages.ForAsync(turn, answer, toManager: toManager, cancellationToken: cancellationToken),
            cancellationToken
        );
        await WaitForLogAsync(logged);
        return ClickDelivery.Outcome(sent);
    }

    /// <summary>Reads a text: which sections it may be about, and what it asks about the bot itself.</summary>
    public Ranking Read(string text)
    {
        var read = answers.Read(text);
        return messages.Suggests(text) ? read with { Intent = null } : read;
    }

    /// <summary>Returns whether a text is read with the question before it: "where do I find it" is then not about the bot.</summary>
    public bool IsFollowUp(ITurn turn, string text, Ranking read) => recent.Before(turn.Activity) is not null && FollowUp.Needs(text, read);

    /// <summary>Returns whether a practice manager wrote in a thread of the channel, where the text may be meant for an asker.</summary>
    public async ValueTask<bool> IsReplyToAskerAsync(ITurn turn, CancellationToken cancellationToken) =>
        !Sender.IsPersonal(turn) && await thread.IsOfAsync(turn, cancellationToken);

    /// <summary>
    /// Answers somebody who didn't understand what they read. Right after an answer, that the words are the policy's own, and what they
    /// can do next.
    /// </summary>
    internal TeamsActivity Explain(ITurn turn) =>
        recent.Before(turn.Activity) is null
            ? SmallTalkCards.NotClear()
            : SmallTalkCards.Sentence(
                "Those are the policy's own words, so I can't put them another way. You can ask me something more specific. Or tap "
                    + "Not helpful under my answer, and then "
                    + (messages.IsToManager(turn) ? "write an answer yourself." : "Ask the practice manager.")
            );

    private TeamsActivity StartOver(ITurn turn)
    {
        recent.Forget(turn.Activity);
        return SmallTalkCards.Sentence("Let's start again. What would you like to know?");
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
        var (answer, logged) = answers.Ask(question, answers.Read(question));
        Remember(turn, answer);
        return new ClickAnswer.Said(
            await messages.ForAsync(turn, answer, toManager: toManager, cancellationToken: cancellationToken),
            WaitForLogAsync(logged)
        );
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
    private async Task<ClickAnswer> FeedbackAsync(ITurn turn, CardClick click, AnswerFeedback feedback, CancellationToken cancellationToken)
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

        return answers.Recall(question) is { } recalled
                ? new ClickAnswer.InPlace(await messages.ForAsync(turn, recalled, question.Feedback, cancellationToken: cancellationToken))
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
