using AdaptiveCards;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.ManagerQuestions;
using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.TaughtPhrasings;
using HartwoodPolicyBot.ManagerQuestions;
using HartwoodPolicyBot.Policies;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;

namespace HartwoodPolicyBot.TaughtPhrasings;

/// <summary>
/// Makes the cards on which a practice manager says that the policy covers a question: in which section, and which clause to set off.
/// </summary>
internal static class TeachSectionCard
{
    private const int LongestWording = 200;
    private const int LongestClause = 200;
    private const int LongestHeading = 80;
    private const int MostClauses = 30;

    /// <summary>Makes the form that asks which section covers a group of questions.</summary>
    /// <param name="group">The group.</param>
    /// <param name="sections">The sections to choose from, the likeliest first.</param>
    /// <param name="policies">The policies in force; with more than one, each section is named with its policy.</param>
    /// <param name="search">The words that were looked for; null where there is nothing to look for.</param>
    /// <param name="refusal">Why the choice was not taken; null if it wasn't refused.</param>
    /// <param name="ticked">The wordings that were left ticked, as the form sent them; null for all.</param>
    public static TeamsActivity Sections(
        UnansweredGroup group,
        IReadOnlyList<PolicySection> sections,
        IReadOnlyList<PolicyDocument> policies,
        string? search,
        Refusal? refusal = null,
        string? ticked = null
    ) =>
        Card(
            "Which section covers this?",
            [
                .. AdaptiveTextBlock.Warning(refusal?.Sentence),
                .. Wordings(group, ticked),
                new AdaptiveChoiceSetInput
                {
                    Id = TaughtPhrasingVerbs.Section,
                    Label = "Section",
                    Style = "compact",
                    Choices =
                    [
                        .. sections.Select(section => new AdaptiveChoice(Excerpt.Of(Named(section, policies), LongestHeading), section.Id)),
                    ],
                },
                .. search is null
                    ? Array.Empty<AdaptiveElement>()
                    :
                    [
                        new AdaptiveTextInput
                        {
                            Id = TaughtPhrasingVerbs.Words,
                            Label = "Not in the list? Type words from its heading or its policy's name, then tap Choose",
                            MaxLength = LongestHeading,
                            Value = search.Length > 0 ? Excerpt.Cut(search, LongestHeading) : null,
                        },
                    ],
                BackRow(group),
            ],
            [
                AdaptiveExecuteAction.Of("Choose", TaughtPhrasingVerbs.Choose, $"{group.Id}").Positive(),
                AdaptiveExecuteAction.Of("Go back to list", ManagerQuestionVerbs.Unanswered, "1", leavesForm: true),
            ]
        );

    /// <summary>Makes the form that asks which clause of the section answers the question.</summary>
    /// <param name="group">The group.</param>
    /// <param name="section">The section.</param>
    /// <param name="likely">The clause that is chosen already.</param>
    /// <param name="ticked">The wordings that were left ticked.</param>
    /// <param name="refusal">Why the choice was not taken; null if it wasn't refused.</param>
    public static TeamsActivity Clauses(
        UnansweredGroup group,
        PolicySection section,
        Clause likely,
        string? ticked,
        Refusal? refusal = null
    )
    {
        // The likely clause is among them, also in a section with more clauses than a card has room for.
        var clauses = section.Clauses.Take(MostClauses).Append(likely).Distinct().ToList();
        return Card(
            "Which part answers it?",
            [
                .. AdaptiveTextBlock.Warning(refusal?.Sentence),
                AdaptiveRichTextBlock.Labelled("Section", section.Heading),
                new AdaptiveTextBlock("I'll show this part first and make it stand out."),
                .. clauses
                    .Where(clause => !CardText.IsPlain(clause.Text))
                    .Select(clause => AdaptiveRichTextBlock.Labelled(Number(clause), Excerpt.Of(clause.Text, LongestClause))),
                new AdaptiveChoiceSetInput
                {
                    Id = TaughtPhrasingVerbs.Clause,
                    Label = "The part that answers it",
                    Style = "expanded",
                    IsRequired = true,
                    ErrorMessage = TaughtPhrasingRefusals.NoClause.Sentence,
                    Value = ClauseChoice.MarkOf(likely),
                    Choices =
                    [
                        .. clauses
                            .DistinctBy(clause => clause.Text)
                            .Select(clause => new AdaptiveChoice(
                                CardText.IsPlain(clause.Text) ? Excerpt.Of(clause.Text, LongestClause) : $"{Number(clause)}, shown above",
                                ClauseChoice.MarkOf(clause)
                            )),
                    ],
                },
                .. section.Clauses.Count > clauses.Count
                    ? [AdaptiveTextBlock.Subtle($"These are the first {clauses.Count} of {section.Clauses.Count} parts.")]
                    : Array.Empty<AdaptiveElement>(),
                BackRow(group),
            ],
            [
                AdaptiveExecuteAction.Of("Teach this", TaughtPhrasingVerbs.Teach, $"{group.Id}", Kept(section, ticked)).Positive(),
                AdaptiveExecuteAction.Of(
                    "Choose another section",
                    ManagerQuestionVerbs.TeachGroup,
                    $"{group.Id}",
                    ManagerQuestionVerbs.Kept((ManagerQuestionVerbs.Ticked, ticked)),
                    leavesForm: true
                ),
            ]
        );
    }

    internal static TeamsActivity Card(string title, IReadOnlyList<AdaptiveElement> body, IReadOnlyList<AdaptiveAction> actions) =>
        CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = title,
                Body = [AdaptiveTextBlock.Heading(title), .. body],
                Actions = actions,
                More = PolicyVerbs.MoreInPolicy,
            },
            title
        );

    internal static Dictionary<string, string> Kept(PolicySection section, string? ticked) =>
        ManagerQuestionVerbs.Kept((TaughtPhrasingVerbs.Section, section.Id), (ManagerQuestionVerbs.Ticked, ticked));

    private static AdaptiveContainer BackRow(UnansweredGroup group) =>
        AdaptiveContainer.Row(
            AdaptiveExecuteAction.Of("Answer it yourself instead", ManagerQuestionVerbs.Group, $"{group.Id}", leavesForm: true)
        );

    private static IEnumerable<AdaptiveElement> Wordings(UnansweredGroup group, string? ticked)
    {
        var shown = group.Wordings.Take(UnansweredGroup.MostShown).ToList();
        return WordingChoices.Of(
            "How people asked it. Untick any that it doesn't cover.",
            [
                .. shown.Select(wording => new WordingChoice(
                    Excerpt.Of(wording.Text, LongestWording),
                    wording.Questions.Count > 1 ? $" ({wording.Questions.Count} times)" : "",
                    $"{wording.Questions[0]}"
                )),
            ],
            [],
            ticked ?? string.Join(',', shown.Select(wording => wording.Questions[0]))
        );
    }

    private static string Named(PolicySection section, IReadOnlyList<PolicyDocument> policies) =>
        policies.Count > 1 && policies.FirstOrDefault(policy => policy.Slug == section.DocumentSlug) is { } policy
            ? $"{section.Heading} ({policy.Title})"
            : section.Heading;

    private static string Number(Clause clause) => $"Part {clause.Number + 1}";
}
