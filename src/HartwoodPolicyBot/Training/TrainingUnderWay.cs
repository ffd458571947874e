using HartwoodPolicyBot.Bot;
using HartwoodPolicyBot.Core.Training;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;

namespace HartwoodPolicyBot.Training;

/// <summary>What somebody types in the middle of a round: a letter, cancel, or a question about the policy, after which they can go on.</summary>
internal sealed class TrainingUnderWay(RunningAttempts running, TrainingRound round, TrainingDesk desk) : IUnderWay
{
    private const int MostOptions = 6;
    private static readonly string[] Stops = ["cancel", "stop"];
    private static readonly string[] Prefixes = ["answer ", "option "];

    public async ValueTask<Activity?> AnswerAsync(Activity said, string text, CancellationToken cancellationToken)
    {
        var stops = Stops.Contains(text, StringComparer.OrdinalIgnoreCase);
        var place = PlaceOf(text);
        if ((!stops && place is null) || !await IsInARoundAsync(said, cancellationToken))
        {
            return null;
        }

        var person = Sender.IdOf(said);
        if (place is { } chosen)
        {
            return await round.AnswerByLetterAsync(person, chosen, cancellationToken);
        }

        var view = await desk.LookAsync(person, cancellationToken);
        return view.Running is null ? null : TrainingRound.Stopped(view);
    }

    public async ValueTask<ExecuteAction?> ContinueAsync(Activity said, CancellationToken cancellationToken) =>
        await IsInARoundAsync(said, cancellationToken) ? TrainingVerbs.ContinueButton() : null;

    private async ValueTask<bool> IsInARoundAsync(Activity said, CancellationToken cancellationToken) =>
        Sender.IsPersonal(said) && await running.IncludesAsync(Sender.IdOf(said), cancellationToken);

    /// <summary>"B", "b" and "answer b".</summary>
    private static int? PlaceOf(string text)
    {
        var letter = Prefixes
            .Where(prefix => text.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            .Select(prefix => text[prefix.Length..])
            .FirstOrDefault(text);
        return letter.Length == 1 && char.ToUpperInvariant(letter[0]) - 'A' is >= 0 and < MostOptions and var place ? place : null;
    }
}
