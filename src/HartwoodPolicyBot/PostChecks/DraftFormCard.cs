using AdaptiveCards;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;

namespace HartwoodPolicyBot.PostChecks;

/// <summary>Makes the form that asks for a draft, where it will go, on whose account, and about its picture.</summary>
internal static class DraftFormCard
{
    private const string Title = "Check a post";

    public static TeamsActivity Message(DraftForm form, string? problem = null) =>
        CardMessage.Of(
            Card(
                form,
                problem,
                [
                    AdaptiveExecuteAction.Of("Check this post", PostCheckVerbs.Check).Positive(),
                    AdaptiveExecuteAction.Of("Cancel", PostCheckVerbs.Cancel, leavesForm: true),
                ]
            ),
            Title
        );

    /// <summary>Makes the form for a dialog, where a click arrives as a submit.</summary>
    public static AdaptiveCard ForDialog(DraftForm form, string? problem = null) =>
        Card(form, problem, [AdaptiveExecuteAction.Of("Check this post", PostCheckVerbs.Check).Fallback!]);

    private static AdaptiveCard Card(DraftForm form, string? problem, IReadOnlyList<AdaptiveAction> actions) =>
        new()
        {
            FallbackText = Title,
            Body =
            [
                AdaptiveTextBlock.Heading(Title),
                new AdaptiveTextBlock("Paste what you'd like to post. I'll tell you what the policy says about it. I don't keep it."),
                .. AdaptiveTextBlock.Warning(problem),
                new AdaptiveTextInput
                {
                    Id = PostCheckVerbs.Draft,
                    Label = "Your post",
                    IsMultiline = true,
                    MaxLength = DraftForm.LongestDraft,
                    IsRequired = true,
                    ErrorMessage = "Please paste or type your post.",
                    Value = OrNull(form.Draft),
                },
                new AdaptiveChoiceSetInput
                {
                    Id = PostCheckVerbs.Account,
                    Label = "Whose account?",
                    Style = "expanded",
                    Choices = [new("My own", PostCheckVerbs.Own), new("The practice's", PostCheckVerbs.OfPractice)],
                    Value = form.IsOnPracticeAccount ? PostCheckVerbs.OfPractice : PostCheckVerbs.Own,
                },
                new AdaptiveTextInput
                {
                    Id = PostCheckVerbs.Where,
                    Label = "Where will it go? (optional)",
                    MaxLength = DraftForm.LongestLine,
                    Value = OrNull(form.Where),
                },
                new AdaptiveChoiceSetInput
                {
                    Id = PostCheckVerbs.Picture,
                    Label = "Is there a picture?",
                    Style = "expanded",
                    Choices = [new("No", PostCheckVerbs.No), new("Yes", PostCheckVerbs.Yes)],
                    Value = form.HasPicture ? PostCheckVerbs.Yes : PostCheckVerbs.No,
                },
                new AdaptiveTextInput
                {
                    Id = PostCheckVerbs.Shows,
                    Label = "What does the picture show, including in the background? (optional)",
                    MaxLength = DraftForm.LongestLine,
                    Value = OrNull(form.Shows),
                },
            ],
            Actions = actions,
        };

    private static string? OrNull(string value) => value.Length == 0 ? null : value;
}
