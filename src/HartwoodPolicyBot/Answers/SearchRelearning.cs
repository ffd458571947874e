using HartwoodPolicyBot.Core.ManagerQuestions;
using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.Search;
using HartwoodPolicyBot.Core.TaughtPhrasings;

namespace HartwoodPolicyBot.Answers;

/// <summary>
/// Learns the phrasings anew when what the start found is provisional, while the bot already answers. Then the saved answers and what
/// was taught are read again, because their questions are compared as the search reads them.
/// </summary>
internal sealed class SearchRelearning(
    SearchLearning search,
    LearnedSearch inUse,
    SectionRanker ranker,
    PolicyLibrary library,
    SavedAnswers answers,
    TaughtSections taught
)
{
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public void Run(CancellationToken stopped)
    {
        if (!search.IsProvisional)
        {
            return;
        }

        var documents = library.Documents;
        var learned = search.Learn(new PolicyLibrary(documents), LearningRun.BesideQuestions(stopped));
        if (library.Documents == documents)
        {
            ranker.Replace(learned.Ranker);
        }

        inUse.Replace(learned);
        answers.ReadAgain();
        taught.ReadAgain();
    }
}
