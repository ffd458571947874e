using System.Globalization;
using AdaptiveCards;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Training;
using HartwoodPolicyBot.Core.Training.Scenarios;
using HartwoodPolicyBot.Teams.Activities;
using HartwoodPolicyBot.Teams.Cards;

namespace HartwoodPolicyBot.Training.Scenarios;

/// <summary>Holds what a form shows: the scenario that it is about, what was written so far, and why it comes again.</summary>
/// <param name="Id">The name of the scenario and the revision that was seen.</param>
/// <param name="Written">What was written so far.</param>
/// <param name="About">What an incident was about that the scenario is made of; null for none.</param>
/// <param name="Warning">Why the form is shown again; null for the first time.</param>
internal sealed record ScenarioForm(string Id, WrittenScenario Written, string? About = null, string? Warning = null)
{
    public static WrittenScenario Empty { get; } = new("", "all", "", [], "", "");
}

/// <summary>Makes the two steps in which a practice manager writes a scenario: the section, then the clause and the words.</summary>
internal static class ScenarioFormCard
{
    private const int LongestHeading = 80;
    private const int MostSections = 150;
    private const int FewestOptions = 4;

    /// <summary>The clauses of a section share this many characters, so that those of a long section fit one card.</summary>
    private const int ClauseRoom = 9000;
    private const int MostClauses = 150;
    private const int LongestClause = 300;
    private const int ShortestClause = 50;

    /// <summary>Asks which section the scenario is about.</summary>
    public static TeamsActivity Section(TrainingPolicy policy, ScenarioForm form) =>
        Card(
            "Write a training scenario",
            [
                .. AdaptiveTextBlock.Warning(form.Warning),
                AdaptiveTextBlock.Heading("Write a training scenario"),
                .. About(form),
                new AdaptiveTextBlock("A scenario is based on one clause of the policy, which I'll quote word for word."),
                new AdaptiveChoiceSetInput
                {
                    Id = ScenarioVerbs.Section,
                    Label = "Which section is it about?",
                    Style = "compact",
                    Choices =
                    [
                        .. policy
                            .Sections.Take(MostSections)
                            .Select(section => new AdaptiveChoice(Excerpt.Of(section.Heading, LongestHeading), ClauseKeys.Of(section))),
                    ],
                },
            ],
            [
                AdaptiveExecuteAction
                    .Of("Choose section", ScenarioVerbs.Write, form.Id, ScenarioVerbs.Kept(form.Written, null, form.About))
                    .Positive(),
                Cancel(),
            ]
        );

    /// <summary>Asks for the clause and for everything that is written.</summary>
    public static TeamsActivity Words(TrainingSection section, ScenarioForm form)
    {
        var written = form.Written;
        var options = Enumerable.Range(0, Math.Max(FewestOptions, LastFilled(written) + 1)).ToList();
        var kept = new Dictionary<string, string>(StringComparer.Ordinal) { [ScenarioVerbs.Section] = ClauseKeys.Of(section) };
        if (form.About is { } about)
        {
            kept[ScenarioVerbs.About] = about;
        }

        return Card(
            "Write a training scenario",
            [
                .. AdaptiveTextBlock.Warning(form.Warning),
                AdaptiveTextBlock.Heading("Write a training scenario"),
                .. About(form),
                Choice(ScenarioVerbs.Clause, $"Which clause of “{section.Heading}” gives the answer?", Clauses(section), written.ClauseKey),
                Line(ScenarioVerbs.Text, "What happens?", written.Text, WrittenScenario.LongestText, isLong: true),
                .. options.Select(place =>
                    Line(
                        ScenarioVerbs.Option(place),
                        $"Answer {TrainingWords.Letter(place)}{(place < 2 ? "" : " (optional)")}",
                        written.Options.ElementAtOrDefault(place) ?? "",
                        WrittenScenario.LongestOption
                    )
                ),
                Choice(
                    ScenarioVerbs.Right,
                    "Which answer is right?",
                    [
                        .. options.Select(place => new AdaptiveChoice(
                            TrainingWords.Letter(place),
                            place.ToString(CultureInfo.InvariantCulture)
                        )),
                    ],
                    written.Right
                ),
                Line(ScenarioVerbs.Why, "Why is it right?", written.Why, WrittenScenario.LongestReason, isLong: true),
                Choice(
                    ScenarioVerbs.Audience,
                    "Who is it for?",
                    [.. ScenarioWords.Audiences.Select(audience => new AdaptiveChoice(audience.Words, audience.Code))],
                    written.Audience
                ),
            ],
            [
                AdaptiveExecuteAction.Of("Check scenario", ScenarioVerbs.Check, form.Id, kept).Positive(),
                AdaptiveExecuteAction.Of("Choose another section", ScenarioVerbs.ChooseSection, form.Id, kept),
                Cancel(),
            ]
        );
    }

