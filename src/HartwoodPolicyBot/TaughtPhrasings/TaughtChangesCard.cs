using AdaptiveCards;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.ManagerQuestions;
using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.TaughtPhrasings;
using HartwoodPolicyBot.ManagerQuestions;
using HartwoodPolicyBot.Teams.Activities;

namespace HartwoodPolicyBot.TaughtPhrasings;

/// <summary>Makes the cards that show what teaching a section would change, and what was taught.</summary>
internal static class TaughtChangesCard
{
    private const int LongestWording = 200;
    private const int LongestHeading = 80;
    private const int MostChanges = 5;

    /// <summary>Shows what else would change, before it does.</summary>
    public static TeamsActivity Confirm(UnansweredGroup group, PolicySection section, Clause clause, string? ticked, TaughtChanges changes)
    {
        var kept = TeachSectionCard.Kept(section, ticked);
        kept[TaughtPhrasingVerbs.Clause] = ClauseChoice.MarkOf(clause);
        kept[TaughtPhrasingVerbs.Shown] = changes.Mark;
        return TeachSectionCard.Card(
            "Please check before I learn this",
            [
                AdaptiveRichTextBlock.Labelled("Section", section.Heading),
                .. changes.Replaced.Take(MostChanges).SelectMany(Replaced),
                .. Changed(changes.Questions, count => $"This would change the answer to {CountWords.Of(count, "earlier question")}:"),
                .. Changed(
                    changes.Examples,
                    count =>
                        $"{(changes.Questions.Count > 0 ? "It would also" : "This would")} change the answer to "
                        + $"{CountWords.Of(count, "question")} that I already answer with another section:"
                ),
            ],
            [
                AdaptiveExecuteAction.Of("Teach it anyway", TaughtPhrasingVerbs.Teach, $"{group.Id}", kept).Positive(),
                AdaptiveExecuteAction.Of(
                    "Choose another section",
                    ManagerQuestionVerbs.TeachGroup,
                    $"{group.Id}",
                    ManagerQuestionVerbs.Kept((ManagerQuestionVerbs.Ticked, ticked))
                ),
                AdaptiveExecuteAction.Of("Don't teach it", ManagerQuestionVerbs.Unanswered, "1"),
            ]
        );
    }

    /// <summary>Says what was taught, and offers to undo it.</summary>
    /// <param name="taught">What was taught, at least one.</param>
    /// <param name="section">The section.</param>
    /// <param name="clause">The clause that is set off.</param>
    /// <param name="waiting">How many people wait for the practice manager's answer to the same.</param>
    public static TeamsActivity Taught(IReadOnlyList<TaughtPhrasing> taught, PolicySection section, Clause clause, int waiting) =>
        TeachSectionCard.Card(
            "Thanks, I've learned that",
            [
                AdaptiveRichTextBlock.Labelled("I'll now answer with", section.Heading),
                AdaptiveRichTextBlock.SetOff(clause.Text),
                .. taught.Take(MostChanges).Select(one => new AdaptiveRichTextBlock($"“{Excerpt.Of(one.Text, LongestWording)}”")),
                .. taught.Count > MostChanges
                    ? [AdaptiveTextBlock.Subtle($"And {taught.Count - MostChanges} more ways of asking it.")]
                    : Array.Empty<AdaptiveElement>(),
                .. waiting > 0
                    ?
                    [
                        new AdaptiveTextBlock(
                            $"{CountWords.People(waiting)} asked you this and {(waiting == 1 ? "is" : "are")} still waiting. "
                                + "Please answer them from the list."
                        ),
                    ]
                    : Array.Empty<AdaptiveElement>(),
            ],
            [
                AdaptiveExecuteAction.Of("See unanswered", ManagerQuestionVerbs.Unanswered, "1"),
                TaughtPhrasingVerbs.UndoButton(taught),
                AdaptiveExecuteAction.Of("List all I've learned", TaughtPhrasingVerbs.List, "1"),
            ]
        );

    private static IEnumerable<AdaptiveElement> Replaced(TaughtPhrasing held) =>
        [
            new AdaptiveRichTextBlock(
                $"{held.By} taught me on {PracticeTime.Text(PracticeTime.DateOf(held.At))} to answer this with “{held.Heading}”. "
                    + "I'd answer it with your choice instead:"
            ),
            new AdaptiveRichTextBlock($"“{Excerpt.Of(held.Text, LongestWording)}”"),
        ];

    private static IEnumerable<AdaptiveElement> Changed(IReadOnlyList<ChangedAnswer> changed, Func<int, string> sentence) =>
        changed.Count == 0
            ? []
            :
            [
                new AdaptiveTextBlock(sentence(changed.Count)) { Separator = true, Spacing = "Medium" },
                .. changed
                    .Take(MostChanges)
                    .Select(one =>
                        AdaptiveRichTextBlock.Bullet(
                            $"“{Excerpt.Of(one.Text, LongestWording)}”, now answered with "
                                + $"“{Excerpt.Of(one.Before.Heading, LongestHeading)}”"
                        )
                    ),
                .. changed.Count > MostChanges
                    ? [AdaptiveTextBlock.Subtle($"And {changed.Count - MostChanges} more.")]
                    : Array.Empty<AdaptiveElement>(),
            ];
}
