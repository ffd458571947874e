using HartwoodPolicyBot.Core.Delivery;
using HartwoodPolicyBot.Core.Policies.Questions;
using HartwoodPolicyBot.Core.Staff;
using HartwoodPolicyBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.Policies.Answers;

/// <summary>Sends questions on to the practice manager, with all that the asker can do about one until it is answered.</summary>
public sealed class QuestionDesk(IDbContextFactory<HartwoodDbContext> databases, WriteGate gate, Outbox outbox, QuestionEngine engine, TimeProvider time)
{
    /// <summary>One person's questions that may wait at once: nobody has more, and a channel must stay readable.</summary>
    public const int MostOpen = 10;
    private const int MostOffered = 3;

    /// <summary>Sends the question to the practice manager's channel: once for each person, however often they tap.</summary>
    /// <param name="questionId">In the log; it cannot be guessed, so whoever has it saw the answer.</param>
    /// <param name="asker">To whom the answer goes.</param>
    /// <param name="cancellationToken">Stops the attempt.</param>
    public async Task<QuestionResult> SendAsync(Guid questionId, Asker asker, CancellationToken cancellationToken)
    {
        if (asker.ConversationId is null)
        {
            return new(null, AnswerErrors.NoChat);
        }

        var askerId = StaffMember.Normal(asker.PersonId);
        using (await gate.EnterAsync(cancellationToken))
        {
            await using var database = await databases.CreateDbContextAsync(cancellationToken);
            await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
            if (await database.Questions.AsNoTracking().FirstOrDefaultAsync(row => row.Id == questionId, cancellationToken) is not { } logged)
            {
                return new(null, AnswerErrors.Unknown);
            }

            if (await ManagerQuestion.OpenIn(database).CountAsync(row => row.AskerId == askerId && row.QuestionId != questionId, cancellationToken) >= MostOpen)
            {
                return new(null, AnswerErrors.TooMany);
            }

            var now = time.GetUtcNow();
            var id = Guid.CreateVersion7(now);
            var (line, offered, wasAnswered) = ((string?)null, Offered(logged), logged.Verdict != Verdict.NotCovered);
            var isNew = await database.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO "ManagerQuestions" ("Id", "QuestionId", "AskerId", "AskerName", "AskedAt", "Text", "Line", "WasAnswered", "Offered", "Version")
                VALUES ({id}, {questionId}, {askerId}, {asker.Name}, {now.UtcDateTime}, {logged.Text}, {line}, {wasAnswered}, {offered}, 1)
                ON CONFLICT ("QuestionId", "AskerId") DO NOTHING
                """,
                cancellationToken) == 1;
            if (isNew)
            {
                await StaffContacts.UpsertNewAsync(database, outbox, [(askerId, asker.ServiceUrl, asker.ConversationId)], now, cancellationToken);
                await Outbox.PlanOnceAsync(database, outbox.Plan(QuestionKeys.CardKey(id), QuestionKeys.Card, id, 0, Place.Alerts, 1), cancellationToken);
                await transaction.CommitAsync(cancellationToken);
            }

            outbox.Wake();
            return new(await database.ManagerQuestions.AsNoTracking().FirstOrDefaultAsync(row => row.QuestionId == questionId && row.AskerId == askerId, cancellationToken), null);
        }
    }

    /// <summary>A line of context for the practice manager; it replaces the one before.</summary>
    public async Task<QuestionResult> AddLineAsync(Guid id, string personId, string line, CancellationToken cancellationToken)
    {
        var isTooLong = line.Trim().Length > ManagerQuestion.LongestLine;
        var masked = isTooLong ? "" : LoggedQuestion.Masked(line.Trim(), time);
        return await ChangeAsync(
            id,
            personId,
            _ => isTooLong ? AnswerErrors.LineTooLong : null,
            question => question.Line = masked.Length > 0 ? masked : null,
            cancellationToken);
    }

    /// <summary>The asker does not need an answer any more. What they wrote is erased, also from the card in the channel.</summary>
    public Task<QuestionResult> TakeBackAsync(Guid id, string personId, CancellationToken cancellationToken) => ChangeAsync(
        id,
        personId,
        _ => null,
        question => (question.Text, question.Line, question.TakenBackAt) = ("", null, time.GetUtcNow()),
        cancellationToken);

    public async Task<ManagerQuestion?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database.ManagerQuestions.AsNoTracking().FirstOrDefaultAsync(question => question.Id == id, cancellationToken);
    }

    /// <summary>What one act answered for one person, in the order in which they asked.</summary>
    public async Task<IReadOnlyList<ManagerQuestion>> AnsweredAsync(Guid together, string personId, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database.ManagerQuestions.AsNoTracking().Where(question => question.AnsweredTogether == together && question.AskerId == personId)
            .OrderBy(question => question.AskedAt).ToListAsync(cancellationToken);
    }

    private async Task<QuestionResult> ChangeAsync(Guid id, string personId, Func<ManagerQuestion, AnswerRefusal?> check, Action<ManagerQuestion> change, CancellationToken cancellationToken)
    {
        using (await gate.EnterAsync(cancellationToken))
        {
            await using var database = await databases.CreateDbContextAsync(cancellationToken);
            await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
            if (await database.ManagerQuestions.FirstOrDefaultAsync(question => question.Id == id, cancellationToken) is not { } found)
            {
                return new(null, AnswerErrors.Unknown);
            }

            if (found.AskerId != StaffMember.Normal(personId))
            {
                return new(null, AnswerErrors.NotYours);
            }

            if (!found.IsOpen || check(found) is not null)
            {
                return new(found, found.Answer is not null ? AnswerErrors.Answered : found.IsOpen ? check(found) : null);
            }

            change(found);
            found.Version++;
            try
            {
                await database.SaveChangesAsync(cancellationToken);
            }
            catch (DbUpdateConcurrencyException)
            {
                return new(await FindAsync(id, cancellationToken), AnswerErrors.Changed);
            }

            await outbox.WantAsync(database, QuestionKeys.CardKey(id), found.Version, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            outbox.Wake();
            return new(found, null);
        }
    }

    /// <summary>The sections that the bot quoted, or after a refusal the nearest ones that it offered.</summary>
    private string Offered(LoggedQuestion logged) => string.Join(' ', logged.Verdict == Verdict.NotCovered
        ? engine.Rank(logged.Text, MostOffered).Sections.Select(near => near.Section.Id)
        : LoggedCitation.Parse(logged.Sections).Select(cited => cited.SectionId));
}

/// <summary>Who asks, and the chat in which the answer reaches them; null when Teams gives none.</summary>
public sealed record Asker(string PersonId, string Name, string ServiceUrl, string? ConversationId);

/// <summary>A question as it is now, or why nothing was done about it.</summary>
public sealed record QuestionResult(ManagerQuestion? Question, AnswerRefusal? Refusal);
