namespace HartwoodPolicyBot.Core.Training.Scenarios;

/// <summary>Holds the scenarios of the file together with what the practice has made of them.</summary>
/// <param name="Asked">The newest revision of each scenario that is not set aside.</param>
/// <param name="Earlier">All others, which an attempt under way may have been drawn from.</param>
internal sealed record ScenarioLines(IReadOnlyList<ScenarioLine> Asked, IReadOnlyList<ScenarioLine> Earlier)
{
    public static ScenarioLines Of(IReadOnlyList<ScenarioLine> file, IReadOnlyList<ScenarioRevision> practice)
    {
        var newest = Newest(practice);
        return new(
            [
                .. file.Where(line => line.Id is null || !newest.ContainsKey(line.Id)),
                .. newest.Values.Where(revision => !revision.IsSetAside).Select(revision => revision.Line),
            ],
            [
                .. file.Where(line => line.Id is not null && newest.ContainsKey(line.Id)),
                .. practice
                    .Where(revision => revision.IsSetAside || newest[revision.ScenarioName] != revision)
                    .Select(revision => revision.Line),
            ]
        );
    }

    /// <summary>Returns the newest revision of each scenario, in the order in which they were first written.</summary>
    public static Dictionary<string, ScenarioRevision> Newest(IReadOnlyList<ScenarioRevision> practice) =>
        practice
            .GroupBy(revision => revision.ScenarioName, StringComparer.Ordinal)
            .OrderBy(scenario => scenario.Min(revision => revision.At))
            .ToDictionary(scenario => scenario.Key, scenario => scenario.MaxBy(revision => revision.Number)!, StringComparer.Ordinal);
}
