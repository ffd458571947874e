using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.Privacy;
using HartwoodPolicyBot.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Core.PolicyConcerns;

/// <summary>
/// Shows people the concerns that they raised with their name or in confidence, and those that they answered. Anonymous ones can't be
/// linked to a person.
/// </summary>
public sealed class PolicyConcernData(PrivacyOptions privacy) : IPersonalData
{
    public async Task<IReadOnlyList<PersonalRecords>> AboutAsync(
        HartwoodDbContext database,
        DataSubject person,
        CancellationToken cancellationToken
    )
    {
        var concerns = await database
            .PolicyConcerns.AsNoTracking()
            .Where(row => row.RaiserId == person.Id || row.AnsweredById == person.Id)
            .OrderBy(row => row.RaisedAt)
            .ToListAsync(cancellationToken);
        var kept = $"Kept for {privacy.PolicyConcernYears} years after it's closed or withdrawn, and an open one until then.";
        return
        [
            new(
                "Concerns you've raised about a policy",
                "So that the author of the policy can answer you.",
                kept,
                [
                    .. concerns
                        .Where(row => row.RaiserId == person.Id)
                        .Select(row =>
                            PersonalRecord.Of(
                                ("Policy", row.PolicyTitle),
                                ("Wording", PolicyDocument.TextCode(row.PolicyVersion)),
                                ("Raised", PracticeTime.Text(row.RaisedAt)),
                                ("How", row.Visibility == ConcernVisibility.Named ? "in your name" : "in confidence"),
                                ("Your name", row.RaiserName),
                                ("Your concern", row.Text),
                                ("About the author", row.IsAboutAuthor ? "Yes" : "No"),
                                ("Status", $"{row.State}"),
                                ("Answer", row.Answer),
                                ("Ended", row.EndedAt is { } ended ? PracticeTime.Text(ended) : null)
                            )
                        ),
                ]
            ),
            new(
                "Concerns you've answered as the author of a policy",
                "So that it's clear whose answer it is.",
                kept,
                [
                    .. concerns
                        .Where(row => row.AnsweredById == person.Id)
                        .Select(row =>
                            PersonalRecord.Of(
                                ("Policy", row.PolicyTitle),
                                ("Answered", row.AnsweredAt is { } at ? PracticeTime.Text(at) : null),
                                ("Your name", row.AnsweredBy),
                                ("Your answer", row.Answer)
                            )
                        ),
                ]
            ),
        ];
    }

    public Task<bool> MustReachAsync(HartwoodDbContext database, DataSubject person, CancellationToken cancellationToken) =>
        database.PolicyConcerns.AnyAsync(
            row => row.RaiserId == person.Id && (row.State == ConcernState.Open || row.State == ConcernState.Answered),
            cancellationToken
        );
}
