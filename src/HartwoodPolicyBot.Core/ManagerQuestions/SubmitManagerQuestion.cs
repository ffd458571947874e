using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.QuestionLog;
using HartwoodPolicyBot.Core.Search;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.ManagerQuestions;

/// <summary>Sends questions to the practice manager, and lets the asker add to, withdraw or repeat them.</summary>
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
        QuestionAsker asker,
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
        QuestionAsker asker,
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
        QuestionAsker asker,
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
        QuestionAsker asker,
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
                var line = (string?)null;
                var isNew =
                    await database.Database.ExecuteSqlAsync(
                        $"""
                        INSERT INTO "ManagerQuestions" ("Id", "QuestionId", "AskerId", "AskerName", "AskedAt", "Text", "Line",
                        "WasAnswered", "Offered", "Version")
                        VALUES ({id.Value}, {questionId}, {askerId}, {asker.Name}, {now.UtcDateTime}, {words.Text}, {line},
                        {words.WasAnswered}, {words.Offered}, 1)
                        ON CONFLICT ("QuestionId", "AskerId") DO NOTHING
                        """,
                        cancellationToken
                    ) == 1;
                if (isNew)
                {
                    await StaffContacts.NoteAskerAsync(
                        database,
                        outbox,
                        (asker.PersonId, asker.ServiceUrl, asker.ConversationId),
                        now,
                        cancellationToken
                    );
                    await Outbox.PlanOnceAsync(
                        database,
                        outbox.Plan(
                            ManagerQuestionDeliveryKinds.CardKey(id),
                            ManagerQuestionDeliveryKinds.Card,
                            id.Value,
                            0,
                            Recipient.Alerts,
                            ManagerQuestionDeliveryKinds.CardVersion(1)
                        ),
                        cancellationToken
                    );
                    foreach (var manager in !hasChannel ? await staff.ToTellAsync(database, cancellationToken) : [])
                    {
                        await Outbox.PlanOnceAsync(
                            database,
                            outbox.Plan(
                                ManagerQuestionDeliveryKinds.NoChannelKey(id, manager),
                                ManagerQuestionDeliveryKinds.NoChannel,
                                id.Value,
                                0,
                                Recipient.Person(manager),
                                1
                            ),
                            cancellationToken
                        );
                    }
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

    /// <summary>Adds a line of context for the practice manager, and replaces an earlier one.</summary>
    public async Task<ManagerQuestionResult> AddLineAsync(
        Id<ManagerQuestion> id,
        PersonId personId,
        string line,
        CancellationToken cancellationToken
    )
    {
        var isTooLong = line.Trim().Length > ManagerQuestion.LongestLine;
        var masked = isTooLong ? "" : LoggedQuestion.Masked(line.Trim(), time);
        var changed = await ChangeAsync(
            id,
            personId,
            question =>
                isTooLong ? ManagerQuestionRefusals.LineTooLong
                : masked.Length == 0 && question.Line is null ? ManagerQuestionRefusals.NothingAdded
                : null,
            question => question.Line = masked.Length > 0 ? masked : null,
            cancellationToken
        );
        return changed with { Hidden = changed.Refusal is null ? Hidden(line) : null };
    }

    /// <summary>Withdraws the question. What the asker wrote is erased, also from the card in the channel.</summary>
    public Task<ManagerQuestionResult> TakeBackAsync(Id<ManagerQuestion> id, PersonId personId, CancellationToken cancellationToken) =>
        ChangeAsync(id, personId, _ => null, question => question.TakeBack(time.GetUtcNow()), cancellationToken);

    private Task<ManagerQuestionResult> ChangeAsync(
        Id<ManagerQuestion> id,
        PersonId personId,
        Func<ManagerQuestion, Refusal?> check,
        Action<ManagerQuestion> change,
        CancellationToken cancellationToken
    ) =>
        unitOfWork.WriteAsync<ManagerQuestionResult>(
            async database =>
            {
                if (
                    await database.ManagerQuestions.FirstOrDefaultAsync(question => question.Id == id.Value, cancellationToken)
                    is not { } found
                )
                {
                    return new(null, ManagerQuestionRefusals.Unknown);
                }

                if (found.AskerId != personId.Value)
                {
                    return new(null, ManagerQuestionRefusals.NotYours);
                }

                if (!found.IsOpen || check(found) is not null)
                {
                    return new(
                        found,
                        found.Answer is not null ? ManagerQuestionRefusals.Answered
                            : found.IsOpen ? check(found)
                            : null
                    );
                }

                change(found);
                found.Version++;
                try
                {
                    await database.SaveChangesAsync(cancellationToken);
                }
                catch (DbUpdateConcurrencyException)
                {
                    await database.Database.RollbackTransactionAsync(cancellationToken);
                    return new(
                        await database
                            .ManagerQuestions.AsNoTracking()
                            .FirstOrDefaultAsync(question => question.Id == id.Value, cancellationToken),
                        ManagerQuestionRefusals.Changed
                    );
                }

                await outbox.WantAsync(
                    database,
                    ManagerQuestionDeliveryKinds.CardKey(id),
                    ManagerQuestionDeliveryKinds.CardVersion(found.Version),
                    cancellationToken
                );
                await ManagerQuestionDeliveryKinds.EraseNoticesAsync(database, outbox, found, cancellationToken);
                return new(found, null);
            },
            cancellationToken
        );

    /// <summary>Returns what was masked in a line, to tell the person who wrote it; null when nothing was.</summary>
    private string? Hidden(string line) =>
        PatientIdentifiers.Check(line, PracticeTime.Today(time)).Found is { Count: > 0 } found ? IdentifierWords.Listed(found) : null;

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

/// <summary>The person who asks, and their own chat, to which the answer goes. The chat is null when Teams names none.</summary>
public sealed record QuestionAsker(PersonId PersonId, string Name, string ServiceUrl, string? ConversationId);

/// <summary>A question as it is now, or a refusal.</summary>
/// <param name="Question">Null when there is none, or when the person may not see it.</param>
/// <param name="Refusal">Null when the request was carried out.</param>
public sealed record ManagerQuestionResult(ManagerQuestion? Question, Refusal? Refusal)
{
    /// <summary>What was masked in the text just written, such as "a phone number"; null when nothing was.</summary>
    public string? Hidden { get; init; }
}
