using System.Globalization;
using System.Text.RegularExpressions;

namespace HartwoodPolicyBot.Core.Training.Scenarios;

/// <summary>
/// Makes and reads the ids of scenarios, which attempts store: "t01" for what came with the bot, and "t01@3" for the third revision
/// that the practice made of it.
/// </summary>
internal static partial class ScenarioIds
{
    private const char Mark = '@';

    public static string Of(string name, int revision) =>
        revision == 0 ? name : string.Create(CultureInfo.InvariantCulture, $"{name}{Mark}{revision}");

    /// <summary>Returns the name of the scenario, which is the same for all its revisions.</summary>
    public static string NameIn(string id) => id.Split(Mark)[0];

    /// <summary>
    /// Returns a name for a scenario that is written in this form. The same form gives the same name, so it adds only one.
    /// </summary>
    public static string New(Guid form) => $"p{form:N}"[..NewLength];

    /// <summary>Says whether this can be the name of a scenario that a practice manager writes.</summary>
    public static bool IsNew(string name) => NewName().IsMatch(name);

    private const int NewLength = 13;

    [GeneratedRegex("^p[0-9a-f]{12}$")]
    private static partial Regex NewName();
}
