using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Core.Training;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Welcome;

namespace HartwoodPolicyBot.Training;

/// <summary>Gives somebody who adds the bot their induction training, in the welcome message.</summary>
internal sealed class TrainingWelcomePart(WelcomeTrainee trainees, TrainingModule module, TrainingStatus status, StaffContacts contacts)
    : IWelcomePart
{
    public async Task<WelcomePart?> ForAsync(TeamsActivity installed, CancellationToken cancellationToken)
    {
        if (!module.IsOffered)
        {
            return null;
        }

        var person = Sender.IdOf(installed);
        await contacts.RecordAsync(person, installed.ServiceUrl!, installed.Conversation!.Id!, cancellationToken);
        var welcomed = await trainees.WelcomeAsync(person, installed.From!.Name ?? StaffChatRecorder.NameUnknown, cancellationToken);
        return welcomed.HasLeft
            ? null
            : new(
                welcomed.InductionDueOn is { } day
                    ? $"Your induction training on this policy {(day < status.Today ? "was" : "is")} due by "
                        + $"{PracticeTime.Text(day)}. It takes {TrainingWords.HowLong} and you can do it here."
                    : $"You can also do your training on this policy here. It takes {TrainingWords.HowLong}.",
                TrainingVerbs.StartButton()
            );
    }
}
