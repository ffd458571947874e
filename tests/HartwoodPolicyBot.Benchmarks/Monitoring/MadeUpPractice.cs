using HartwoodPolicyBot.Core.Incidents;
using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.QuestionLog;
using HartwoodPolicyBot.Core.Storage;
using HartwoodPolicyBot.Core.Training;

namespace HartwoodPolicyBot.Benchmarks.Monitoring;

/// <summary>Makes the records of an invented practice, the same every time.</summary>
/// <param name="Staff">How many people.</param>
/// <param name="Incidents">How many incidents over all the years; each with a handful of lines.</param>
/// <param name="Questions">How many questions over all the years.</param>
/// <param name="Years">How many years, up to <paramref name="Until"/>.</param>
internal sealed record MadeUpPractice(int Staff, int Incidents, int Questions, int Years, DateTime Until)
{
    private const int Combinations = 2000;
    private readonly Random chance = new(20261122);

    public async Task FillAsync(HartwoodDbContext database, PolicyLibrary library)
    {
        await PeopleAsync(database);
        await IncidentsAsync(database);
        var sections = library.Sections.Select(section => section.Id).ToList();
        var cited = Enumerable
            .Range(0, Combinations)
            .Select(_ =>
                string.Join(
                    ' ',
                    Enumerable.Range(0, chance.Next(1, 4)).Select(_ => $"{sections[chance.Next(sections.Count)]}:{chance.Next(5)}")
                )
            )
            .ToList();
        await BulkInsert.RunAsync(
            database,
            "Questions",
            ["Id", "AskedAt", "Text", "Verdict", "Sections", "Score", "PolicyVersion", "Feedback"],
            Enumerable
                .Range(0, Questions)
                .Select(number =>
                {
                    var isAnswered = chance.Next(10) < 8;
                    return (object?[])
                        [
                            Guid.NewGuid(),
                            At(number, Questions),
                            $"can i put picture number {number} of the waiting room on my own instagram if nobody is in it",
                            (int)(isAnswered ? AnswerVerdict.Answered : AnswerVerdict.NotCovered),
                            isAnswered ? cited[chance.Next(Combinations)] : "",
                            0.9,
                            "not stated (0123456789ab)",
                            chance.Next(4) is > 0 and < 3 and var feedback ? feedback : null,
                        ];
                })
        );
    }

    private async Task PeopleAsync(HartwoodDbContext database)
    {
        var people = Enumerable.Range(0, Staff).Select(number => $"00000000-0000-4000-8000-{number:000000000000}").ToList();
        await BulkInsert.RunAsync(
            database,
            "StaffMembers",
            ["PersonId", "Name", "Role", "NotedAt", "SetAsideAt"],
            people.Select((id, number) => (object?[])[id, $"Person {number}", 1, At(0, 1), number % 20 == 0 ? At(1, 2) : null])
        );
        await BulkInsert.RunAsync(
            database,
            "TrainingAssignments",
            ["Id", "Key", "PersonId", "Kind", "Reason", "AssignedOn", "DueOn", "RemindedOn", "CompletedAt", "CompletedBy"],
            people.Select(id =>
                (object?[])
                    [
                        Guid.NewGuid(),
                        id,
                        id,
                        (int)AssignmentKind.Refresher,
                        null,
                        DateOnly.FromDateTime(Until),
                        DateOnly.FromDateTime(Until).AddDays(chance.Next(-30, 330)),
                        null,
                        null,
                        null,
                    ]
            )
        );
        await BulkInsert.RunAsync(
            database,
            "TrainingAttempts",
            [
                "Id",
                "PersonId",
                "PersonName",
                "Role",
                "Number",
                "PolicyVersion",
                "PolicyName",
                "PassPercent",
                "Seed",
                "Plan",
                "StartedAt",
                "FinishedAt",
                "State",
                "Right",
            ],
            from id in people
            from round in Enumerable.Range(1, Years + 1)
            let at = At(chance.Next(1000), 1000)
            select (object?[])
                [
                    Guid.NewGuid(),
                    id,
                    $"Person {id}",
                    1,
                    round,
                    "not stated (0123456789ab)",
                    "Social media policy",
                    80,
                    1,
                    "t01.01",
                    at,
                    at,
                    (int)(chance.Next(8) == 0 ? AttemptState.Failed : AttemptState.Passed),
                    9,
                ]
        );
    }

