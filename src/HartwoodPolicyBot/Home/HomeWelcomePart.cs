using AdaptiveCards;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Welcome;

namespace HartwoodPolicyBot.Home;

/// <summary>Tells a practice manager or a deputy who adds the bot what is still to be set up, in the welcome message.</summary>
internal sealed class HomeWelcomePart(StaffOptions staff, SetUpChecklist checklist) : IWelcomePart
{
    public async Task<WelcomePart?> ForAsync(TeamsActivity installed, CancellationToken cancellationToken)
    {
        var person = Sender.IdOf(installed);
        if (!staff.ActsAsManager(person))
        {
            return null;
        }

        var who = staff.IsDeputy(person)
            ? "You're a deputy of the practice manager, so you can do what they can, except deal with anything about you."
            : "You're a practice manager here, so I'll bring you reports and questions from staff.";
        return new($"{who} Home shows what needs doing.", Button: null)
        {
            Rows =
            [
                AdaptiveContainer.Row(BotVerbs.CommandButton("Go to home", "home")),
                .. HomeCard.SetUp(await checklist.StepsAsync(person, cancellationToken)),
            ],
        };
    }
}
