using System.Globalization;
using HartwoodPolicyBot.Core.Staff;

namespace HartwoodPolicyBot.Core.Training;

/// <summary>Represents one attempt at the training: what was drawn for it, what was answered and when, and how it ended.</summary>
public sealed class TrainingAttempt
{
    public Guid Id { get; init; }

    public required string PersonId { get; init; }

    /// <summary>The person's name at the time, which is printed on the certificate.</summary>
    public required string PersonName { get; init; }

    /// <summary>The role that the scenarios were drawn for. A later change of role doesn't change the attempt.</summary>
    public StaffRole Role { get; init; }

    /// <summary>The number of this attempt among the person's attempts, from 1.</summary>
    public int Number { get; init; }

    /// <summary>The policy's version and fingerprint. The attempt is closed when the policy changes.</summary>
    public required string PolicyVersion { get; init; }

    /// <summary>The policy's title and version, as stored.</summary>
    public required string PolicyName { get; init; }

    /// <summary>The policy's title and version as people read them. Older rows also say that no version is stated.</summary>
    public string PolicyNameShown => PolicyName.Replace(" (no version stated)", "", StringComparison.Ordinal);

    /// <summary>The practice's pass mark at the time, in per cent.</summary>
    public int PassPercent { get; init; }

    /// <summary>The seed with which the draw can be repeated.</summary>
    public int Seed { get; init; }

    /// <summary>The drawn scenario ids, each with the order of its options, such as "t01.2031 t05.102".</summary>
    public required string Plan { get; init; }

    /// <summary>The start, in UTC like all times here.</summary>
    public DateTimeOffset StartedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; set; }

    public AttemptState State { get; set; }

    public int Right { get; set; }

    /// <summary>The person's id while the attempt is in progress, then null. A unique index allows one for each person.</summary>
    public string? Running { get; set; }

    /// <summary>For a passed attempt: the code with which anybody can check the certificate.</summary>
    public string? Code { get; set; }

    /// <summary>For a passed attempt: the secret part of the certificate's link.</summary>
    public string? Link { get; set; }

    /// <summary>The answers in the order in which they were given, one for each question.</summary>
    public List<TrainingAnswer> Answers { get; } = [];

    public IReadOnlyList<DrawnScenario> Questions => field ??= DrawnScenario.Read(Plan);

    public int Count => Questions.Count;

    /// <summary>The score as people read it, in per cent, rounded down.</summary>
    public int Percent => (int)Math.Floor(100m * Right / Count);
}

/// <summary>Says whether an attempt is in progress, or how it ended.</summary>
public enum AttemptState
{
    Running = 1,
    Passed = 2,
    Failed = 3,

    /// <summary>The policy changed during the attempt.</summary>
    Outdated = 4,
}

/// <summary>Represents one recorded answer. The key (attempt, number) allows no second one.</summary>
public sealed class TrainingAnswer
{
    public Guid AttemptId { get; init; }

    /// <summary>The number of the question in the attempt, from 1.</summary>
    public int Number { get; init; }

    /// <summary>The place of the chosen option in the file, from 0.</summary>
    public int Option { get; init; }

    public bool IsRight { get; init; }

    /// <summary>The time of the answer, in UTC.</summary>
    public DateTimeOffset At { get; init; }
}

/// <summary>Represents a scenario as it was drawn for an attempt.</summary>
/// <param name="ScenarioId">The id of the scenario.</param>
/// <param name="Order">The options in the order shown, by their places in the file.</param>
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
