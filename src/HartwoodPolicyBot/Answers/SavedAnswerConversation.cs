using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.ManagerQuestions;
using HartwoodPolicyBot.Core.QuestionLog;
using HartwoodPolicyBot.ManagerQuestions;
using HartwoodPolicyBot.Routing;

namespace HartwoodPolicyBot.Answers;

/// <summary>Shows a saved answer that was offered beside an answer or a refusal.</summary>
internal sealed class SavedAnswerConversation(SavedAnswers answers) : IConversation
{
    public IEnumerable<BotCommand> Commands => [];

    public IEnumerable<CardVerb> Verbs =>
        [
            new(
                ManagerQuestionVerbs.Given,
                (_, click, _) =>
                    Task.FromResult<ClickAnswer>(
                        Ids.Read<SavedAnswer>(click.Id) is { } id && answers.Find(id) is { } saved
                            ? new ClickAnswer.Said(
                                SavedAnswerCard.Message(saved, Ids.Read<LoggedQuestion>(click.Kept(ManagerQuestionVerbs.Logged)))
                            )
                            : new ClickAnswer.Refused(ManagerQuestionRefusals.Unknown)
                    )
            ),
        ];
}
