using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.Training;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Teams.Activities;

namespace HartwoodPolicyBot.Training;

/// <summary>
/// Says below the policy's section on training that the training can be done with the bot, and when the reader's own is due. The
/// policy names another place, and an answer that stopped there would send people away from the button.
/// </summary>
internal sealed class TrainingAnswerNote(OwnTraining training, TrainingModule module, TrainingStatus status)
{
    public async Task<AnswerNote?> FindAsync(ITurn turn, PolicySection section, CancellationToken cancellationToken)
    {
        if (!module.IsOffered || !section.Heading.Contains("training", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        if (!Sender.IsPersonal(turn))
        {
            return new("You can also do your training with me.", PrivateChat.Button(turn, TrainingVerbs.Continue));
        }

        var (hasBegun, dueOn) = await training.NextAsync(Sender.IdOf(turn), cancellationToken);
        return new(
            $"You can also do your training with me.{Due(dueOn)}",
            hasBegun ? TrainingVerbs.ContinueButton() : TrainingVerbs.StartButton()
        );
    }

    private string Due(DateOnly? dueOn) =>
        dueOn is { } day ? $" Yours {(day < status.Today ? "was" : "is")} due by {PracticeTime.Text(day)}." : "";
}
