using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Policies.Answers;
using HartwoodPolicyBot.Teams.Activities;

namespace HartwoodPolicyBot.Policies.Answers;

/// <summary>Makes the card of what a person waits for an answer to, with how far each question has come.</summary>
internal sealed class OwnQuestions(AskedQuestions questions, DeliveryBacklog deliveries)
{
    public async Task<Activity> CardAsync(string personId, string? banner, CancellationToken cancellationToken)
    {
        var open = new List<(ManagerQuestion Question, DeliveryState? Card)>();
        foreach (var question in await questions.OpenOfAsync(personId, cancellationToken))
        {
            open.Add((question, (await deliveries.FindAsync(QuestionKeys.CardKey(question.Id), cancellationToken))?.State));
        }

        return OwnQuestionsCard.Message(open, banner);
    }
}
