using AdaptiveCards;
using HartwoodPolicyBot.Core.Privacy;
using HartwoodPolicyBot.Files;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Web;
using HartwoodPolicyBot.Welcome;

namespace HartwoodPolicyBot.Privacy;

/// <summary>
/// Shows people what is stored about them, offers it as a file, and deletes what may be deleted. Nobody can ask for somebody
/// else's data.
/// </summary>
internal sealed class MyDataConversation(PersonalDataRequests requests, FileHandover files, PublicAddress address) : IConversation
{
    public IEnumerable<BotCommand> Commands =>
        [
            new(
                ["my data", "what do you store about me", "what do you know about me"],
                (turn, cancel) => PrivatelyAsync(turn, () => ShowAsync(turn, cancel)),
                CommandHelp.ForEverybody("see or delete what I hold about you")
            ),
            new(["delete my data", "forget me"], (turn, cancel) => PrivatelyAsync(turn, () => AskAsync(turn, cancel))),
        ];

    public IEnumerable<BotIntent> Intents =>
        [
            new("my-data", (turn, cancel) => PrivatelyAsync(turn, () => ShowAsync(turn, cancel))),
            new(
                "privacy-notice",
                (_, _) =>
                    Task.FromResult(
                        SmallTalkCards.Leading(
                            "The privacy notice says what I keep, why, and for how long.",
                            new AdaptiveOpenUrlAction { Title = "Read the privacy notice", Url = address.Privacy },
                            BotVerbs.CommandButton("See my data", "my data")
                        )
                    )
            ),
        ];

    public IEnumerable<CardVerb> Verbs =>
        [
            new(MyDataCard.Show, (turn, _, cancel) => InPlaceAsync(turn, () => ShowAsync(turn, cancel))),
            new(
                MyDataCard.Page,
                async (turn, _, cancel) =>
                    new ClickAnswer.Said(
                        await PrivatelyAsync(
                            turn,
                            () =>
                                files.OfferPageAsync(
                                    turn,
                                    new(MyDataPageFile.Kind.Code, Sender.IdOf(turn).Given),
                                    "Everything I hold about you, to read or print.",
                                    cancel
                                )
                        )
                    )
            ),
            new(
                MyDataCard.Json,
                async (turn, _, cancel) =>
                    new ClickAnswer.Said(
                        await PrivatelyAsync(
                            turn,
                            () =>
                                files.OfferAsync(
                                    turn,
                                    new(MyDataJsonFile.Kind.Code, Sender.IdOf(turn).Given),
                                    new(MyDataJsonFile.Name, "Everything I hold about you, as a file for another program (JSON)."),
                                    cancel
                                )
                        )
                    )
            ),
            new(MyDataCard.AskDelete, (turn, _, cancel) => InPlaceAsync(turn, () => AskAsync(turn, cancel))),
            new(
                MyDataCard.Delete,
                (turn, _, cancel) =>
                    InPlaceAsync(
                        turn,
                        async () =>
                        {
                            var (deleted, remaining) = await requests.DeleteAsync(Sender.IdOf(turn), cancel);
                            return MyDataCard.Deleted(deleted, remaining, address.Privacy);
                        }
                    )
            ),
        ];

    private static async Task<ClickAnswer> InPlaceAsync(ITurn turn, Func<Task<TeamsActivity>> answer) =>
        new ClickAnswer.InPlace(await PrivatelyAsync(turn, answer));

    private static async Task<TeamsActivity> PrivatelyAsync(ITurn turn, Func<Task<TeamsActivity>> answer) =>
        Sender.IsPersonal(turn) ? await answer() : MyDataCard.NotHere(PrivateChat.Button(turn, "my data"));

    private async Task<TeamsActivity> AskAsync(ITurn turn, CancellationToken cancellationToken) =>
        MyDataCard.Ask(await requests.AboutAsync(Sender.IdOf(turn), cancellationToken));

    private async Task<TeamsActivity> ShowAsync(ITurn turn, CancellationToken cancellationToken) =>
        MyDataCard.Message(await requests.AboutAsync(Sender.IdOf(turn), cancellationToken), address.Privacy);
}
