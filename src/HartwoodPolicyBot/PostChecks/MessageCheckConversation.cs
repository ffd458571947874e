using System.Text.Json;
using AdaptiveCards;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.PostChecks;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;

namespace HartwoodPolicyBot.PostChecks;

/// <summary>
/// Handles "Check this post" in a message's menu and in the menu of the compose box: it shows the outcome, or the form where there
/// is no message, in a dialog that only the person who opened it sees.
/// </summary>
/// <remarks>
/// Source: learn.microsoft.com, "Define message extension action commands" and "Respond to the submit action".
/// </remarks>
internal sealed class MessageCheckConversation(CheckPost check, CountPostChecks counts, PostCheckCard card) : IConversation
{
    private const string Title = "Check this post";

    public IEnumerable<BotCommand> Commands => [];

    public IEnumerable<CardVerb> Verbs => [];

    public IEnumerable<NamedInvoke> Invokes =>
        [
            new(ActivityKinds.ComposeExtensionFetchTask, OpenAsync, PostCheckVerbs.ManifestCommand),
            new(ActivityKinds.ComposeExtensionSubmitAction, SubmitAsync, PostCheckVerbs.ManifestCommand),
        ];

    private async Task<InvokeAnswer> OpenAsync(ITurn turn, CancellationToken cancellationToken)
    {
        var words = ActivityText.Fold(MenuMessage.In(turn.Activity.Value).Text);
        return Dialog(
            words.Length == 0
                ? DraftFormCard.ForDialog(DraftForm.Empty)
                : await OutcomeAsync(DraftForm.Of(Excerpt.Cut(words, DraftForm.LongestDraft)), cancellationToken)
        );
    }

    private async Task<InvokeAnswer> SubmitAsync(ITurn turn, CancellationToken cancellationToken)
    {
        var click =
            turn.Activity.Value is { ValueKind: JsonValueKind.Object } value && value.TryGetProperty("data", out var data)
                ? CardClick.Of(data)
                : null;
        return click switch
        {
            { Verb: PostCheckVerbs.Check } when DraftForm.Read(click.Input) is { Draft.Length: > 0 } form => Dialog(
                await OutcomeAsync(form, cancellationToken)
            ),
            { Verb: PostCheckVerbs.Form } => Dialog(DraftFormCard.ForDialog(DraftForm.Read(click.Kept))),
            _ => Dialog(DraftFormCard.ForDialog(DraftForm.Empty, "Please paste or type your post.")),
        };
    }

    private async Task<AdaptiveCard> OutcomeAsync(DraftForm form, CancellationToken cancellationToken)
    {
        var outcome = check.Check(form.Text, form.IsOnPracticeAccount);
        await counts.AddAsync(outcome.Verdict, cancellationToken);
        return card.ForDialog(form, outcome);
    }

    private static InvokeAnswer Dialog(AdaptiveCard shown) => InvokeAnswer.Dialog(Title, shown);
}
