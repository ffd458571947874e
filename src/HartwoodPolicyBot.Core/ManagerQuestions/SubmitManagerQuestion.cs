using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.QuestionLog;
using HartwoodPolicyBot.Core.Search;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.ManagerQuestions;

/// <summary>Sends questions of staff to the practice manager, each once, and again where the answer did not help.</summary>
public sealed class SubmitManagerQuestion(UnitOfWork unitOfWork, Outbox outbox, SectionRanker ranker, StaffOptions staff, TimeProvider time)
{
    /// <summary>The most questions of one person that may be open at once, so that the channel stays readable.</summary>
    public const int MostOpen = 10;
    private const int MostOffered = 3;

    /// <summary>Sends the question to the incidents channel, once for each person, even with several taps.</summary>
    /// <param name="questionId">The question's id in the log. Nobody can guess it, so a person who has it saw the answer.</param>
    /// <param name="asker">The person who gets the answer.</param>
    /// <param name="hasChannel">Whether there is a channel to post in. If not, the practice managers are told in their own chats.</param>
    /// <param name="cancellationToken">Stops the attempt.</param>
    public Task<ManagerQuestionResult> SendAsync(
        Id<LoggedQuestion> questionId,
        PersonInChat asker,
        bool hasChannel,
        CancellationToken cancellationToken
    ) =>
        SendAsync(
            questionId.Value,
            asker,
            hasChannel,
            async database =>
                await database.Questions.AsNoTracking().FirstOrDefaultAsync(row => row.Id == questionId.Value, cancellationToken)
                    is { } logged
                    ? (new(logged.Text, logged.Verdict != AnswerVerdict.NotCovered, Offered(logged)), null)
                    : (null, ManagerQuestionRefusals.Unknown),
            cancellationToken
        );

