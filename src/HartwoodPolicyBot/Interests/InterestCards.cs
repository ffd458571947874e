using AdaptiveCards;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Interests;
using HartwoodPolicyBot.Routing;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;
using HartwoodPolicyBot.Welcome;

namespace HartwoodPolicyBot.Interests;

/// <summary>Makes the cards with a person's own interests, and the list of everybody's for practice managers.</summary>
internal static class InterestCards
{
    private const int PageSize = 8;

    /// <summary>Makes the card with a person's interests, each as a row to tap.</summary>
    public static TeamsActivity Mine(IReadOnlyList<Interest> interests, int wanted, string? banner = null)
    {
        var page = interests.PageOf(PageSize, wanted);
        return CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = "Your interests",
                Body =
                [
                    .. AdaptiveTextBlock.Banner(banner),
                    AdaptiveTextBlock.Heading("Your interests"),
                    new AdaptiveTextBlock(
                        interests.Count == 0
                            ? "You haven't declared any. Tell the practice about gifts, paid work or a business that you post about."
                            : "Practice managers can see these. Tap one to change or end it."
                    ),
                    .. page.Items.SelectMany(interest =>
                        new AdaptiveElement[]
                        {
                            AdaptiveContainer.Row(
                                AdaptiveExecuteAction.Of(
                                    $"{interest.Party}: {interest.What}",
                                    InterestVerbs.Open,
                                    InterestVerbs.Id(interest)
                                )
                            ),
                            AdaptiveRichTextBlock.Subtle(Details(interest)),
                        }
                    ),
                    .. page.PlaceLine(),
                ],
                Actions = [InterestOffer.Button(), .. page.Buttons(InterestVerbs.Mine), HelpCard.Button()],
            },
            "Your interests"
        );
    }

    /// <summary>Makes the card of one of a person's interests.</summary>
    public static TeamsActivity One(Interest interest, string? banner = null)
    {
        var id = InterestVerbs.Id(interest);
        return CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = interest.Party,
                Body =
                [
                    .. AdaptiveTextBlock.Banner(banner),
                    AdaptiveTextBlock.Heading(interest.Party),
                    .. Facts(interest),
                    AdaptiveRichTextBlock.Labelled("Last confirmed", PracticeTime.Text(interest.ConfirmedOn), "Small"),
                ],
                Actions =
                [
                    AdaptiveExecuteAction.Of("Change this interest", InterestVerbs.ChangeForm, id),
                    AdaptiveExecuteAction.Of("End this interest", InterestVerbs.End, id),
                    InterestVerbs.MineButton(),
                ],
            },
            $"Your interest: {interest.Party}"
        );
    }

    /// <summary>Makes the form for declaring an interest.</summary>
    public static TeamsActivity DeclareForm(InterestFields fields, Guid formId, DateOnly today, string? error = null) =>
        Form(
            "Declare an interest",
            fields,
            today,
            error,
            AdaptiveExecuteAction.Of(
                "Declare this interest",
                InterestVerbs.Declare,
                kept: new Dictionary<string, string>(StringComparer.Ordinal) { [InterestVerbs.Form] = $"{formId:N}" }
            )
        );

    /// <summary>Makes the form for changing an interest.</summary>
    public static TeamsActivity ChangeForm(string id, InterestFields fields, DateOnly today, string? error = null) =>
        Form("Change your interest", fields, today, error, AdaptiveExecuteAction.Of("Save changes", InterestVerbs.Change, id));

    /// <summary>Makes the list of what staff have declared, for practice managers.</summary>
    public static TeamsActivity All(Page<Interest> page, bool ended)
    {
        var title = ended ? "Interests that have ended" : "Interests that staff have declared";
        return CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = title,
                Body =
                [
                    AdaptiveTextBlock.Heading(title),
                    .. page.Items.Count == 0
                        ? [new AdaptiveTextBlock("No one has declared any.")]
                        : page.Items.SelectMany(interest =>
                            new AdaptiveElement[] { AdaptiveTextBlock.PartHeading(interest.PersonName) }
                                .Append(AdaptiveRichTextBlock.Labelled("With", interest.Party))
                                .Concat(Facts(interest))
                                .Append(
                                    interest.EndedAt is { } at
                                        ? AdaptiveRichTextBlock.Labelled("Ended", PracticeTime.Text(PracticeTime.DateOf(at)), "Small")
                                        : AdaptiveRichTextBlock.Labelled("Last confirmed", PracticeTime.Text(interest.ConfirmedOn), "Small")
                                )
                        ),
                    .. page.PlaceLine(),
                ],
                Actions =
                [
                    ended
                        ? AdaptiveExecuteAction.Of("See current interests", InterestVerbs.All, "1")
                        : AdaptiveExecuteAction.Of("See ended interests", InterestVerbs.Ended, "1"),
                    .. page.Buttons(ended ? InterestVerbs.Ended : InterestVerbs.All),
                    HelpCard.Button(),
                ],
            },
            title
        );
    }

    /// <summary>Makes a line with what the row doesn't say.</summary>
    public static string Details(Interest interest) =>
        (interest.Since is { } day ? $"Since {PracticeTime.Text(day)}. " : "")
        + (interest.IsMentioned ? "You'll mention it when you post." : "You won't mention it when you post.");

    private static TeamsActivity Form(string title, InterestFields fields, DateOnly today, string? error, AdaptiveExecuteAction send) =>
        CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = title,
                Body =
                [
                    AdaptiveTextBlock.Heading(title),
                    new AdaptiveTextBlock("Practice managers can see what you declare. Please leave patients' details out."),
                    .. AdaptiveTextBlock.Warning(error),
                    new AdaptiveTextInput
                    {
                        Id = InterestVerbs.What,
                        Label = "What is it, such as a gift, a paid talk or your own business?",
                        MaxLength = Interest.LongestWhat,
                        IsRequired = true,
                        ErrorMessage = InterestRefusals.WhatMissing.Sentence,
                        Value = OrNull(fields.What),
                    },
                    new AdaptiveTextInput
                    {
                        Id = InterestVerbs.Party,
                        Label = "Who is it with?",
                        MaxLength = Interest.LongestParty,
                        IsRequired = true,
                        ErrorMessage = InterestRefusals.PartyMissing.Sentence,
                        Value = OrNull(fields.Party),
                    },
                    new AdaptiveDateInput
                    {
                        Id = InterestVerbs.Since,
                        Label = "Since when? (optional)",
                        Max = FormDay.Text(today),
                        Value = fields.Since is { } day ? FormDay.Text(day) : null,
                    },
                    new AdaptiveChoiceSetInput
                    {
                        Id = InterestVerbs.Mention,
                        Label = "Will you mention it when you post about it?",
                        Style = "expanded",
                        IsRequired = true,
                        ErrorMessage = InterestRefusals.MentionMissing.Sentence,
                        Choices = [new("Yes", InterestVerbs.Yes), new("No", InterestVerbs.No)],
                        Value = fields.IsMentioned switch
                        {
                            true => InterestVerbs.Yes,
                            false => InterestVerbs.No,
                            null => null,
                        },
                    },
                ],
                Actions = [send.Positive(), AdaptiveExecuteAction.Of("Cancel", InterestVerbs.Mine, "1", leavesForm: true)],
            },
            title
        );

    private static IEnumerable<AdaptiveElement> Facts(Interest interest) =>
        [
            AdaptiveRichTextBlock.Labelled("What", interest.What, "Small"),
            AdaptiveRichTextBlock.Labelled("Since", interest.Since is { } day ? PracticeTime.Text(day) : "Not said", "Small"),
            AdaptiveRichTextBlock.Labelled("Mentioned when posting", interest.IsMentioned ? "Yes" : "No", "Small"),
        ];

    private static string? OrNull(string value) => value.Length == 0 ? null : value;
}