    private async Task IncidentsAsync(HartwoodDbContext database)
    {
        var ids = Enumerable.Range(0, Incidents).Select(_ => Guid.NewGuid()).ToList();
        await BulkInsert.RunAsync(
            database,
            "Incidents",
            [
                "Id",
                "FormId",
                "Reference",
                "Version",
                "State",
                "Route",
                "ReportedAt",
                "WhatHappened",
                "Kind",
                "Account",
                "StillVisible",
                "PatientRecognisable",
                "Source",
                "Appearance",
                "Flags",
                "Learning",
                "Outcome",
                "BreachClockFrom",
                "BreachDecision",
                "ComplaintDue",
                "ComplaintAcknowledgedAt",
            ],
            ids.Select(
                (id, number) =>
                {
                    var at = At(number, Incidents);
                    var isClosed = number % 10 != 0;
                    var isComplaint = number % 7 == 0;
                    var isBreach = number % 3 == 0;
                    return (object?[])
                        [
                            id,
                            Guid.NewGuid(),
                            $"INC-{number:0000000}",
                            5,
                            (int)(isClosed ? IncidentState.Closed : IncidentState.ActionsOpen),
                            (int)(number % 50 == 0 ? IncidentRoute.SpeakUp : IncidentRoute.Managers),
                            at,
                            "A photo of the reception desk with a screen behind it was posted.",
                            chance.Next(1, 10),
                            1,
                            1,
                            isBreach ? 1 : 2,
                            isComplaint ? (int)IncidentSource.Complaint : (int)IncidentSource.Staff,
                            1 + (number % 3),
                            0,
                            isClosed ? "We put a sign up and spoke about it at the team meeting." : null,
                            isClosed ? "Taken down." : null,
                            isBreach ? at : null,
                            isBreach ? (int)BreachDecision.NotReportable : null,
                            isComplaint ? DateOnly.FromDateTime(at.AddDays(4)) : null,
                            isComplaint ? at.AddDays(chance.Next(6)) : null,
                        ];
                }
            )
        );
        await BulkInsert.RunAsync(
            database,
            "IncidentTimeline",
            ["IncidentId", "Number", "At", "By", "ById", "Kind", "From", "To", "Text"],
            ids.SelectMany(
                (id, number) =>
                    new[]
                    {
                        TimelineKind.Reported,
                        TimelineKind.Acknowledged,
                        TimelineKind.Noted,
                        TimelineKind.Decided,
                        TimelineKind.Closed,
                    }
                        .Take(number % 10 == 0 ? 4 : 5)
                        .Select(
                            (kind, at) =>
                                (object?[])
                                    [
                                        id,
                                        at + 1,
                                        At(number, Incidents).AddHours(at * chance.Next(1, 40)),
                                        "Margaret Ellis",
                                        null,
                                        (int)kind,
                                        1,
                                        2,
                                        "A line of text about what was done.",
                                    ]
                        )
            )
        );
        await BulkInsert.RunAsync(
            database,
            "IncidentActions",
            ["IncidentId", "Number", "Text", "DoneAt"],
            ids.Select(
                (id, number) =>
                    (object?[])[id, 1, "Talk about it at the team meeting", number % 10 == 0 ? null : At(number, Incidents).AddDays(5)]
            )
        );
    }

    private DateTime At(int number, int of) => Until.AddDays(-365.0 * Years * (of - number) / of);
}
