using System.Text.Json;
using AdaptiveCards;
using HartwoodPolicyBot.Core.Channels;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Incidents;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;

namespace HartwoodPolicyBot.Incidents;

/// <summary>
/// Handles "Report this message" in a message's menu: it shows the form in a dialog that only the person who opened it sees.
/// </summary>
/// <remarks>
/// Source: learn.microsoft.com, "Define message extension action commands" and "Respond to the submit action".
/// </remarks>
internal sealed class MessageReportConversation(
    ReportIntake intake,
    ReportFormReader reader,
    PersonalChats chats,
    ChannelOptions options,
    StaffOptions staff
) : IConversation
{
    private const string Title = "Report this message";

    public IEnumerable<BotCommand> Commands => [];

    public IEnumerable<CardVerb> Verbs => [];

    public IEnumerable<NamedInvoke> Invokes =>
        [
            new(ActivityKinds.ComposeExtensionFetchTask, (turn, _) => Task.FromResult(Open(turn))),
            new(ActivityKinds.ComposeExtensionSubmitAction, SubmitAsync),
        ];

    private InvokeAnswer Open(ITurn turn)
    {
        var message = MenuMessage.In(turn.Activity.Value);
        var author =
            message.IsApp ? "an app"
            : PersonId.TryParse(message.AuthorId, out var writer) && staff.IsDeputy(writer) ? "a deputy of the practice manager"
            : staff.ActsAsManager(writer) ? "a practice manager"
            : "a colleague";
        var answers = reader.Answers(message.Text.Length == 0 ? "" : $"Teams message from {author}: {message.Text}");
        answers[ReportForm.Platform] = "Teams";
        answers[ReportForm.Link] = reader.Masked(message.Link);
        return Dialog(IncidentFormCard.NewForDialog(Guid.NewGuid(), reader.Today, SpeakUpWords.GoElsewhere(options), answers));
    }

    private async Task<InvokeAnswer> SubmitAsync(ITurn turn, CancellationToken cancellationToken)
    {
        var click =
            turn.Activity.Value is { ValueKind: JsonValueKind.Object } value && value.TryGetProperty("data", out var data)
                ? CardClick.Of(data)
                : null;
        switch (click?.Verb)
        {
            case IncidentVerbs.Send:
                return Dialog(CardFor(await intake.ReviewAsync(click.Id, click.Input, ReporterIn(turn), cancellationToken)));
            case IncidentVerbs.SendReviewed:
                var sent = await intake.SendAsync(
                    click.Id,
                    ReportReviewCard.Answers(click),
                    ReporterIn(turn),
                    cancel => chats.WithSenderAsync(turn.Activity, cancel),
                    cancellationToken
                );
                return Dialog(CardFor(sent));
            case IncidentVerbs.Edit when Guid.TryParse(click.Id, out var form):
                var read = reader.Read(ReportReviewCard.Answers(click));
                return Dialog(
                    IncidentFormCard.AgainForDialog(form, reader.Today, SpeakUpWords.GoElsewhere(options), read.Masked, read.Errors)
                );
            default:
                return Dialog(ReporterCards.ForDialog(IncidentRefusals.Unknown.Sentence));
        }
    }

    private static PersonInChat ReporterIn(ITurn turn) => new(Sender.IdOf(turn), Sender.NameOf(turn), turn.Activity.ServiceUrl!, null);

    private AdaptiveCard CardFor(IntakeOutcome sent) =>
        sent switch
        {
            IntakeOutcome.Again again => IncidentFormCard.AgainForDialog(
                again.Form,
                reader.Today,
                SpeakUpWords.GoElsewhere(options),
                again.Read.Masked,
                again.Read.Errors
            ),
            IntakeOutcome.Review review => ReportReviewCard.ForDialog(review),
            IntakeOutcome.Received received => ReportReceiptCard.ForDialog(received.Incident, received.Code, received.Destination),
            IntakeOutcome.Refused refused when refused.Why == IncidentRefusals.NoSpeakUpWay => ReporterCards.GoToForDialog(
                options.SpeakUpInstead,
                refused.Written
            ),
            IntakeOutcome.Refused { Why: var why } => ReporterCards.ForDialog(why.Sentence),
            _ => throw new InvalidOperationException($"No card for {sent.GetType().Name}"),
        };

    private static InvokeAnswer Dialog(AdaptiveCard card) => InvokeAnswer.Dialog(Title, card);
}
