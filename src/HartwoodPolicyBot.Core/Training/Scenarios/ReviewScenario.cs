using HartwoodPolicyBot.Core.Common;

namespace HartwoodPolicyBot.Core.Training.Scenarios;

/// <summary>Checks what a practice manager has written, and hides patients' identifiers in it, before anything is saved.</summary>
public sealed class ReviewScenario(TrainingModule module, TimeProvider time)
{
    private const int FewestOptions = 2;
    private static readonly string[] Audiences = ["all", "clinical", "non-clinical", "manager"];

    /// <summary>Returns the scenario as it would be kept, or why it can't be kept.</summary>
    public Outcome<ReviewedScenario> Review(WrittenScenario written)
    {
        var masked = Masked(written);
        if (ClauseKeys.Find(module.Policy, masked.ClauseKey) is not var (section, clause))
        {
            return ScenarioRefusals.ClauseGone;
        }

        return Wrong(masked) is { } refusal ? refusal : new ReviewedScenario(masked, section, clause);
    }

    /// <summary>Returns what was written with identifiers hidden, so that it can be shown again.</summary>
    public WrittenScenario Masked(WrittenScenario written)
    {
        var today = PracticeTime.Today(time);
        return written with
        {
            Text = Hidden(written.Text.Trim()),
            Options = [.. written.Options.Take(WrittenScenario.MostOptions).Select(option => Hidden(OneLine(option)))],
            Why = Hidden(written.Why.Trim()),
            Right = written.Right.Trim(' ', ','),
        };

        string Hidden(string text) => PatientIdentifiers.Mask(text, today);
    }

    private static Refusal? Wrong(WrittenScenario written)
    {
        var filled = written.Options.Where(option => option.Length > 0).ToList();
        return written.Text.Length == 0 ? ScenarioRefusals.NoText
            : written.Text.Length > WrittenScenario.LongestText ? ScenarioRefusals.TextTooLong
            : filled.Count < FewestOptions ? ScenarioRefusals.FewOptions
            : filled.Exists(option => option.Length > WrittenScenario.LongestOption) ? ScenarioRefusals.OptionTooLong
            : filled.Distinct(StringComparer.OrdinalIgnoreCase).Count() < filled.Count ? ScenarioRefusals.SameOptions
            : written.Right.Contains(',') ? ScenarioRefusals.TwoRight
            : !IsWritten(written) ? ScenarioRefusals.NoRight
            : written.Why.Length == 0 ? ScenarioRefusals.NoReason
            : written.Why.Length > WrittenScenario.LongestReason ? ScenarioRefusals.ReasonTooLong
            : !Audiences.Contains(written.Audience) ? ScenarioRefusals.NoAudience
            : null;
    }

    private static bool IsWritten(WrittenScenario written) =>
        written.Right is [>= '0' and <= '9' and var place]
        && place - '0' < written.Options.Count
        && written.Options[place - '0'].Length > 0;

    private static string OneLine(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
