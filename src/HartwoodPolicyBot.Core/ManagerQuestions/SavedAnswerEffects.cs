using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.Search;

namespace HartwoodPolicyBot.Core.ManagerQuestions;

/// <summary>Finds saved answers whose question a new section of a policy may answer, so that they may be needed no longer.</summary>
public static class SavedAnswerEffects
{
    public static IReadOnlyList<PolicyEffect> Of(
        PolicyChange change,
        IReadOnlyList<SavedAnswer> answers,
        Lexicon lexicon,
        AnswerThreshold threshold
    )
    {
        IReadOnlyList<PolicySection> added =
        [
            .. change.Comparison.Sections.Where(section => section.Kind == SectionChangeKind.New).Select(section => section.After!),
        ];
        if (added.Count == 0 || answers.Count == 0)
        {
            return [];
        }

        // Ranked among all sections, because the words of one section alone would all be equally common.
        var ranker = new TrainedRanker(
            new PolicyLibrary([change.After]),
            PhrasingBank.Empty,
            lexicon,
            new EngineSettings(),
            LearningRun.Alone
        );
        return
        [
            .. answers
                .Select(answer =>
                    (Answer: answer, Near: threshold.Cite(ranker.Rank(answer.Question, 1)) is [var best, ..] ? best.Section : null)
                )
                .Where(found => found.Near is not null && added.Contains(found.Near))
                .Select(found => new PolicyEffect(
                    PolicyEffectKind.SavedAnswer,
                    $"You have a saved answer to “{found.Answer.Question}”. “{found.Near!.Heading}” may answer it now.",
                    found.Near.Heading
                )),
        ];
    }
}