    /// <summary>
    /// Sends the same words again as a new question, because the answer did not answer them. It uses the id of the answered
    /// question in place of a log id, so that it too is sent only once, and the practice manager's card shows the earlier
    /// answer.
    /// </summary>
    public Task<ManagerQuestionResult> SendAgainAsync(
        Id<ManagerQuestion> id,
        PersonInChat asker,
        bool hasChannel,
        CancellationToken cancellationToken
    ) =>
        SendAsync(
            id.Value,
            asker,
            hasChannel,
            async database =>
                await database.ManagerQuestions.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id.Value, cancellationToken) switch
                {
                    { Answer: not null, TakenBackAt: null } answered => answered.AskerId == asker.PersonId.Value
                        ? (new(answered.Text, true, ""), null)
                        : (null, ManagerQuestionRefusals.NotYours),
                    _ => (null, ManagerQuestionRefusals.Unknown),
                },
            cancellationToken
        );

    /// <summary>
    /// Sends words that are not in the log, such as a draft that somebody had checked. The form's id is in place of a log id, so that
    /// it is sent once.
    /// </summary>
    /// <param name="form">The id of the card on which the asker looked at the words.</param>
    /// <param name="words">The words; they are masked and cut here.</param>
    /// <param name="asker">The person who gets the answer.</param>
    /// <param name="hasChannel">Whether there is a channel to post in.</param>
    /// <param name="cancellationToken">Stops the attempt.</param>
    public Task<ManagerQuestionResult> SendWordsAsync(
        Guid form,
        string words,
        PersonInChat asker,
        bool hasChannel,
        CancellationToken cancellationToken
    ) =>
        SendAsync(
            form,
            asker,
            hasChannel,
            _ =>
                Task.FromResult<(Words?, Refusal?)>(
                    AsSent(words) is { Length: > 0 } masked ? (new(masked, true, ""), null) : (null, ManagerQuestionRefusals.Unknown)
                ),
            cancellationToken
        );

    /// <summary>Returns words as they would be sent: masked and cut.</summary>
    public string AsSent(string words) => LoggedQuestion.Masked(words, time);

    private async Task<ManagerQuestionResult> SendAsync(
        Guid questionId,
        PersonInChat asker,
        bool hasChannel,
        Func<HartwoodDbContext, Task<(Words? Words, Refusal? Refusal)>> read,
        CancellationToken cancellationToken
    )
    {
        if (asker.ConversationId is null)
        {
            return new(null, ManagerQuestionRefusals.NoChat);
        }

        var askerId = asker.PersonId.Value;
        return await unitOfWork.WriteAsync<ManagerQuestionResult>(
            async database =>
            {
                var (words, refusal) = await read(database);
                if (words is null)
                {
                    return new(null, refusal);
                }

                if (
                    await ManagerQuestion
                        .OpenIn(database)
                        .CountAsync(row => row.AskerId == askerId && row.QuestionId != questionId, cancellationToken) >= MostOpen
                )
                {
                    return new(null, ManagerQuestionRefusals.TooMany);
                }

                var now = time.GetUtcNow();
                var id = new Id<ManagerQuestion>(Guid.CreateVersion7(now));
                if (await InsertAsync(database, id, questionId, asker, words, now, cancellationToken))
                {
                    await StaffContacts.RecordAskerAsync(database, outbox, asker, now, cancellationToken);
                    await PlanCardAsync(database, id, hasChannel, cancellationToken);
                }

                return new(
                    await database
                        .ManagerQuestions.AsNoTracking()
                        .FirstOrDefaultAsync(row => row.QuestionId == questionId && row.AskerId == askerId, cancellationToken),
                    null
                );
            },
            cancellationToken
        );
    }

    /// <summary>Stores the question, unless this person has sent it already. Returns whether it is new.</summary>
    private static async Task<bool> InsertAsync(
        HartwoodDbContext database,
        Id<ManagerQuestion> id,
        Guid questionId,
        PersonInChat asker,
        Words words,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var line = (string?)null;
        return await database.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO "ManagerQuestions" ("Id", "QuestionId", "AskerId", "AskerName", "AskedAt", "Text", "Line",
                "WasAnswered", "Offered", "Version")
                VALUES ({id.Value}, {questionId}, {asker.PersonId.Value}, {asker.Name}, {now.UtcDateTime}, {words.Text}, {line},
                {words.WasAnswered}, {words.Offered}, 1)
                ON CONFLICT ("QuestionId", "AskerId") DO NOTHING
                """,
                cancellationToken
            ) == 1;
    }

    /// <summary>Plans the card in the incidents channel. While there is none, the practice managers are told in their own chats.</summary>
    private async Task PlanCardAsync(
        HartwoodDbContext database,
        Id<ManagerQuestion> id,
        bool hasChannel,
        CancellationToken cancellationToken
    )
    {
        var card = outbox.Plan(
            ManagerQuestionDeliveryKinds.CardKey(id),
            ManagerQuestionDeliveryKinds.Card,
            id.Value,
            0,
            Recipient.IncidentsChannel,
            ManagerQuestionDeliveryKinds.CardVersion(1)
        );
        await Outbox.PlanOnceAsync(database, card, cancellationToken);
        if (!hasChannel)
        {
            await outbox.PlanOnceForEachAsync(
                database,
                await staff.ToTellAsync(database, cancellationToken),
                manager => ManagerQuestionDeliveryKinds.NoChannelKey(id, manager),
                ManagerQuestionDeliveryKinds.NoChannel,
                id.Value,
                1,
                cancellationToken
            );
        }
    }

    /// <summary>Returns the sections that the bot quoted, or after a refusal the nearest sections that it offered.</summary>
    private string Offered(LoggedQuestion logged) =>
        string.Join(
            ' ',
            logged.Verdict == AnswerVerdict.NotCovered
                ? ranker.Rank(logged.Text, MostOffered).Sections.Select(near => near.Section.Id)
                : LoggedCitation.Parse(logged.Sections).Select(cited => cited.SectionId)
        );

    /// <summary>The masked words to send, and how the bot had answered them.</summary>
    private sealed record Words(string Text, bool WasAnswered, string Offered);
}
