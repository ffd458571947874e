using AdaptiveCards;
using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Incidents;
using HartwoodPolicyBot.Core.ManagerQuestions;
using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.PolicySignOff;
using HartwoodPolicyBot.Core.Training;
using HartwoodPolicyBot.Routing;

namespace HartwoodPolicyBot.Home;

/// <summary>
/// Lists what needs a practice manager's attention today, with its number. A tap on it opens the card where it is dealt with.
/// </summary>
internal sealed class WorkToDo(
    IncidentList incidents,
    UnansweredQuestions questions,
    TrainingStatus training,
    SignOffRounds signOff,
    PolicyLibrary library,
    DeliveryBacklog deliveries,
    IEnumerable<WorkSource> sources
)
{
    public async Task<IReadOnlyList<AdaptiveExecuteAction>> FindAsync(CancellationToken cancellationToken)
    {
        var rows = new List<AdaptiveExecuteAction>();
        var (open, unseen) = await incidents.CountOpenAsync(cancellationToken);
        if (open > 0)
        {
            Add($"{CountWords.Of(open, "open incident")}{(unseen == 0 ? "" : $", {unseen} not looked at yet")}", "incidents");
        }

        if (await incidents.CountUndecidedAsync(cancellationToken) is > 0 and var undecided)
        {
            Add(
                undecided == 1
                    ? "1 withdrawn report needs a data breach decision"
                    : $"{undecided} withdrawn reports need a data breach decision",
                "incidents"
            );
        }

        if ((await questions.WaitingAsync(cancellationToken)).Count is > 0 and var waiting)
        {
            Add($"{CountWords.Of(waiting, "question")} waiting for an answer", "unanswered");
        }

        if ((await training.StatusAsync(cancellationToken)).Count(TrainingState.Overdue) is > 0 and var overdue)
        {
            Add($"{CountWords.People(overdue)} with overdue training", "training status");
        }

        foreach (var policy in library.Documents)
        {
            await AddSignOffAsync(policy);
        }

        foreach (var source in sources)
        {
            rows.AddRange(await source.FindAsync(cancellationToken));
        }

        var counts = await deliveries.CountAsync(cancellationToken);
        if (counts.GivenUp > 0)
        {
            Add($"{CountWords.Of(counts.GivenUp, "message")} not delivered", BotVerbs.Status);
        }

        if (counts.ChannelStopped)
        {
            Add("Teams won't let me post in the channel", BotVerbs.Status);
        }

        return rows;

        void Add(string title, string command) => rows.Add(BotVerbs.CommandButton(title, command));

        async Task AddSignOffAsync(PolicyDocument policy)
        {
            if (policy.ReviewBy <= training.Today)
            {
                Add($"{policy.Title}: the review is due", "update the policy");
            }

            var status = await signOff.StatusAsync(policy.Slug, 1, cancellationToken);
            if (status is { Round: null })
            {
                Add(
                    status.Before is null
                        ? $"{policy.Title}: ask everyone to read it"
                        : $"{policy.Title}: it has changed, so ask everyone to read it again",
                    "ask everyone to read"
                );
            }
            else if (status is { Waiting: > 0 and var missing })
            {
                Add($"{policy.Title}: {CountWords.People(missing)} still to confirm", "who has read");
            }
        }
    }
}
