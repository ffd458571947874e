using AdaptiveCards;
using HartwoodPolicyBot.Core.Channels;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Welcome;

namespace HartwoodPolicyBot.Incidents;

/// <summary>Tells the person who gets reports about the practice manager so, when they add the bot.</summary>
internal sealed class SpeakUpWelcomePart(ChannelOptions options) : IWelcomePart
{
    public Task<WelcomePart?> ForAsync(TeamsActivity installed, CancellationToken cancellationToken) =>
        Task.FromResult(
            options.SpeakUpId == Sender.IdOf(installed)
                ? new WelcomePart(
                    "I'll send you reports about the practice manager or a deputy, here in this chat. Only you can see them.",
                    Button: null
                )
                {
                    Rows = [AdaptiveContainer.Row(IncidentVerbs.SpeakUpListButton())],
                }
                : null
        );
}
