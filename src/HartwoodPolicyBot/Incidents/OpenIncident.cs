using HartwoodPolicyBot.Core.Incidents;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;

namespace HartwoodPolicyBot.Incidents;

/// <summary>Opens an incident from a list. Whoever taps is checked each time.</summary>
internal sealed class OpenIncident(IncidentHandling handling, CurrentIncidentCard card)
{
    public async Task<ClickAnswer> OpenAsync(ITurn turn, CardClick click, CancellationToken cancellationToken)
    {
        if (IncidentVerbs.RequestOf(turn, click) is not { } request)
        {
            return new ClickAnswer.Refused(IncidentRefusals.Unknown);
        }

        var (incident, refusal) = await handling.LookAsync(request, cancellationToken);
        return incident is null ? new ClickAnswer.Refused(refusal!) : new ClickAnswer.Said(card.Of(incident));
    }
}
