using AdaptiveCards;
using HartwoodPolicyBot.Core.Training;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Teams.Activities;

namespace HartwoodPolicyBot.Training;

/// <summary>
/// Handles what somebody types during an attempt: a letter, "cancel", or a question about the policy, after which they can
/// continue.
/// </summary>
internal sealed class TrainingInProgress(AttemptsInProgress running, AttemptCards attempts, OwnTraining training) : IOngoingTask
{
    private const int MostOptions = 6;
    private static readonly string[] Stops = ["cancel", "stop"];
    private static readonly string[] Prefixes = ["answer ", "option "];

    public async ValueTask<TeamsActivity?> AnswerAsync(TeamsActivity activity, string text, CancellationToken cancellationToken)
    {
        var stops = Stops.Contains(text, StringComparer.OrdinalIgnoreCase);
        var place = PlaceOf(text);
        if ((!stops && place is null) || !await IsInAttemptAsync(activity, cancellationToken))
        {
            return null;
        }

        var person = Sender.IdOf(activity);
        if (place is { } chosen)
        {
            return await attempts.AnswerByLetterAsync(person, chosen, cancellationToken);
        }

        var view = await training.LookAsync(person, cancellationToken);
        return view.Running is null ? null : AttemptCards.Stopped(view);
    }

    public async ValueTask<AdaptiveExecuteAction?> ContinueAsync(TeamsActivity activity, CancellationToken cancellationToken) =>
        await IsInAttemptAsync(activity, cancellationToken) ? TrainingVerbs.ContinueButton() : null;

    private async ValueTask<bool> IsInAttemptAsync(TeamsActivity activity, CancellationToken cancellationToken) =>
        Sender.IsPersonal(activity) && await running.IncludesAsync(Sender.IdOf(activity), cancellationToken);

    /// <summary>Returns the place of the option in "B", "b" or "answer b", from 0; null for any other text.</summary>
    private static int? PlaceOf(string text)
    {
        var letter = Prefixes
            .Where(prefix => text.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            .Select(prefix => text[prefix.Length..])
            .FirstOrDefault(text);
        return letter.Length == 1 && char.ToUpperInvariant(letter[0]) - 'A' is >= 0 and < MostOptions and var place ? place : null;
    }
}
