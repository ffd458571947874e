using HartwoodPolicyBot.Core.ManagerQuestions;
using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.Search;
using HartwoodPolicyBot.Core.TaughtPhrasings;
using HartwoodPolicyBot.Start;

namespace HartwoodPolicyBot.Answers;

/// <summary>
/// Learns the phrasings anew when they have changed since the search learned them, while the bot already answers. Then the saved
/// answers and what was taught are read again, because their questions are compared as the search reads them.
/// </summary>
internal sealed class SearchRelearning(
    SearchLearning search,
    LearnedSearch inUse,
    SectionRanker ranker,
    PolicyLibrary library,
    SavedAnswers answers,
    TaughtSections taught,
    IHostApplicationLifetime lifetime
) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (search.IsOutdated)
        {
            await lifetime.StartedAsync(stoppingToken);
            var documents = library.Documents;
            var learned = search.Learn(new PolicyLibrary(documents), LearningRun.BesideQuestions(stoppingToken));
            if (library.Documents == documents)
            {
                ranker.Replace(learned.Ranker);
            }

            inUse.Replace(learned);
            answers.ReadAgain();
            taught.ReadAgain();
        }
    }
}
