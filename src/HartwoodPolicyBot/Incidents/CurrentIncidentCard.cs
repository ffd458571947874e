using HartwoodPolicyBot.Core.Channels;
using HartwoodPolicyBot.Core.Incidents;
using HartwoodPolicyBot.Policies;
using HartwoodPolicyBot.Teams.Activities;

namespace HartwoodPolicyBot.Incidents;

/// <summary>Makes an incident's card as things are now, with the clause of the policy that its kind is about.</summary>
internal sealed class CurrentIncidentCard(PolicyQuotes quotes, ChannelOptions options)
{
    /// <summary>Makes the card, which says who alone sees it if the report is about the practice manager.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="banner">What was just done, or why it was not.</param>
    public TeamsActivity Of(Incident incident, string? banner = null) =>
        SeenBy(SpeakUpWords.OnlySeenBy(incident, options), incident, banner);

    /// <summary>Makes the card for a place that has another sentence on who sees it.</summary>
    public TeamsActivity SeenBy(string? whom, Incident incident, string? banner = null) =>
        IncidentCard.Message(incident, QuoteOf(incident), whom, banner);

    private PolicyQuote? QuoteOf(Incident incident)
    {
        var (section, words) = IncidentChoices.Clause(incident.Kind);
        return quotes.Find(section, words);
    }
}
