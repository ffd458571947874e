using HartwoodPolicyBot.Bot;
using HartwoodPolicyBot.Core.Incidents;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;

namespace HartwoodPolicyBot.Incidents;

/// <summary>Short cards around reporting.</summary>
internal static class ReporterCards
{
    public static Activity ComeToMe() => Short(
        "Reports are made one-to-one, so that nobody else reads along. Open a chat with me and type report.", [HelpCard.Button()]);

    /// <param name="whom">Who to go to about the practice manager.</param>
    public static Activity GoTo(string whom) => Short(GoToSentence(whom), [ReportOffer.Button()]);

    public static string GoToSentence(string whom) =>
        $"I have nobody to send this to but the practice manager, so I have not kept it, and I have sent it to nobody. Please go to {whom} instead.";

    /// <summary>To the reporter, when a report about the practice manager has reached nobody.</summary>
    public static Activity Undelivered(Incident incident, string whom) => Short(
        $"{incident.Reference}: {UndeliveredSentence(whom)}", [ExecuteAction.Of("See my report", IncidentVerbs.See, IncidentVerbs.Id(incident)), HelpCard.Button()]);

    public static string UndeliveredSentence(string whom) =>
        $"Your report has not reached the person for reports about the practice manager. It is kept, and I have sent it to nobody else. Please go to {whom} as well.";

    /// <summary>A sentence in a dialog, which has its own way to close it.</summary>
    public static AdaptiveCard ForDialog(string sentence) => new() { FallbackText = sentence, Body = [new TextBlock(sentence)] };

    private static Activity Short(string sentence, IReadOnlyList<CardAction> actions) => CardMessage.Of(
        new AdaptiveCard { FallbackText = sentence, Body = [new TextBlock(sentence)], Actions = actions }, sentence);
}
