using AdaptiveCards;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.PolicySignOff;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Delivery;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Welcome;

namespace HartwoodPolicyBot.PolicySignOff;

/// <summary>
/// Makes the part of the daily reminder about policies to read: the first one in full, the others as rows to tap.
/// </summary>
internal sealed class SignOffReminderPart(OwnSignOffs signOffs, SignOffCard card) : IDailyReminderPart
{
    private const int MostRows = 5;

    public async Task<DailyReminderPart?> ForAsync(PersonId personId, CancellationToken cancellationToken)
    {
        var open = await signOffs.OpenAsync(personId, cancellationToken);
        if (open.Count == 0)
        {
            return null;
        }

        var part = card.Part(open[0].Policy, open[0].Now!);
        var left = open.Count - 1 - MostRows;
        var rows = open.Skip(1)
            .Take(MostRows)
            .Select(own =>
                AdaptiveContainer.Row(
                    AdaptiveExecuteAction.Of($"Read and confirm: {own.Policy.Title}", SignOffVerbs.Open, $"{own.Now!.Id:N}")
                )
            );
        return part with
        {
            Says =
            [
                .. part.Says,
                .. rows,
                .. left > 0
                    ? [AdaptiveContainer.Row(AdaptiveExecuteAction.Of($"See {left} more in my policies", SignOffVerbs.Mine))]
                    : Array.Empty<AdaptiveElement>(),
            ],
        };
    }
}

/// <summary>Asks somebody who adds the bot while a sign-off round is running, in the welcome message.</summary>
internal sealed class SignOffWelcomePart(SignOffReminders reminders, StaffContacts contacts) : IWelcomePart
{
    public async Task<WelcomePart?> ForAsync(TeamsActivity installed, CancellationToken cancellationToken)
    {
        var person = Sender.IdOf(installed);
        await contacts.RecordAsync(person, installed.ServiceUrl!, installed.Conversation!.Id!, cancellationToken);
        var open = await reminders.WelcomeAsync(person, installed.From!.Name ?? StaffChatRecorder.NameUnknown, cancellationToken);
        return open.Count switch
        {
            0 => null,
            1 => new(
                "The practice manager has asked everyone to read this policy and confirm.",
                AdaptiveExecuteAction.Of("Read and confirm", SignOffVerbs.Open, $"{open[0]:N}")
            ),
            _ => new("The practice manager has asked everyone to read the policies and confirm.", SignOffVerbs.MineButton()),
        };
    }
}
