using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Incidents;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;

namespace HartwoodPolicyBot.Incidents;

/// <summary>
/// Handles the steps that are taken on an incident's card. The card that comes back shows the current state, even if somebody
/// else was faster.
/// </summary>
internal sealed class IncidentHandlingConversation(IncidentHandling handling, ReportFormReader reader, CurrentIncidentCard card)
    : IConversation
{
    public IEnumerable<BotCommand> Commands => [];

    public IEnumerable<CardVerb> Verbs =>
        [
            Verb(IncidentVerbs.Acknowledge, (turn, click, cancel) => StepAsync(turn, click, by => handling.AcknowledgeAsync(by, cancel))),
            Verb(IncidentVerbs.TakeOn, (turn, click, cancel) => StepAsync(turn, click, by => handling.TakeOnAsync(by, cancel))),
            Verb(
                IncidentVerbs.Form,
                (turn, click, cancel) => ShowAsync(turn, click, incident => FormOf(turn, incident, click.Kept(IncidentVerbs.Which)), cancel)
            ),
            Verb(IncidentVerbs.Save, (turn, click, cancel) => StepAsync(turn, click, by => SaveAsync(by, click, cancel))),
            Verb(IncidentVerbs.More, (turn, click, cancel) => ShowAsync(turn, click, IncidentButtons.More, cancel)),
            Verb(
                IncidentVerbs.Timeline,
                (turn, click, cancel) => ShowAsync(turn, click, incident => IncidentTimelineCard.Message(incident, PageIn(click)), cancel)
            ),
            Verb(IncidentVerbs.Back, (turn, click, cancel) => StepAsync(turn, click, by => handling.LookAsync(by, cancel))),
        ];

    private static CardVerb Verb(string verb, Func<ITurn, CardClick, CancellationToken, Task<ClickAnswer>> answer) =>
        new(verb, answer) { Card = IncidentVerbs.Card };

    /// <summary>Returns the form of a step; to a deputy who may not close this, why, before they write an outcome.</summary>
    private TeamsActivity FormOf(ITurn turn, Incident incident, string? which) =>
        which is IncidentStepForms.Close or IncidentStepForms.CloseAtOnce && handling.WhyNotClose(incident, Sender.IdOf(turn)) is { } why
            ? card.Of(incident, why.Sentence)
            : IncidentStepForms.Message(incident, which) ?? card.Of(incident);

    private async Task<ClickAnswer> StepAsync(ITurn turn, CardClick click, Func<IncidentRequest, Task<IncidentResult>> step)
    {
        if (Who(turn, click) is not { } request)
        {
            return new ClickAnswer.Refused(IncidentRefusals.Unknown);
        }

        var (incident, refusal) = await step(request);
        if (incident is null)
        {
            return new ClickAnswer.Refused(refusal!);
        }

        // If the form can be corrected, what was typed is kept. It is masked before it goes back into a card.
        var again =
            refusal is null || refusal.Kind is RefusalKind.Conflict or RefusalKind.NotFound
                ? null
                : IncidentStepForms.Message(
                    incident,
                    click.Kept(IncidentVerbs.Which),
                    name => click.Input(name) is { } text ? reader.Masked(text) : null,
                    refusal.Sentence
                );
        return new ClickAnswer.InPlace(again ?? card.Of(incident, refusal?.Sentence));
    }

    /// <summary>Shows something of the incident, in place of its card, to somebody who may work on it.</summary>
    private async Task<ClickAnswer> ShowAsync(
        ITurn turn,
        CardClick click,
        Func<Incident, TeamsActivity> show,
        CancellationToken cancellationToken
    )
    {
        if (Who(turn, click) is not { } request)
        {
            return new ClickAnswer.Refused(IncidentRefusals.Unknown);
        }

        var (incident, refusal) = await handling.LookAsync(request, cancellationToken);
        return incident is null ? new ClickAnswer.Refused(refusal!) : new ClickAnswer.InPlace(show(incident));
    }

    private static int PageIn(CardClick click) => int.TryParse(click.Kept(IncidentVerbs.Page), out var page) ? page : 1;

    private async Task<IncidentResult> SaveAsync(IncidentRequest request, CardClick click, CancellationToken cancellationToken)
    {
        var text = click.Input(IncidentVerbs.Text) ?? "";
        return click.Kept(IncidentVerbs.Which) switch
        {
            IncidentStepForms.Note => await NoteAsync(request, click, text, cancellationToken),
            IncidentStepForms.Details => await DescribeAsync(request, click, cancellationToken),
            IncidentStepForms.Grade => await handling.GradeAsync(
                request,
                RiskGrade.Of(Number(click, IncidentStepForms.Consequence), Number(click, IncidentStepForms.Likelihood)),
                cancellationToken
            ),
            IncidentStepForms.PassOn => await PassOnAsync(request, click, cancellationToken),
            IncidentStepForms.Actions => await handling.ChangeActionsAsync(
                request,
                new(text, click.Input(IncidentStepForms.Owner) ?? "", click.Input(IncidentStepForms.DueOn) ?? ""),
                [.. Chosen(click, IncidentStepForms.DoneActions).Select(number => int.TryParse(number, out var done) ? done : 0)],
                cancellationToken
            ),
            IncidentStepForms.Deadline => await DeadlineAsync(request, click, text, cancellationToken),
            IncidentStepForms.Close => await handling.CloseAsync(
                request,
                text,
                click.Input(IncidentStepForms.Learning) ?? "",
                cancellationToken
            ),
            IncidentStepForms.CloseAtOnce => await CloseAtOnceAsync(request, click, text, cancellationToken),
            IncidentStepForms.Reopen => await handling.ReopenAsync(request, text, cancellationToken),
            _ => new(null, IncidentRefusals.Unknown),
        };
    }

    private async Task<IncidentResult> NoteAsync(IncidentRequest request, CardClick click, string text, CancellationToken cancellationToken)
    {
        var shared = Chosen(click, IncidentStepForms.Share);
        return shared.Any(choice => choice != IncidentStepForms.Ticked) ? await NoChoiceAsync(request, cancellationToken)
            : shared.Length > 0 ? await handling.TellReporterAsync(request, text, cancellationToken)
            : await handling.NoteAsync(request, text, cancellationToken);
    }

    private async Task<IncidentResult> DescribeAsync(IncidentRequest request, CardClick click, CancellationToken cancellationToken)
    {
        var (kind, source) = (click.Input(IncidentStepForms.Kind), click.Input(IncidentStepForms.Source));
        var (chosenKind, chosenSource) = (IncidentChoices.Read<IncidentKind>(kind), IncidentChoices.Read<IncidentSource>(source));
        return (chosenKind is null && kind is { Length: > 0 }) || (chosenSource is null && source is { Length: > 0 })
            ? await NoChoiceAsync(request, cancellationToken)
            : await handling.DescribeAsync(request, chosenKind, chosenSource, cancellationToken);
    }

    private async Task<IncidentResult> PassOnAsync(IncidentRequest request, CardClick click, CancellationToken cancellationToken)
    {
        var chosen = Chosen(click, IncidentStepForms.Flags).Select(IncidentChoices.Read<Referral>).ToList();
        if (chosen.Contains(null))
        {
            return await NoChoiceAsync(request, cancellationToken);
        }

        var flags = chosen.Aggregate(Referral.None, (all, flag) => all | flag!.Value);
        var said = flags == Referral.None ? "no one" : string.Join(", ", IncidentWords.In(flags).Select(IncidentWords.Of));
        return await handling.PassOnAsync(request, flags, said, cancellationToken);
    }

    private async Task<IncidentResult> CloseAtOnceAsync(
        IncidentRequest request,
        CardClick click,
        string text,
        CancellationToken cancellationToken
    )
    {
        var chosen = click.Input(IncidentStepForms.Reason);
        var reason = IncidentChoices.Read<NoWorkReason>(chosen);
        return reason is null && chosen is { Length: > 0 }
            ? await NoChoiceAsync(request, cancellationToken)
            : await handling.CloseAtOnceAsync(request, reason, text, cancellationToken);
    }

    /// <summary>Refuses a choice that the form does not offer. Nothing that was chosen beside it is stored.</summary>
    private async Task<IncidentResult> NoChoiceAsync(IncidentRequest request, CancellationToken cancellationToken) =>
        await handling.LookAsync(request, cancellationToken) is var seen && seen.Refusal is null
            ? seen with
            {
                Refusal = IncidentRefusals.NoChoice,
            }
            : seen;

    /// <summary>Changes the deadlines from one form for both; a field that was left empty changes nothing.</summary>
    private async Task<IncidentResult> DeadlineAsync(
        IncidentRequest request,
        CardClick click,
        string reason,
        CancellationToken cancellationToken
    )
    {
        var acknowledged = Chosen(click, IncidentStepForms.ComplaintAcknowledged);
        var decision = IncidentChoices.Read<BreachDecision>(click.Input(IncidentStepForms.Decision));
        if (
            (decision is null && click.Input(IncidentStepForms.Decision) is { Length: > 0 })
            || acknowledged.Any(choice => choice != IncidentStepForms.Ticked)
        )
        {
            return await NoChoiceAsync(request, cancellationToken);
        }

        var complaint = acknowledged.Length > 0;
        if (decision is not null || !complaint)
        {
            var decided = await handling.DecideAsync(request, decision, reason, cancellationToken);
            if (decided.Refusal is not null || !complaint)
            {
                return decided;
            }
        }

        return await handling.AcknowledgeComplaintAsync(request, cancellationToken);
    }

    private static IncidentRequest? Who(ITurn turn, CardClick click) =>
        IncidentVerbs.RequestOf(turn, click) is { } request
            ? request with
            {
                Press = IncidentVerbs.PressIn(click, IncidentStepForms.Inputs),
            }
            : null;

    private static string[] Chosen(CardClick click, string id) =>
        (click.Input(id) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static int Number(CardClick click, string id) => int.TryParse(click.Input(id), out var number) ? number : 0;
}