    /// <summary>Shows the scenario as it would be kept, and what was hidden in it, before it is saved.</summary>
    public static TeamsActivity Review(ReviewedScenario reviewed, ScenarioForm form)
    {
        const string title = "Check before you save";
        var kept = ScenarioVerbs.Kept(reviewed.Masked, ClauseKeys.Of(reviewed.Section), form.About);
        return Card(
            title,
            [
                AdaptiveTextBlock.Heading(title),
                new AdaptiveTextBlock("I haven't saved anything yet. This is what staff will get:"),
                .. OneScenarioCard.Question(reviewed.Masked.Text, reviewed.Options, reviewed.Answer, reviewed.Masked.Why),
                AdaptiveRichTextBlock.SetOff(reviewed.Section.Heading, reviewed.Clause),
                AdaptiveRichTextBlock.Labelled("For", ScenarioWords.Audience(reviewed.Masked.Audience)),
                .. reviewed.Hidden.Count == 0
                    ? Array.Empty<AdaptiveElement>()
                    : [new AdaptiveTextBlock($"I've hidden {IdentifierWords.Counted(reviewed.Hidden)}. I don't keep what I hide.")],
                new AdaptiveTextBlock("Is there a name, or anything else that could identify someone?") { Weight = "Bolder" },
                new AdaptiveTextBlock("I can't spot names. If there is one, please take it out.") { Spacing = "Small" },
            ],
            [
                AdaptiveExecuteAction.Of("Save scenario", ScenarioVerbs.Save, form.Id, kept).Positive(),
                AdaptiveExecuteAction.Of("Change scenario", ScenarioVerbs.Write, form.Id, kept),
                Cancel(),
            ]
        );
    }

    private static int LastFilled(WrittenScenario written) => written.Options.ToList().FindLastIndex(option => option.Length > 0);

    private static AdaptiveExecuteAction Cancel() => AdaptiveExecuteAction.Of("Cancel", ScenarioVerbs.List, "1", leavesForm: true);

    private static IEnumerable<AdaptiveElement> About(ScenarioForm form) =>
        form.About is { } about
            ?
            [
                AdaptiveRichTextBlock.Labelled("From an incident", about),
                new AdaptiveTextBlock("Please write it in your own words, so that no one can recognise what happened or who it was."),
            ]
            : [];

    private static IReadOnlyList<AdaptiveChoice> Clauses(TrainingSection section)
    {
        var clauses = section.Clauses.Take(MostClauses).ToList();
        var longest = Math.Clamp(ClauseRoom / clauses.Count, ShortestClause, LongestClause);
        return [.. clauses.Select(clause => new AdaptiveChoice(Excerpt.Of(clause, longest), ClauseKeys.Of(section, clause)))];
    }

    private static AdaptiveChoiceSetInput Choice(string id, string label, IReadOnlyList<AdaptiveChoice> choices, string value) =>
        new()
        {
            Id = id,
            Label = label,
            Style = "expanded",
            Choices = choices,
            Value = choices.Any(choice => choice.Value == value) ? value : null,
        };

    private static AdaptiveTextInput Line(string id, string label, string value, int longest, bool isLong = false) =>
        new()
        {
            Id = id,
            Label = label,
            IsMultiline = isLong ? true : null,

            // A limit below the length of the text in the input would cut the text off.
            MaxLength = Math.Max(longest, Math.Min(value.Length, 2 * longest)),
            Value = value.Length == 0 ? null : Excerpt.Of(value, 2 * longest),
        };

    private static TeamsActivity Card(string title, IReadOnlyList<AdaptiveElement> body, IReadOnlyList<AdaptiveAction> actions) =>
        CardMessage.Of(
            new AdaptiveCard
            {
                FallbackText = title,
                Body = body,
                Actions = actions,
            },
            title
        );
}
