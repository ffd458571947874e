using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Training;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Teams.Activities;

namespace HartwoodPolicyBot.Training;

/// <summary>Chooses the card that shows where somebody is in their attempt, whatever they clicked to get there.</summary>
internal sealed class AttemptCards(
    OwnTraining training,
    RecordTrainingAnswer answers,
    TrainingModule module,
    TrainingOptions options,
    TrainingStatus status
)
{
    public bool IsOffered => module.IsOffered;

    /// <summary>Returns the card of the next scenario, or the card to start an attempt.</summary>
    public TeamsActivity Current(TrainingView view, string? banner = null) =>
        view.Running is { } running
            ? ScenarioCard.Message(module, running, banner)
            : TrainingStartCard.Message(view, options, status.Today, banner ?? view.Refusal?.Sentence);

    public static TeamsActivity Stopped(TrainingView view) =>
        view.Running is { } running
            ? TrainingStartCard.Sentence(
                $"I've saved your place ({TrainingWords.Progress(running.Answers.Count, running.Count)}). Carry on whenever you like.",
                TrainingVerbs.ContinueButton(),
                TrainingVerbs.MineButton()
            )
            : TrainingStartCard.Sentence("You have no training in progress.", TrainingVerbs.StartButton(), TrainingVerbs.MineButton());

    public async Task<ClickAnswer> AnswerAsync(PersonId person, string? id, CancellationToken cancellationToken)
    {
        if (TrainingVerbs.Read(id) is not { } clicked)
        {
            return new ClickAnswer.Refused(TrainingRefusals.Unknown);
        }

        var result = await answers.AnswerAsync(person, clicked.Attempt, clicked.Number, clicked.Place, cancellationToken);
        return result.Attempt is null
            ? new ClickAnswer.Refused(result.Refusal!)
            : new ClickAnswer.InPlace(await ShowAsync(person, result, cancellationToken));
    }

    /// <summary>
    /// Answers with a letter that was typed; returns null if no scenario is open or it has no option with that letter.
    /// </summary>
    public async Task<TeamsActivity?> AnswerByLetterAsync(PersonId person, int place, CancellationToken cancellationToken)
    {
        if (await training.LookAsync(person, cancellationToken) is not { Running: { } attempt })
        {
            return null;
        }

        return await ShowAsync(
            person,
            await answers.AnswerAsync(person, new(attempt.Id), attempt.Answers.Count + 1, place, cancellationToken),
            cancellationToken
        );
    }

    public async Task<ClickAnswer> NextAsync(PersonId person, string? id, CancellationToken cancellationToken)
    {
        if (TrainingVerbs.Read(id) is not { } clicked)
        {
            return new ClickAnswer.Refused(TrainingRefusals.Unknown);
        }

        if (await training.RunningAsync(person, cancellationToken) is { } running)
        {
            var isHere = running.Id == clicked.Attempt.Value && clicked.Number == running.Answers.Count;
            return new ClickAnswer.InPlace(ScenarioCard.Message(module, running, isHere ? null : TrainingRefusals.OldCard.Sentence));
        }

        var view = await training.LookAsync(person, cancellationToken);
        return view.Finished is [var last, ..] && last.Id == clicked.Attempt.Value
            ? new ClickAnswer.InPlace(TrainingResultCard.Message(module, last, view))
            : new ClickAnswer.InPlace(Current(view, view.Refusal?.Sentence ?? TrainingRefusals.OldCard.Sentence));
    }

    private async Task<TeamsActivity> ShowAsync(PersonId person, TrainingAnswerResult result, CancellationToken cancellationToken)
    {
        // A scenario that has been removed from the file can't be shown, so the person gets the card for where they are now.
        if (result is { Attempt: { } attempt, Answered: > 0 } && module.Find(attempt.Questions[result.Answered - 1].ScenarioId) is not null)
        {
            return ScenarioFeedbackCard.Message(module, attempt, result.Answered, result.Refusal?.Sentence);
        }

        var view = await training.LookAsync(person, cancellationToken);
        return Current(view, view.Refusal?.Sentence ?? result.Refusal?.Sentence);
    }
}
