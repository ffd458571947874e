using HartwoodPolicyBot.Core.Channels;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Incidents;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;

namespace HartwoodPolicyBot.Incidents;

/// <summary>
/// Lets reporters look at their reports, add to them and withdraw them. It works in the person's own chat only; anonymous
/// reports are opened with their code.
/// </summary>
internal sealed class OwnReportConversation(
    IncidentStore incidents,
    IncidentHandling handling,
    Audit audit,
    ReportFormReader reader,
    ChannelOptions options,
    StaffChatRecorder staff,
    UndeliveredSpeakUpReports undelivered
) : IConversation
{
    private const int LongestShown = 300;

    public IEnumerable<BotCommand> Commands =>
        [new(["my reports", "my report", "reports"], MineAsync, CommandHelp.ForEverybody("see what's happening with your reports"))];

    public IEnumerable<BotIntent> Intents =>
        [
            new("my-reports", MineAsync),
            new(
                "withdraw-report",
                (turn, cancel) => CardLead.WithAsync("Tap a report to add to it or to withdraw it.", MineAsync(turn, cancel))
            ),
        ];

    public IEnumerable<CardVerb> Verbs =>
        [
            new(
                IncidentVerbs.MyReports,
                async (turn, click, cancel) =>
                    click.Id is null
                        ? new ClickAnswer.Said(await MineAsync(turn, cancel))
                        : new ClickAnswer.InPlace(await MineAsync(turn, PageButtons.NumberIn(click.Id), cancel))
            ),
            new(IncidentVerbs.FindByCode, FindByCodeAsync),
            new(
                IncidentVerbs.See,
                (turn, click, cancel) =>
                    OwnAsync(
                        turn,
                        click,
                        (incident, code) => SeenAsync(incident, code, PageButtons.NumberIn(click.Kept(IncidentVerbs.Page)), cancel),
                        cancel
                    )
            ),
            new(
                IncidentVerbs.AddForm,
                (turn, click, cancel) =>
                    OwnAsync(turn, click, (incident, code) => Task.FromResult(OwnReportCard.AddForm(incident, code)), cancel)
            ),
            new(
                IncidentVerbs.WithdrawForm,
                (turn, click, cancel) =>
                    OwnAsync(turn, click, (incident, code) => Task.FromResult(OwnReportCard.WithdrawForm(incident, code)), cancel)
            ),
            new(IncidentVerbs.Add, AddAsync),
            new(IncidentVerbs.Withdraw, WithdrawAsync),
        ];

    private Task<TeamsActivity> MineAsync(ITurn turn, CancellationToken cancellationToken) => MineAsync(turn, 1, cancellationToken);

    private async Task<TeamsActivity> MineAsync(ITurn turn, int page, CancellationToken cancellationToken) =>
        Sender.IsPersonal(turn) ? await ListAsync(turn, page, null, cancellationToken) : ReporterCards.ComeToMe(turn, "my reports");

    private async Task<TeamsActivity> ListAsync(ITurn turn, int page, string? error, CancellationToken cancellationToken)
    {
        // Somebody who reported from another chat may have had no chat with the bot until now, so waiting deliveries can be
        // sent.
        await staff.AddedAsync(turn.Activity, cancellationToken);
        return OwnReportsCard.Message(await incidents.OfReporterAsync(Sender.IdOf(turn), page, cancellationToken), error);
    }

    private async Task<ClickAnswer> FindByCodeAsync(ITurn turn, CardClick click, CancellationToken cancellationToken)
    {
        if (!Sender.IsPersonal(turn))
        {
            return new ClickAnswer.Refused(IncidentRefusals.Unknown);
        }

        var code = click.Input(IncidentVerbs.Code) ?? "";
        if (await incidents.OfCodeAsync(code, cancellationToken) is { } incident)
        {
            return new ClickAnswer.InPlace(await SeenAsync(incident, code, 1, cancellationToken));
        }

        await audit.RefusedAsync(null, IncidentAudit.FindByCode, IncidentRefusals.Unknown, null, cancellationToken);
        return new ClickAnswer.InPlace(
            await ListAsync(turn, 1, "I can't find a report with that code. Please check it and try again.", cancellationToken)
        );
    }

    /// <summary>
    /// Makes the card of a report. An anonymous reporter can't be sent a message, so the card tells them if the report was not
    /// delivered.
    /// </summary>
    private async Task<TeamsActivity> SeenAsync(Incident incident, string? code, int page, CancellationToken cancellationToken) =>
        OwnReportCard.Message(
            incident,
            code,
            await undelivered.IncludeAsync(new(incident.Id), cancellationToken)
                ? ReporterCards.UndeliveredSentence(options.SpeakUpInstead)
                : null,
            page
        );

    private async Task<ClickAnswer> OwnAsync(
        ITurn turn,
        CardClick click,
        Func<Incident, string?, Task<TeamsActivity>> card,
        CancellationToken cancellationToken
    )
    {
        var code = click.Kept(IncidentVerbs.Code);
        var (incident, refusal) = await WhoAsync(turn, click, cancellationToken) is { } request
            ? await handling.LookAtOwnAsync(request, code, cancellationToken)
            : new(null, IncidentRefusals.Unknown);
        return incident is null ? new ClickAnswer.Refused(refusal!) : new ClickAnswer.InPlace(await card(incident, code));
    }

    private async Task<ClickAnswer> AddAsync(ITurn turn, CardClick click, CancellationToken cancellationToken)
    {
        var code = click.Kept(IncidentVerbs.Code);
        var text = click.Input(IncidentVerbs.Text) ?? "";
        var (incident, refusal) = await WhoAsync(turn, click, cancellationToken) is { } request
            ? await handling.AddAsync(request, code, text, cancellationToken)
            : new(null, IncidentRefusals.Unknown);
        return (incident, refusal) switch
        {
            (null, _) => new ClickAnswer.Refused(refusal!),
            (_, null) => new ClickAnswer.InPlace(OwnReportCard.Message(incident, code, Added(incident, reader.Masked(text)))),
            _ when incident.IsOver => new ClickAnswer.InPlace(OwnReportCard.Message(incident, code, refusal.Sentence)),
            _ => new ClickAnswer.InPlace(OwnReportCard.AddForm(incident, code, reader.Masked(text), refusal.Sentence)),
        };
    }

    /// <summary>Returns the thanks with the words as they are kept. An anonymous reporter's chat keeps no words of the report.</summary>
    private static string Added(Incident incident, string text) =>
        incident.MayBeNamedToReporter
            ? $"Thanks, I've added: “{Excerpt.Of(text, LongestShown)}”"
            : "Thanks, I've added that to your report.";

    private async Task<ClickAnswer> WithdrawAsync(ITurn turn, CardClick click, CancellationToken cancellationToken)
    {
        var code = click.Kept(IncidentVerbs.Code);
        var (incident, refusal) = await WhoAsync(turn, click, cancellationToken) is { } request
            ? await handling.WithdrawAsync(request, code, cancellationToken)
            : new(null, IncidentRefusals.Unknown);
        return incident is null
            ? new ClickAnswer.Refused(refusal!)
            : new ClickAnswer.InPlace(OwnReportCard.Message(incident, code, refusal?.Sentence ?? "I've withdrawn your report."));
    }

    /// <summary>
    /// Returns who clicked and what they ask for; null outside the reporter's own chat, so that a copied card does nothing. The
    /// cards of an anonymous report name it by its code alone.
    /// </summary>
    private async Task<IncidentRequest?> WhoAsync(ITurn turn, CardClick click, CancellationToken cancellationToken)
    {
        if (!Sender.IsPersonal(turn))
        {
            return null;
        }

        var named = IncidentVerbs.Read(click.Id);
        if (named is null && click.Kept(IncidentVerbs.Code) is { Length: > 0 } code)
        {
            named = await incidents.OfCodeAsync(code, cancellationToken) is { } found ? (new(found.Id), found.Version) : null;
        }

        return named is var (incident, seen)
            ? new(incident, seen, Sender.IdOf(turn), "", Sender.PlaceOf(turn)) { Press = IncidentVerbs.PressIn(click, IncidentVerbs.Text) }
            : null;
    }
}
