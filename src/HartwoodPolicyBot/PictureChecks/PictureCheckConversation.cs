using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.PictureChecks;
using HartwoodPolicyBot.Files;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;
using HartwoodPolicyBot.Teams.Files;
using HartwoodPolicyBot.Welcome;

namespace HartwoodPolicyBot.PictureChecks;

/// <summary>Checks a picture that somebody sends in their own chat, before they post it.</summary>
/// <remarks>
/// Source: the policy, Patient confidentiality: "Images shared of a workplace will be checked to ensure they do not inadvertently
/// contain anything that might breach confidentiality."
/// </remarks>
internal sealed class PictureCheckConversation(
    PictureIntake intake,
    CheckPicture check,
    SentPictures sent,
    PictureCheckCard card,
    FileHandover handover
) : IConversation
{
    private const string How =
        "Send me the picture in this chat: paste it, or drop the file here. I'll tell you what its file gives away and what I can read "
        + "in it. I don't keep it.";

    private const string InPrivate = "I check pictures in private only. Please message me directly and send it there.";
    private const string OneAtATime = "Please send one picture at a time. I haven't opened these.";
    private const string AllLooked = "Thank you. If someone is in the picture, keep a note of their consent.";

    public IEnumerable<BotCommand> Commands =>
        [
            new(
                [
                    "check a picture",
                    "check picture",
                    "check this picture",
                    "check my picture",
                    "check a photo",
                    "check photo",
                    "check my photo",
                ],
                (turn, _) => Task.FromResult(SmallTalkCards.SentenceWithHelp(Sender.IsPersonal(turn) ? How : InPrivate)),
                CommandHelp.ForEverybody("see what a picture gives away before you post it")
            ),
        ];

    public IEnumerable<BotIntent> Intents => [new("check-picture", Commands.First().Answer)];

    public IEnumerable<FileReceiver> Files => [new(ReceiveAsync) { Takes = files => files.All(file => file.IsPicture) }];

    public IEnumerable<CardVerb> Verbs =>
        [new(PictureVerbs.Copy, CopyAsync), new(PictureVerbs.Looked, (_, click, _) => Task.FromResult<ClickAnswer>(Looked(click)))];

    private async Task<TeamsActivity> ReceiveAsync(ITurn turn, IReadOnlyList<SentFile> files, CancellationToken cancellationToken)
    {
        if (files.Count > 1)
        {
            return SmallTalkCards.SentenceWithHelp(OneAtATime);
        }

        if (check.TakesTime)
        {
            await turn.SendActivityAsync(new TeamsActivity { Type = ActivityKinds.Typing }, cancellationToken);
        }

        var found = await intake.CheckAsync(Sender.IdOf(turn), files[0], cancellationToken);
        return found.Value is { } picture ? card.Message(picture) : SmallTalkCards.SentenceWithHelp(found.Refusal!.Sentence);
    }

    private async Task<ClickAnswer> CopyAsync(ITurn turn, CardClick click, CancellationToken cancellationToken) =>
        !Sender.IsPersonal(turn) || sent.Find(Sender.IdOf(turn), click.Id) is not { } file
            ? new ClickAnswer.Refused(PictureRefusals.Forgotten)
            : new ClickAnswer.Said(
                await handover.OfferAsync(
                    turn,
                    new OfferedFile(PictureCopyFile.Kind.Code, click.Id),
                    new FileDescription(
                        PictureCopyFile.NameOf(file),
                        "A copy of your picture without hidden data. It still shows what the picture shows."
                    ),
                    cancellationToken
                )
            );

    /// <summary>Answers with what is left to look at. The ticks are kept nowhere.</summary>
    private static ClickAnswer.Said Looked(CardClick click)
    {
        var ticked = (click.Input(PictureVerbs.Ticks) ?? "").Split(',');
        var left = PictureWords.Ticks.Where(tick => !ticked.Contains(tick.Value, StringComparer.Ordinal)).ToList();
        return new ClickAnswer.Said(left.Count == 0 ? SmallTalkCards.Sentence(AllLooked) : StillToLookCard.Message(left));
    }
}
