using System.Globalization;
using HartwoodPolicyBot.Core.Staff;

namespace HartwoodPolicyBot.Core.Training;

/// <summary>One go at the training: what was drawn for it, what was answered and when, and how it ended.</summary>
public sealed class TrainingAttempt
{
    public Guid Id { get; init; }

    public required string PersonId { get; init; }

    /// <summary>As it was at the time; stands on the certificate.</summary>
    public required string PersonName { get; init; }

    /// <summary>The role that it was drawn for; a later change of role does not reach into it.</summary>
    public StaffRole Role { get; init; }

    /// <summary>The person's how many-th attempt.</summary>
    public int Number { get; init; }

    /// <summary>The policy's version and fingerprint. A changed policy closes the attempt.</summary>
    public required string PolicyVersion { get; init; }

    /// <summary>The policy's title and version as people read them.</summary>
    public required string PolicyName { get; init; }

    /// <summary>The practice's pass mark at the time.</summary>
    public int PassPercent { get; init; }

    /// <summary>From which the draw can be made again.</summary>
    public int Seed { get; init; }

    /// <summary>What was drawn: scenario ids, each with the order of its options, such as "t01.2031 t05.102".</summary>
    public required string Plan { get; init; }

    /// <summary>UTC, as all times here.</summary>
    public DateTimeOffset StartedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; set; }

    public AttemptState State { get; set; }

    public int Right { get; set; }

    /// <summary>The person while it runs, then null: a unique index lets a person have one at a time.</summary>
    public string? Running { get; set; }

    /// <summary>Of a pass: the code by which anybody can check the certificate.</summary>
    public string? Code { get; set; }

    /// <summary>Of a pass: the part of the certificate's address that nobody can guess.</summary>
    public string? Link { get; set; }

    /// <summary>In the order in which they were given; one a question.</summary>
    public List<TrainingAnswer> Answers { get; } = [];

    public IReadOnlyList<DrawnScenario> Questions => field ??= DrawnScenario.Read(Plan);

    public int Count => Questions.Count;

    /// <summary>Score as people read it.</summary>
    public int Percent => (int)Math.Floor(100m * Right / Count);
}

public enum AttemptState
{
    Running = 1,
    Passed = 2,
    Failed = 3,

    /// <summary>The policy changed while it ran.</summary>
    Outdated = 4,
}

/// <summary>One recorded answer. The key (attempt, number) lets there be no second.</summary>
public sealed class TrainingAnswer
{
    public Guid AttemptId { get; init; }

    /// <summary>The question's place in the attempt, from 1.</summary>
    public int Number { get; init; }

    /// <summary>The chosen option in the order of the file, from 0.</summary>
    public int Option { get; init; }

    public bool IsRight { get; init; }

    /// <summary>UTC.</summary>
    public DateTimeOffset At { get; init; }
}

/// <summary>A scenario in an attempt.</summary>
/// <param name="ScenarioId">Which.</param>
/// <param name="Order">The options in the order in which they are shown, by their numbers in the file.</param>
public sealed record DrawnScenario(string ScenarioId, IReadOnlyList<int> Order)
{
    public static string Write(IEnumerable<DrawnScenario> questions) =>
        string.Join(' ', questions.Select(question => $"{question.ScenarioId}.{string.Concat(question.Order)}"));

    public static IReadOnlyList<DrawnScenario> Read(string plan) =>
        [
            .. plan.Split(' ')
                .Select(part => part.Split('.'))
                .Select(parts => new DrawnScenario(parts[0], [.. parts[1].Select(digit => CharUnicodeInfo.GetDecimalDigitValue(digit))])),
        ];
}
