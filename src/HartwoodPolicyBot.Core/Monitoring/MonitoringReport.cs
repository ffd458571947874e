namespace HartwoodPolicyBot.Core.Monitoring;

/// <summary>Holds the figures that a practice manager reports on.</summary>
/// <remarks>
/// Source: the social media policy, "Monitoring and reporting": the practice manager monitors and reports from PALS,
/// complaints, and significant and learning events. Reports about a practice manager go by the speak-up route and are in no
/// figure.
/// </remarks>
/// <param name="Period">The days that the report covers.</param>
/// <param name="AsOf">The time when the report was made, in UTC. States and open actions are those of that time.</param>
/// <param name="FirstRecord">The first day for which there is any record.</param>
public sealed record MonitoringReport(
    ReportPeriod Period,
    DateTimeOffset AsOf,
    DateOnly FirstRecord,
    IncidentFigures Incidents,
    TrainingFigures Training,
    QuestionFigures Questions
)
{
    /// <summary>The report of the period before, to compare with; null if nothing is known of it.</summary>
    public MonitoringReport? Before { get; init; }
}

/// <summary>Counts the incidents that were reported in the period.</summary>
public sealed record IncidentFigures
{
    /// <summary>The number of incidents.</summary>
    public required int All { get; init; }

    /// <summary>The number of incidents of each kind. Every kind has a row.</summary>
    public required IReadOnlyList<NamedCount> ByKind { get; init; }

    /// <summary>The number of incidents in each state now.</summary>
    public required IReadOnlyList<NamedCount> ByState { get; init; }

    /// <summary>The number of incidents by how they came to light. Every source has a row.</summary>
    public required IReadOnlyList<NamedCount> BySource { get; init; }

    /// <summary>The time from the report until somebody acknowledged it or took it on.</summary>
    public required Durations Acknowledging { get; init; }

    /// <summary>The time from the report until it was closed, for closed incidents only.</summary>
    public required Durations Closing { get; init; }

    /// <summary>Whether the decision about a data breach was recorded within 72 hours.</summary>
    public required ClockFigures Breach { get; init; }

    /// <summary>Whether a complaint was acknowledged by the third working day.</summary>
    public required ClockFigures Complaint { get; init; }

    /// <summary>The number of actions of these incidents that are not done yet.</summary>
    public required int ActionsOpen { get; init; }

    /// <summary>The number of actions of these incidents that are done.</summary>
    public required int ActionsDone { get; init; }

    /// <summary>The number of incidents whose learning is written down.</summary>
    public required int WithLearning { get; init; }
}

/// <summary>Represents one row of figures: a name and its count.</summary>
public sealed record NamedCount(string Name, int Count);

/// <summary>Says how long something took. All time counts, including nights and weekends.</summary>
/// <param name="Count">The number of incidents measured.</param>
/// <param name="Median">The median; null when there are none.</param>
/// <param name="Longest">The longest time; null when there are none.</param>
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

/// <summary>Counts how often a deadline was kept.</summary>
/// <param name="Running">Deadlines that have not passed and are not met yet.</param>
public sealed record ClockFigures(int Kept, int Missed, int Running)
{
    public int All => Kept + Missed + Running;
}

/// <summary>Counts training: the state of each person, and the attempts in the period.</summary>
/// <param name="On">The last day of the period, or today if the period hasn't ended.</param>
/// <param name="States">The number of people in each state at the end of that day, without those marked as having left by then.</param>
/// <param name="PeoplePassed">The number of people who passed in the period.</param>
/// <param name="RoundsPassed">The number of attempts passed in the period.</param>
/// <param name="RoundsFailed">The number of attempts failed in the period.</param>
public sealed record TrainingFigures(DateOnly On, IReadOnlyList<NamedCount> States, int PeoplePassed, int RoundsPassed, int RoundsFailed)
{
    /// <summary>
    /// How many of the staff passed in the 12 months up to <see cref="On"/>, whether or not they have something new to do since.
    /// </summary>
    public int PassedInYear { get; init; }
}

/// <summary>Counts what staff asked in the period. The question log names nobody.</summary>
/// <param name="ByManager">How many of these were answered with a saved answer.</param>
/// <param name="MostRead">The sections that were quoted most often, with how often.</param>
public sealed record QuestionFigures(
    int Asked,
    int Answered,
    int ByManager,
    int Refused,
    int Helpful,
    int NotHelpful,
    IReadOnlyList<NamedCount> MostRead
);
