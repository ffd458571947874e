using HartwoodPolicyBot.Core.Channels;
using HartwoodPolicyBot.Core.Incidents;
using HartwoodPolicyBot.Core.Search;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;
using HartwoodPolicyBot.Welcome;

namespace HartwoodPolicyBot.Incidents;

/// <summary>
/// Lets staff report an incident. It works in the person's own chat only, because nobody else should see the form.
/// </summary>
internal sealed class ReportConversation(ReportIntake intake, ReportFormReader reader, Disclosures disclosures, ChannelOptions options)
    : IConversation
{
    public IEnumerable<BotCommand> Commands =>
        [
            new(
                [
                    ReportOffer.Verb,
                    "report an incident",
                    "report incident",
                    "incident",
                    "report something",
                    "report it",
                    "report this",
                    "make a report",
                    "how do i report",
                    "how do i report something",
                    "how do i report it",
                    "how do i report an incident",
                    "how do i make a report",
                    "how can i report something",
                    "where do i report something",
                    "i want to report something",
                    "i need to report something",
                ],
                (turn, _) => Task.FromResult(Sender.IsPersonal(turn) ? NewForm("") : ReporterCards.ComeToMe(turn, ReportOffer.Verb)),
                CommandHelp.ForEverybody("report something that's gone wrong online")
            ),
        ];

    public IEnumerable<BotIntent> Intents =>
        [
            new(
                AboutTheManager.ToReport,
                (turn, _) =>
                    Task.FromResult(
                        AboutTheManager.IsToBeReported(Terms.Words(turn.Activity.Written.Command)) ? AboutTheManagerForm(turn)
                        : Sender.IsPersonal(turn) ? NewForm(WhatHappened(turn.Activity.Written.Command))
                        : ReporterCards.ComeToMe(turn, ReportOffer.Verb)
                    )
            ),
            new(
                AboutTheManager.WhoSeesReport,
                (_, _) =>
                    Task.FromResult(
                        SmallTalkCards.Leading(
                            "The practice manager gets your report, and everyone in the incidents channel can read it. You choose "
                                + "whether they see your name. If you report anonymously, I don't keep your name. "
                                + (
                                    options.HasSpeakUpWay
                                        ? "A report about the practice manager or a deputy goes to someone else, and they can't see it."
                                        : "I can't send a report about the practice manager to anyone else: please speak to "
                                            + $"{options.SpeakUpInstead}."
                                ),
                            ReportOffer.Button()
                        )
                    )
            ),
        ];

    public IEnumerable<CardVerb> Verbs =>
        [
            new(
                ReportOffer.Verb,
                (turn, click, _) =>
                    Task.FromResult<ClickAnswer>(
                        new ClickAnswer.Said(
                            Sender.IsPersonal(turn) ? NewForm(click.Id ?? "") : ReporterCards.ComeToMe(turn, ReportOffer.Verb)
                        )
                    )
            ),
            new(
                IncidentVerbs.Send,
                async (turn, click, cancel) => AnswerTo(await intake.ReviewAsync(click.Id, click.Input, Reporter(turn), cancel))
            ),
            new(
                IncidentVerbs.SendReviewed,
                async (turn, click, cancel) =>
                    AnswerTo(
                        await intake.SendAsync(
                            click.Id,
                            ReportReviewCard.Answers(click),
                            Reporter(turn),
                            _ => Task.FromResult(turn.Activity.Conversation?.Id),
                            cancel
                        )
                    )
            ),
            new(IncidentVerbs.Edit, (_, click, _) => Task.FromResult(Edit(click))),
            new(IncidentVerbs.Cancel, (_, _, _) => Task.FromResult<ClickAnswer>(new ClickAnswer.InPlace(ReporterCards.NothingSent()))),
        ];

    /// <summary>Returns a message that tells what happened, and nothing of one that only wants to report something.</summary>
    private string WhatHappened(string message) => disclosures.Tells(message) && !OwningUp.IsTold(Terms.Words(message)) ? message : "";

    private TeamsActivity NewForm(string text) => NewForm(text, AboutTheManager.IsTold(Terms.Words(text)));

    private TeamsActivity NewForm(string text, bool asksAboutManager) =>
        IncidentFormCard.New(Guid.NewGuid(), reader.Today, SpeakUpWords.GoElsewhere(options), reader.Answers(text), asksAboutManager);

    /// <summary>
    /// Leads somebody who wants to report a practice manager to the form, or where nobody else gets such a report, to the person to
    /// speak to.
    /// </summary>
    private TeamsActivity AboutTheManagerForm(ITurn turn) =>
        !options.HasSpeakUpWay
            ? SmallTalkCards.Leading(
                "I can't send a report about the practice manager to anyone else, and I haven't saved your message. "
                    + $"Please speak to {options.SpeakUpInstead}."
            )
        : Sender.IsPersonal(turn) ? NewForm("", asksAboutManager: true)
        : ReporterCards.ComeToMe(turn, ReportOffer.Verb);

    private ClickAnswer Edit(CardClick click)
    {
        if (!Guid.TryParse(click.Id, out var form))
        {
            return new ClickAnswer.Refused(IncidentRefusals.Unknown);
        }

        var read = reader.Read(ReportReviewCard.Answers(click));
        return new ClickAnswer.InPlace(
            IncidentFormCard.Again(form, reader.Today, SpeakUpWords.GoElsewhere(options), read.Masked, read.Errors)
        );
    }

    private ClickAnswer AnswerTo(IntakeOutcome outcome) =>
        outcome switch
        {
            IntakeOutcome.Again again => new ClickAnswer.InPlace(
                IncidentFormCard.Again(again.Form, reader.Today, SpeakUpWords.GoElsewhere(options), again.Read.Masked, again.Read.Errors)
            ),
            IntakeOutcome.Review review => new ClickAnswer.InPlace(ReportReviewCard.Message(review)),
            IntakeOutcome.Received received => new ClickAnswer.InPlace(
                ReportReceiptCard.Message(received.Incident, received.Code, received.Destination)
            ),
            IntakeOutcome.Refused refused when refused.Why == IncidentRefusals.NoSpeakUpWay => new ClickAnswer.InPlace(
                ReporterCards.GoTo(options.SpeakUpInstead, refused.Written)
            ),
            IntakeOutcome.Refused { Why: var why } => new ClickAnswer.Refused(why),
            var other => throw new InvalidOperationException($"No answer for {other.GetType().Name}"),
        };

    /// <summary>Returns the reporter; null outside their own chat, so that a copied form does nothing.</summary>
    private static PersonInChat? Reporter(ITurn turn) =>
        Sender.IsPersonal(turn) ? new(Sender.IdOf(turn), Sender.NameOf(turn), turn.Activity.ServiceUrl!, null) : null;
}
