using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.ManagerQuestions;

/// <summary>Finds questions to the practice manager, and changes nothing.</summary>
public sealed class ManagerQuestionLookup(IDbContextFactory<HartwoodDbContext> databases)
{
    public async Task<ManagerQuestion?> FindAsync(Id<ManagerQuestion> id, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database.ManagerQuestions.AsNoTracking().FirstOrDefaultAsync(question => question.Id == id.Value, cancellationToken);
    }

    /// <summary>Returns the questions of one person that one act answered, in the order in which they were asked.</summary>
    public async Task<IReadOnlyList<ManagerQuestion>> AnsweredAsync(Guid together, PersonId personId, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database
            .ManagerQuestions.AsNoTracking()
            .Where(question => question.AnsweredTogether == together && question.AskerId == personId.Value)
            .OrderBy(question => question.AskedAt)
            .ToListAsync(cancellationToken);
    }

    /// <summary>Returns the questions to which a person still waits for an answer, oldest first.</summary>
    public async Task<IReadOnlyList<ManagerQuestion>> OpenOfAsync(PersonId personId, CancellationToken cancellationToken)
    {
        var askerId = personId.Value;
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await ManagerQuestion
            .OpenIn(database)
            .AsNoTracking()
            .Where(question => question.AskerId == askerId)
            .OrderBy(question => question.AskedAt)
            .ThenBy(question => question.Id)
            .ToListAsync(cancellationToken);
    }

    /// <summary>Returns the question whose card started this thread in a channel; null when no question did.</summary>
    public async Task<ManagerQuestion?> OfThreadAsync(string conversationId, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database
            .Deliveries.Where(row => row.Kind == ManagerQuestionDeliveryKinds.Card && row.ConversationId == conversationId)
            .Join(database.ManagerQuestions, row => row.Subject, question => question.Id, (_, question) => question)
            .AsNoTracking()
            .FirstOrDefaultAsync(cancellationToken);
    }
}
