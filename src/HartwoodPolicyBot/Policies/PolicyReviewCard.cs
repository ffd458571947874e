using System.Globalization;
using AdaptiveCards;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;

namespace HartwoodPolicyBot.Policies;

/// <summary>Makes the cards on which a practice manager reviews a file before it is published.</summary>
internal static class PolicyReviewCard
{
    public const string Title = "title";
    public const string Version = "version";
    public const string Owner = "owner";
    public const string ApprovedOn = "approvedOn";
    public const string ReviewBy = "reviewBy";
    public const string From = "from";
    public const string Minor = "minor";
    public const string Replaces = "replaces";
    public const string Section = "section";
    public const string Heading = "heading";
    public const string NewPolicy = "new";
    public const string Join = "join";
    public const string Text = "text";
    private const int MostShown = 5;
    private const int LongestShown = 300;
    private const int MostLevels = 4;
    private const int LongestTitle = 120;
    private const int LongestVersion = 40;
    private const int LongestOwner = 100;

    /// <summary>Makes the card that says what was found, and what follows from it.</summary>
    public static TeamsActivity Message(PolicyReview review, Uri page, string? banner = null)
    {
        var summary = $"{review.Policy.Title}: {ReviewWords.Found(review)}";
        var warnings = review.Effects.Where(effect => effect.Kind == PolicyEffectKind.Incident).ToList();
        return CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = summary,
                Body =
                [
                    .. AdaptiveTextBlock.Warning(banner),
                    AdaptiveTextBlock.Heading(review.Policy.Title),
                    new AdaptiveRichTextBlock($"I found {ReviewWords.Found(review)} in {review.Draft.FileName}. Nothing is published yet."),
                    new AdaptiveTextBlock(
                        review.Change.Before is { } before
                            ? $"Compared with {PolicyTitle.WithVersion(before)}: {ReviewWords.Changes(review.Change.Comparison)}."
                            : "It doesn't look like a new version of one of your policies, so I'd add it as a new policy."
                    ),
                    .. warnings.SelectMany(effect => AdaptiveTextBlock.Warning(effect.Sentence)),
                    .. Listed("Please check these", [.. review.Policy.Doubts.Select(doubt => doubt.Sentence)]),
                    .. Listed("What this changes", [.. review.Effects.Except(warnings).Select(effect => effect.Sentence)]),
                ],
                Actions =
                [
                    new AdaptiveOpenUrlAction { Title = "Open the full review", Url = page },
                    AdaptiveExecuteAction.Of("Publish…", PublishVerbs.Details, PublishVerbs.IdOf(review)).Positive(),
                    AdaptiveExecuteAction.Of("Correct a heading", PublishVerbs.Correct, PublishVerbs.IdOf(review)).Secondary(),
                    AdaptiveExecuteAction.Of("Discard the file", PublishVerbs.Discard, PublishVerbs.IdOf(review)).Destructive().Secondary(),
                ],
            },
            summary
        );
    }

    /// <summary>Makes the form that asks once for what the file may not say.</summary>
    public static TeamsActivity Details(PolicyReview review, CardClick? answered = null, string? banner = null)
    {
        string? Given(string field, string? otherwise) => answered?.Input(field) ?? otherwise;
        var policy = review.Policy;
        return CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = "Publish the policy",
                Body =
                [
                    .. AdaptiveTextBlock.Warning(banner),
                    AdaptiveTextBlock.Heading("Publish the policy"),
                    new AdaptiveTextInput
                    {
                        Id = Title,
                        Label = "Title",
                        Value = Given(Title, policy.Title),
                        MaxLength = LongestTitle,
                        IsRequired = true,
                        ErrorMessage = "Please give the policy a title.",
                    },
                    .. review.Change.Before is { } before
                        ?
                        [
                            new AdaptiveChoiceSetInput
                            {
                                Id = Replaces,
                                Label = "What is it?",
                                Value = Given(Replaces, before.Slug),
                                Style = "expanded",
                                Choices = [new($"A new version of {before.Title}", before.Slug), new("A new policy", NewPolicy)],
                            },
                        ]
                        : Array.Empty<AdaptiveElement>(),
                    Optional(Version, "Version (optional)", Given(Version, policy.Version), LongestVersion),
                    Optional(Owner, "Owner (optional)", Given(Owner, policy.Owner ?? review.Change.Before?.Owner), LongestOwner),
                    Day(ApprovedOn, "Approved on (optional)", Given(ApprovedOn, Written(policy.ApprovedOn))),
                    Day(ReviewBy, "Review by (optional)", Given(ReviewBy, Written(policy.ReviewBy))),
                    Day(From, "In force from (optional; today if left empty)", Given(From, null)),
                    new AdaptiveChoiceSetInput
                    {
                        Id = Minor,
                        Label = "Does everyone need to read it?",
                        Value = Given(Minor, "no"),
                        Style = "expanded",
                        Choices = [new("Yes, I'll ask them next", "no"), new("No, it's a minor change", "yes")],
                    },
                ],
                Actions =
                [
                    AdaptiveExecuteAction.Of("Publish", PublishVerbs.Publish, PublishVerbs.IdOf(review)).Positive(),
                    AdaptiveExecuteAction.Of("Back to the review", PublishVerbs.Review, PublishVerbs.IdOf(review), leavesForm: true),
                ],
            },
            "Publish the policy"
        );
    }

    /// <summary>Makes the form on which a heading's level is corrected, or its section joined with the one above.</summary>
    public static TeamsActivity Correct(PolicyReview review) =>
        CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = "Correct a heading",
                Body =
                [
                    AdaptiveTextBlock.Heading("Correct a heading"),
                    new AdaptiveChoiceSetInput
                    {
                        Id = Section,
                        Label = "Which heading?",
                        Style = "compact",
                        Choices =
                        [
                            .. review
                                .Policy.Sections.Select((section, place) => (Section: section, Place: place))
                                .Where(one => one.Section.Heading.Length > 0)
                                .Select(one => new AdaptiveChoice(
                                    Excerpt.Of($"{new string('–', one.Section.Level - 1)} {one.Section.Heading}".Trim(), 80),
                                    one.Place.ToString(CultureInfo.InvariantCulture)
                                )),
                        ],
                    },
                    new AdaptiveChoiceSetInput
                    {
                        Id = Heading,
                        Label = "What is it?",
                        Style = "expanded",
                        Choices =
                        [
                            .. Enumerable
                                .Range(1, MostLevels)
                                .Select(level => new AdaptiveChoice(
                                    level == 1 ? "A main heading" : $"A level {level} heading",
                                    level.ToString(CultureInfo.InvariantCulture)
                                )),
                            new("Not a heading: keep it as text in the section above", Text),
                            new("Not needed: remove it and join its section to the one above", Join),
                        ],
                    },
                ],
                Actions =
                [
                    AdaptiveExecuteAction.Of("Correct it", PublishVerbs.Corrected, PublishVerbs.IdOf(review)).Positive(),
                    AdaptiveExecuteAction.Of("Back to the review", PublishVerbs.Review, PublishVerbs.IdOf(review), leavesForm: true),
                ],
            },
            "Correct a heading"
        );

    /// <summary>Says that a version was published, and offers what usually comes next.</summary>
    public static TeamsActivity Published(
        PolicyVersion version,
        PolicyDocument document,
        DateOnly today,
        IEnumerable<AdaptiveAction> offers
    )
    {
        var isNow = version.InForceFrom <= today;
        var says = isNow
            ? $"Published and in force: {PolicyTitle.WithVersion(document)}."
            : $"Published: {PolicyTitle.WithVersion(document)}. It comes into force on {PracticeTime.Text(version.InForceFrom)}.";
        return CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = says,
                Body =
                [
                    new AdaptiveRichTextBlock(says),
                    .. version.IsMinor
                        ? [new AdaptiveTextBlock("It's a minor change, so I won't ask anyone to read it again.")]
                        : Array.Empty<AdaptiveElement>(),
                ],
                Actions = [.. isNow ? offers : [], PublishVerbs.VersionsButton(version.PolicySlug)],
            },
            says
        );
    }

    private static AdaptiveTextInput Optional(string id, string label, string? value, int longest) =>
        new()
        {
            Id = id,
            Label = label,
            Value = value,
            MaxLength = longest,
        };

    private static AdaptiveDateInput Day(string id, string label, string? value) =>
        new()
        {
            Id = id,
            Label = label,
            Value = value,
        };

    private static string? Written(DateOnly? day) => day is { } known ? FormDay.Text(known) : null;

    private static IEnumerable<AdaptiveElement> Listed(string title, IReadOnlyList<string> sentences)
    {
        if (sentences.Count == 0)
        {
            yield break;
        }

        yield return new AdaptiveTextBlock(title) { Weight = "Bolder", Spacing = "Medium" };
        foreach (var sentence in sentences.Take(MostShown))
        {
            yield return new AdaptiveRichTextBlock(Excerpt.Of(sentence, LongestShown)) { Spacing = "Small" };
        }

        if (sentences.Count > MostShown)
        {
            yield return AdaptiveTextBlock.Subtle($"And {sentences.Count - MostShown} more. The full review has them all.");
        }
    }
}
