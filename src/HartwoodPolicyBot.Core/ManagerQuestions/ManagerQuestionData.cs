using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Privacy;
using HartwoodPolicyBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.ManagerQuestions;

/// <summary>
/// Shows people the questions that they sent to the practice manager, and the answers that they gave as one. On request, a settled
/// question loses their name and words, also on the card in the channel. An open question can be withdrawn.
/// </summary>
public sealed class ManagerQuestionData(Outbox outbox, PrivacyOptions privacy, TimeProvider time) : IPersonalData
{
    public DataGroup Group => DataGroup.Reports;

    public async Task<IReadOnlyList<PersonalRecords>> AboutAsync(
        HartwoodDbContext database,
        DataSubject person,
        CancellationToken cancellationToken
    )
    {
        var undelivered = await UndeliveredAsync(database, person, cancellationToken);
        var sent = await database
            .ManagerQuestions.AsNoTracking()
            .Where(row => row.AskerId == person.Id)
            .OrderBy(row => row.AskedAt)
            .ToListAsync(cancellationToken);
        var answered = await database
            .ManagerQuestions.AsNoTracking()
            .Where(row => row.AnsweredById == person.Id)
            .OrderBy(row => row.AnsweredAt)
            .ToListAsync(cancellationToken);
        var given = await database
            .ManagerAnswers.AsNoTracking()
            .Where(row => row.ById == person.Id)
            .OrderBy(row => row.At)
            .ToListAsync(cancellationToken);
        return
        [
            new(
                "Questions you've sent to the practice manager",
                "So you get an answer.",
                $"Kept for {privacy.QuestionLogDays} days after the answer. You can delete your name and words once it's "
                    + "answered, or withdraw it before then. If it became a saved answer, the wording stays, without your name.",
                [
                    .. sent.Select(row =>
                        PersonalRecord.Of(
                            MayGo(row, undelivered),
                            ("Asked", PracticeTime.Text(row.AskedAt)),
                            ("Your name", row.AskerName),
                            ("Question", row.Text),
                            ("You added", row.Line),
                            ("Answer", row.Answer),
                            ("Answered", TextOf(row.AnsweredAt)),
                            ("By", row.AnsweredBy)
                        )
                    ),
                ]
            ),
            new(
                "Answers you've given as a practice manager",
                "So staff know whose answer it is.",
                $"Kept for {privacy.QuestionLogDays} days. Saved answers are kept until a practice manager deletes them.",
                [
                    .. answered.Select(row =>
                        PersonalRecord.Of(("Answered", TextOf(row.AnsweredAt)), ("Your name", row.AnsweredBy), ("Answer", row.Answer))
                    ),
                    .. given.Select(row =>
                        PersonalRecord.Of(("Saved on", PracticeTime.Text(row.At)), ("Your name", row.By), ("Answer", row.Text))
                    ),
                ]
            ),
        ];
    }

    public async Task<bool> MustReachAsync(HartwoodDbContext database, DataSubject person, CancellationToken cancellationToken) =>
        await ManagerQuestion.OpenIn(database).AnyAsync(row => row.AskerId == person.Id, cancellationToken)
        || (await UndeliveredAsync(database, person, cancellationToken)).Count > 0;

    public async Task<IReadOnlyList<Deleted>> DeleteAsync(
        HartwoodDbContext database,
        DataSubject person,
        CancellationToken cancellationToken
    )
    {
        var undelivered = await UndeliveredAsync(database, person, cancellationToken);
        var settled = (await database.ManagerQuestions.Where(row => row.AskerId == person.Id).ToListAsync(cancellationToken)).FindAll(row =>
            MayGo(row, undelivered)
        );
        foreach (var question in settled)
        {
            question.Erase(time.GetUtcNow());
        }

        await database.SaveChangesAsync(cancellationToken);
        foreach (var question in settled)
        {
            await outbox.PlanUpdateAsync(
                database,
                ManagerQuestionDeliveryKinds.CardKey(new(question.Id)),
                ManagerQuestionDeliveryKinds.CardVersion(question.Version),
                cancellationToken
            );
            await ManagerQuestionDeliveryKinds.EraseNoticesAsync(database, outbox, question, cancellationToken);
        }

        return [new("questions to the practice manager", settled.Count)];
    }

    /// <summary>Returns the acts of answering that this person has not been told about yet.</summary>
    private static async Task<HashSet<Guid>> UndeliveredAsync(
        HartwoodDbContext database,
        DataSubject person,
        CancellationToken cancellationToken
    )
    {
        var place = Recipient.Person(person.Person);
        return
        [
            .. await database
                .Deliveries.Where(row =>
                    row.Place == place
                    && row.Kind == ManagerQuestionDeliveryKinds.Answer
                    && row.State != DeliveryState.Sent
                    && row.State != DeliveryState.Dropped
                )
                .Select(row => row.Subject)
                .ToListAsync(cancellationToken),
        ];
    }

    private static bool MayGo(ManagerQuestion question, HashSet<Guid> undelivered) =>
        !question.IsOpen && !(question.AnsweredTogether is { } together && undelivered.Contains(together));

    private static string? TextOf(DateTimeOffset? time) => time is { } at ? PracticeTime.Text(at) : null;
}
