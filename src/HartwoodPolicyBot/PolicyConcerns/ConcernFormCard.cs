using AdaptiveCards;
using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.PolicyConcerns;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;

namespace HartwoodPolicyBot.PolicyConcerns;

/// <summary>Makes the form in which somebody says how a policy discriminates, and whether the author may know who they are.</summary>
internal static class ConcernFormCard
{
    private const string Title = "Raise a concern about a policy";

    /// <param name="form">The id of the form.</param>
    /// <param name="answers">What is filled in already.</param>
    /// <param name="library">The policies; the form asks which one if there are several.</param>
    /// <param name="authors">Who gets concerns.</param>
    /// <param name="problem">What to change; null for a new form.</param>
    public static TeamsActivity Message(
        Guid form,
        ConcernForm answers,
        PolicyLibrary library,
        PolicyAuthors authors,
        string? problem = null
    ) =>
        CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = Title,
                Body =
                [
                    AdaptiveTextBlock.Heading(Title),
                    new AdaptiveTextBlock(
                        authors.HasAuthor
                            ? "Tell the author if you think that a policy discriminates against anyone. They'll answer you. "
                                + "No one else sees it."
                            : "Tell the practice manager if you think that a policy discriminates against anyone. They'll answer you. "
                                + "It isn't posted in any channel."
                    ),
                    .. authors.HasOtherWay
                        ? Array.Empty<AdaptiveElement>()
                        :
                        [
                            new AdaptiveTextBlock(
                                $"If it's about {ConcernWords.AuthorOf(authors)}, I have no one else to send it to. "
                                    + $"Please speak to {authors.Instead} instead."
                            ),
                        ],
                    .. AdaptiveTextBlock.Warning(problem),
                    .. Policy(answers, library),
                    new AdaptiveTextInput
                    {
                        Id = ConcernForm.TextField,
                        Label = "What is your concern?",
                        IsMultiline = true,
                        MaxLength = PolicyConcern.LongestText,
                        IsRequired = true,
                        ErrorMessage = "Please say what your concern is.",
                        Value = answers.Text.Length == 0 ? null : answers.Text,
                    },
                    new AdaptiveChoiceSetInput
                    {
                        Id = ConcernForm.VisibilityField,
                        Label = "Should your name be shown?",
                        Style = "expanded",
                        IsRequired = true,
                        ErrorMessage = "Please choose one.",
                        Choices =
                        [
                            .. Enum.GetValues<ConcernVisibility>()
                                .Select(choice => new AdaptiveChoice(ConcernWords.Of(choice), $"{choice}")),
                        ],
                        Value = answers.Visibility is { } visibility ? $"{visibility}" : null,
                    },
                    new AdaptiveChoiceSetInput
                    {
                        Id = ConcernForm.AboutAuthorField,
                        Label = $"Is your concern about {ConcernWords.AuthorOf(authors)}?",
                        Style = "expanded",
                        IsRequired = true,
                        ErrorMessage = "Please choose one.",
                        Choices = [new("No", ConcernForm.No), new("Yes, so don't send it to them", ConcernForm.Yes)],
                        Value = answers.IsAboutAuthor switch
                        {
                            true => ConcernForm.Yes,
                            false => ConcernForm.No,
                            null => null,
                        },
                    },
                ],
                Actions =
                [
                    AdaptiveExecuteAction.Of("Check before sending", ConcernVerbs.Review, $"{form}").Positive(),
                    AdaptiveExecuteAction.Of("Cancel", ConcernVerbs.Cancel, leavesForm: true),
                ],
            },
            Title
        );

    private static IEnumerable<AdaptiveElement> Policy(ConcernForm answers, PolicyLibrary library)
    {
        if (library.Documents.Count > 1)
        {
            yield return new AdaptiveChoiceSetInput
            {
                Id = ConcernForm.PolicyField,
                Label = "Which policy?",
                Style = "compact",
                Choices = [.. library.Documents.Select(document => new AdaptiveChoice(document.Title, document.Slug))],
                Value = library.Document(answers.Policy)?.Slug ?? library.Documents[0].Slug,
            };
        }
    }
}
