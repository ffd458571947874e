using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.PolicyConcerns;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;
using HartwoodPolicyBot.Welcome;

namespace HartwoodPolicyBot.PolicyConcerns;

/// <summary>
/// Lets the author of a policy answer and close concerns, in their own chat. One about the author is worked on where reports about a
/// practice manager are. Who may is asked again at every click.
/// </summary>
internal sealed class AnswerConcernConversation(AnswerPolicyConcern concerns, Audit audit) : IConversation
{
    private static readonly string[] Kinds = [PolicyConcernDeliveryKinds.Card, PolicyConcernDeliveryKinds.SpeakUpCard];
    private const string NotForYou = "Only the author of a policy gets concerns about it. You can raise a concern yourself.";

    public IEnumerable<BotCommand> Commands =>
        [
            new(
                ["concerns", "policy concerns", "concerns about policies"],
                ListAsync,
                CommandHelp.ForManagers("see concerns that a policy discriminates")
            ),
        ];

    public IEnumerable<BotIntent> Intents => [new("concerns", Commands.First().Answer)];

    public IEnumerable<CardVerb> Verbs =>
        [
            new(ConcernVerbs.Open, OpenAsync),
            Verb(ConcernVerbs.Answer, closes: false, "I've saved your answer."),
            Verb(ConcernVerbs.Close, closes: true, "I've closed this concern."),
        ];

    private CardVerb Verb(string verb, bool closes, string done) =>
        new(verb, (turn, click, cancel) => AnswerAsync(turn, click, closes, done, cancel))
        {
            Card = new KeptCard(Kinds, ConcernVerbs.KeyOf),
        };

    private static ConcernHandler Handler(ITurn turn) =>
        new(Sender.IdOf(turn), Sender.NameOf(turn), Sender.IsPersonal(turn) ? null : Sender.PlaceOf(turn));

    private async Task<TeamsActivity> ListAsync(ITurn turn, CancellationToken cancellationToken) =>
        concerns.IsHandler(Handler(turn))
            ? ConcernCard.List(await concerns.OpenAsync(Handler(turn), cancellationToken))
            : SmallTalkCards.Leading(NotForYou, BotVerbs.CommandButton("Raise a concern", "raise a concern"));

    private async Task<ClickAnswer> OpenAsync(ITurn turn, CardClick click, CancellationToken cancellationToken)
    {
        var found = Ids.Read<PolicyConcern>(click.Id) is { } id
            ? await concerns.FindAsync(id, Handler(turn), cancellationToken)
            : PolicyConcernRefusals.Unknown;
        return found.Value is { } concern
            ? new ClickAnswer.Said(ConcernCard.Message(concern, null))
            : await RefusedAsync(turn, found.Refusal!, click, cancellationToken);
    }

    private async Task<ClickAnswer> AnswerAsync(ITurn turn, CardClick click, bool closes, string done, CancellationToken cancellationToken)
    {
        if (Ids.Read<PolicyConcern>(click.Id) is not { } id)
        {
            return new ClickAnswer.Refused(PolicyConcernRefusals.Unknown);
        }

        var written = click.Input(ConcernVerbs.Text) ?? "";
        var (concern, refusal) = await concerns.AnswerAsync(id, Handler(turn), written, closes, cancellationToken);
        return concern is null
            ? await RefusedAsync(turn, refusal!, click, cancellationToken)
            : new ClickAnswer.InPlace(
                ConcernCard.Message(
                    concern,
                    click.Kept(ConcernVerbs.Place),
                    refusal?.Sentence ?? done,
                    refusal is null ? null : Excerpt.Cut(written, PolicyConcern.LongestText)
                )
            );
    }

    private async Task<ClickAnswer> RefusedAsync(ITurn turn, Refusal refusal, CardClick click, CancellationToken cancellationToken)
    {
        await audit.RefusedAsync(
            Sender.IdOf(turn),
            PolicyConcernAudit.Answer,
            refusal,
            Ids.Read<PolicyConcern>(click.Id)?.ToString(),
            cancellationToken
        );
        return new ClickAnswer.Refused(refusal);
    }
}
