namespace HartwoodPolicyBot.Core.Monitoring;

/// <summary>What the practice manager answers for, in figures.</summary>
/// <remarks>
/// Source: the social media policy, "Monitoring and reporting": the practice manager monitors and reports from PALS,
/// complaints, and significant and learning events. Reports about a practice manager take another way and are in no figure.
/// </remarks>
/// <param name="Period">The days that it is about.</param>
/// <param name="AsOf">When it was made, UTC: states and open actions are as they were then.</param>
/// <param name="FirstRecord">The first day of which anything is known.</param>
public sealed record MonitoringReport(
    ReportPeriod Period,
    DateTimeOffset AsOf,
    DateOnly FirstRecord,
    IncidentFigures Incidents,
    TrainingFigures Training,
    QuestionFigures Questions
);

/// <summary>Incidents that were reported in the period.</summary>
public sealed record IncidentFigures
{
    /// <summary>How many.</summary>
    public required int All { get; init; }

    /// <summary>What they were about; every kind has a row.</summary>
    public required IReadOnlyList<NamedCount> ByKind { get; init; }

    /// <summary>How far they have come by now.</summary>
    public required IReadOnlyList<NamedCount> ByState { get; init; }

    /// <summary>How they came up; every source has a row.</summary>
    public required IReadOnlyList<NamedCount> BySource { get; init; }

    /// <summary>From the report until somebody acknowledged it or took it on.</summary>
    public required Durations Acknowledging { get; init; }

    /// <summary>From the report until it was closed, of those that are closed.</summary>
    public required Durations Closing { get; init; }

    /// <summary>Was the decision about a data breach recorded within 72 hours?</summary>
    public required ClockFigures Breach { get; init; }

    /// <summary>Was a complaint acknowledged by the third working day?</summary>
    public required ClockFigures Complaint { get; init; }

    /// <summary>Actions of these incidents that are still to be done.</summary>
    public required int ActionsOpen { get; init; }

    /// <summary>Actions of these incidents that are done.</summary>
    public required int ActionsDone { get; init; }

    /// <summary>Incidents for which learning is written down.</summary>
    public required int WithLearning { get; init; }
}

/// <summary>One row: what, and how many.</summary>
public sealed record NamedCount(string Name, int Count);

/// <summary>How long something took; all time counts, nights and weekends too.</summary>
/// <param name="Count">Of how many incidents.</param>
/// <param name="Median">Null when there are none.</param>
/// <param name="Longest">Null when there are none.</param>
public sealed record Durations(int Count, TimeSpan? Median, TimeSpan? Longest)
{
    public static Durations Of(List<TimeSpan> all)
    {
        all.Sort();
        var middle = all.Count / 2;
        return all.Count == 0
            ? new(0, null, null)
            : new(all.Count, all.Count % 2 == 1 ? all[middle] : (all[middle - 1] + all[middle]) / 2, all[^1]);
    }
}

/// <summary>How often a deadline was kept.</summary>
/// <param name="Running">Neither: there is still time.</param>
public sealed record ClockFigures(int Kept, int Missed, int Running)
{
    public int All => Kept + Missed + Running;
}

/// <summary>Training: how everybody stood, and what was done in the period.</summary>
/// <param name="On">The last day of the period; today while it has not ended.</param>
/// <param name="Standing">People who were not set aside by then, by how they stood at its end.</param>
/// <param name="PeoplePassed">How many people passed in the period.</param>
/// <param name="RoundsPassed">How many rounds were passed in it.</param>
/// <param name="RoundsFailed">How many were not.</param>
public sealed record TrainingFigures(DateOnly On, IReadOnlyList<NamedCount> Standing, int PeoplePassed, int RoundsPassed, int RoundsFailed)
{
    public int Staff => Standing.Sum(row => row.Count);
}

/// <summary>What staff asked in the period. The log of questions names nobody.</summary>
/// <param name="ByManager">Of these, answered with the practice manager's own answers.</param>
/// <param name="MostRead">The sections that were quoted most, with how often.</param>
public sealed record QuestionFigures(
    int Asked,
    int Answered,
    int ByManager,
    int Refused,
    int Helpful,
    int NotHelpful,
    IReadOnlyList<NamedCount> MostRead
);
