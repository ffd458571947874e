using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;
using HartwoodPolicyBot.Teams.Files;
using HartwoodPolicyBot.Welcome;

namespace HartwoodPolicyBot.Policies;

/// <summary>
/// Lets a practice manager send a policy as a file, review what was read, and publish it, in their own chat with the bot.
/// </summary>
internal sealed class PolicyUpdateConversation(
    PolicyUpload upload,
    PolicyDrafts drafts,
    PublishPolicy publishing,
    PublishedCards cards,
    PolicyReviewPages pages,
    ManagerAccess managers
) : IConversation
{
    private const string How =
        "To publish a policy, drop its file into this chat: Word (.docx), PDF, Markdown or plain text, up to 10 MB. "
        + "I'll show you what I read and what would change. Nothing is published until you say so.";

    private const string WhoCan =
        "Only practice managers can publish a policy. If you have a new version, please send it to yours. I haven't opened your file.";

    public IEnumerable<BotCommand> Commands =>
        [
            new(
                ["update the policy", "update policy", "publish a policy", "publish policy", "new policy", "upload policy"],
                HowAsync,
                CommandHelp.ForManagers("publish a new version or another policy")
            ),
        ];

    public IEnumerable<BotIntent> Intents => [new("change-policy", HowAsync) { IsForManagersOnly = true }];

    public IEnumerable<FileReceiver> Files => [new(ReceiveAsync)];

    public IEnumerable<CardVerb> Verbs =>
        [
            Verb(PublishVerbs.Review, (turn, id, _, cancel) => ReviewAsync(turn, drafts.LookAsync(id, cancel), null, cancel)),
            Verb(PublishVerbs.Correct, async (_, id, _, cancel) => Show(await drafts.FindAsync(id, cancel), PolicyReviewCard.Correct)),
            Verb(PublishVerbs.Corrected, CorrectAsync),
            Verb(
                PublishVerbs.Details,
                async (_, id, _, cancel) => Show(await drafts.LookAsync(id, cancel), review => PolicyReviewCard.Details(review))
            ),
            Verb(PublishVerbs.Publish, PublishAsync),
            Verb(
                PublishVerbs.Discard,
                async (_, id, _, cancel) =>
                {
                    await drafts.DiscardAsync(id, cancel);
                    return new ClickAnswer.InPlace(SmallTalkCards.Sentence("I've discarded the file. Nothing has changed."));
                }
            ),
        ];

    private async Task<TeamsActivity> HowAsync(ITurn turn, CancellationToken cancellationToken) =>
        await managers.RefusalAsync(turn, PolicyAudit.Change, inOwnChat: false, cancellationToken) is null
            ? SmallTalkCards.Leading(How, BotVerbs.CommandButton("See all versions", "versions"))
            : SmallTalkCards.Leading(PolicyRefusals.NotAllowed.Sentence, PolicyVerbs.BrowseButton());

    private async Task<TeamsActivity> ReceiveAsync(ITurn turn, IReadOnlyList<SentFile> files, CancellationToken cancellationToken)
    {
        if (await managers.RefusalAsync(turn, PolicyAudit.Change, inOwnChat: true, cancellationToken) is not null)
        {
            return SmallTalkCards.Sentence(WhoCan);
        }

        if (files.Count > 1)
        {
            return SmallTalkCards.SentenceWithHelp("Please send one policy at a time. I haven't opened these files.");
        }

        var read = await upload.ReadAsync(files[0], cancellationToken);
        if (read.Value is not { } policy)
        {
            return SmallTalkCards.SentenceWithHelp(read.Refusal!.Sentence);
        }

        var added = await drafts.AddAsync(Sender.IdOf(turn), files[0].Name, policy, cancellationToken);
        return added.Value is { } review
            ? PolicyReviewCard.Message(review, await pages.LinkAsync(Sender.IdOf(turn), review.Draft.Id, cancellationToken))
            : SmallTalkCards.SentenceWithHelp(added.Refusal!.Sentence);
    }

    private CardVerb Verb(string verb, Func<ITurn, Id<PolicyDraft>, CardClick, CancellationToken, Task<ClickAnswer>> answer) =>
        managers.Verb(
            verb,
            PolicyAudit.Change,
            (turn, click, cancel) =>
                Ids.Read<PolicyDraft>(click.Id) is { } id
                    ? answer(turn, id, click, cancel)
                    : Task.FromResult<ClickAnswer>(new ClickAnswer.Refused(PolicyRefusals.DraftGone))
        );

    private static ClickAnswer Show(Outcome<PolicyReview> found, Func<PolicyReview, TeamsActivity> card) =>
        found.Value is { } review ? new ClickAnswer.InPlace(card(review)) : new ClickAnswer.Refused(found.Refusal!);

    private async Task<ClickAnswer> ReviewAsync(
        ITurn turn,
        Task<Outcome<PolicyReview>> finding,
        string? banner,
        CancellationToken cancellationToken
    )
    {
        var found = await finding;
        if (found.Value is not { } review)
        {
            return new ClickAnswer.Refused(found.Refusal!);
        }

        var page = await pages.LinkAsync(Sender.IdOf(turn), review.Draft.Id, cancellationToken);
        return new ClickAnswer.InPlace(PolicyReviewCard.Message(review, page, banner));
    }

    private Task<ClickAnswer> CorrectAsync(ITurn turn, Id<PolicyDraft> id, CardClick click, CancellationToken cancellationToken)
    {
        var correction = click.Input(PolicyReviewCard.Heading) switch
        {
            PolicyReviewCard.Join => new HeadingCorrection(null),
            PolicyReviewCard.Text => new HeadingCorrection(null, KeepsWords: true),
            var level when int.TryParse(level, out var number) => new HeadingCorrection(number),
            _ => null,
        };
        return ReviewAsync(
            turn,
            int.TryParse(click.Input(PolicyReviewCard.Section), out var section) && correction is not null
                ? drafts.CorrectAsync(id, section, correction, cancellationToken)
                : drafts.LookAsync(id, cancellationToken),
            null,
            cancellationToken
        );
    }

    private async Task<ClickAnswer> PublishAsync(ITurn turn, Id<PolicyDraft> id, CardClick click, CancellationToken cancellationToken)
    {
        var read = Read(click);
        var published = read.Value is { } details
            ? await publishing.PublishAsync(Sender.AsManager(turn), id, details, cancellationToken)
            : read.Refusal!;
        if (published.Value is { } version)
        {
            return new ClickAnswer.InPlace(cards.Of(version));
        }

        // The form comes again with what was written in it, and the sentence that says what to change.
        var found = await drafts.FindAsync(id, cancellationToken);
        return published.Refusal!.Kind == RefusalKind.Conflict
            ? await ReviewAsync(turn, drafts.LookAsync(id, cancellationToken), published.Refusal.Sentence, cancellationToken)
            : Show(found, review => PolicyReviewCard.Details(review, click, published.Refusal.Sentence));
    }

    private static Outcome<PolicyDetails> Read(CardClick click)
    {
        var days = new[] { PolicyReviewCard.ApprovedOn, PolicyReviewCard.ReviewBy, PolicyReviewCard.From };
        if (days.Any(field => Line(click, field) is { } written && FormDay.Read(written) is null))
        {
            return PolicyRefusals.UnreadableDay;
        }

        return new PolicyDetails(
            Line(click, PolicyReviewCard.Title) ?? "",
            Line(click, PolicyReviewCard.Version),
            Line(click, PolicyReviewCard.Owner),
            FormDay.Read(click.Input(PolicyReviewCard.ApprovedOn)),
            FormDay.Read(click.Input(PolicyReviewCard.ReviewBy)),
            click.Input(PolicyReviewCard.Minor) == "yes",
            FormDay.Read(click.Input(PolicyReviewCard.From))
        )
        {
            IsNew = click.Input(PolicyReviewCard.Replaces) == PolicyReviewCard.NewPolicy,
        };
    }

    private static string? Line(CardClick click, string field)
    {
        const int Longest = 120;
        var text = Excerpt.Cut(ActivityText.Fold(click.Input(field) ?? ""), Longest).Trim();
        return text.Length == 0 ? null : text;
    }
}
