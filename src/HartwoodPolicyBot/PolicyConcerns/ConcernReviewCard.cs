using AdaptiveCards;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.PolicyConcerns;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;
using HartwoodPolicyBot.Welcome;

namespace HartwoodPolicyBot.PolicyConcerns;

/// <summary>Makes the card on which somebody looks at their concern before it is stored, and the receipt that replaces it.</summary>
internal static class ConcernReviewCard
{
    private const string Title = "Check before you send";
    private const string Sent = "Thank you. I've got your concern";

    public static TeamsActivity Message(Guid form, ConcernForm answers) =>
        CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = Title,
                Body =
                [
                    AdaptiveTextBlock.Heading(Title),
                    new AdaptiveTextBlock("I haven't sent anything yet. This is what I'll keep:"),
                    AdaptiveRichTextBlock.SetOff(answers.Text.Split('\n')),
                    AdaptiveRichTextBlock.Labelled("Your name", ConcernWords.NameIsSeenBy(answers.Visibility!.Value)),
                    .. answers.Hidden.Count == 0
                        ? (AdaptiveElement[])[]
                        : [new AdaptiveTextBlock($"I've hidden {IdentifierWords.Counted(answers.Hidden)}. I don't keep what I hide.")],
                    .. answers.Visibility == ConcernVisibility.Named
                        ? (AdaptiveElement[])[]
                        : [new AdaptiveTextBlock("Could anything in it show who you are? If so, please take it out.")],
                ],
                Actions =
                [
                    AdaptiveExecuteAction.Of("Send concern", ConcernVerbs.Send, $"{form}", answers.Kept()).Positive(),
                    AdaptiveExecuteAction.Of("Change concern", ConcernVerbs.Edit, $"{form}", answers.Kept()),
                    AdaptiveExecuteAction.Of("Cancel", ConcernVerbs.Cancel),
                ],
            },
            Title
        );

    /// <summary>Makes the receipt. An anonymous one has the code, and nothing else that leads to the concern.</summary>
    public static TeamsActivity Receipt(RaisedConcern raised) =>
        CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = Sent,
                Body =
                [
                    AdaptiveTextBlock.Heading(Sent),
                    .. raised.Code is not { } code
                        ? (AdaptiveElement[])[new AdaptiveTextBlock("I'll tell you here when they answer.")]
                        :
                        [
                            new AdaptiveFactSet { Facts = [new("Your code", code)] },
                            new AdaptiveTextBlock(
                                "Keep this code safe. It's the only way to read the answer, and I can't show it again. To use it, tap "
                                    + "See my concerns."
                            )
                            {
                                Weight = "Bolder",
                            },
                        ],
                ],
                Actions = [AdaptiveExecuteAction.Of("See my concerns", ConcernVerbs.Mine)],
            },
            Sent
        );

    /// <summary>Says whom to go to where a concern about the author can be sent to nobody else, and gives the words back.</summary>
    public static TeamsActivity GoTo(PolicyAuthors authors, ConcernForm answers)
    {
        var sentence =
            $"I can't send this to anyone except {ConcernWords.AuthorOf(authors)}, so I haven't saved it or sent it. "
            + $"Please speak to {authors.Instead} instead.";
        return CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = sentence,
                Body =
                [
                    new AdaptiveTextBlock(sentence),
                    new AdaptiveTextInput
                    {
                        Id = "written",
                        Label = "What you wrote",
                        IsMultiline = true,
                        MaxLength = PolicyConcern.LongestText,
                        Value = answers.Text,
                    },
                    AdaptiveTextBlock.Subtle("You can copy this. I haven't saved it."),
                ],
                Actions = [AdaptiveExecuteAction.Of("Raise a concern", ConcernVerbs.Form, leavesForm: true), HelpCard.Button()],
            },
            sentence
        );
    }
}
