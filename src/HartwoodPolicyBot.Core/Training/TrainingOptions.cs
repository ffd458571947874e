using System.ComponentModel.DataAnnotations;
using HartwoodPolicyBot.Core.Common;

namespace HartwoodPolicyBot.Core.Training;

/// <summary>
/// Settings that the practice chooses for training: section <c>Training</c>. The policy names no pass mark and no interval.
/// </summary>
public sealed class TrainingOptions
{
    /// <summary>The number of questions in one attempt.</summary>
    [Range(5, 30, ErrorMessage = "Training:Questions must be 5 to 30.")]
    public int Questions { get; set; } = 10;

    /// <summary>The pass mark in per cent. The practice sets it, not the policy.</summary>
    [Range(1, 100, ErrorMessage = "Training:PassPercent must be 1 to 100.")]
    public int PassPercent { get; set; } = 80;

    /// <summary>
    /// The number of months from a pass to the refresher. The policy says "at regular intervals", so the practice sets this.
    /// </summary>
    [Range(1, 60, ErrorMessage = "Training:RefresherMonths must be 1 to 60.")]
    public int RefresherMonths { get; set; } = 12;

    /// <summary>Whether everybody who adds the bot gets the induction.</summary>
    public bool AssignOnInstall { get; set; } = true;

    /// <summary>The number of days from then until the induction is due, or until the next working day after them.</summary>
    [Range(1, 365, ErrorMessage = "Training:InductionDays must be 1 to 365.")]
    public int InductionDays { get; set; } = 14;

    /// <summary>Returns the day by which an induction is due that begins today; a day off is moved to the next working day.</summary>
    public DateOnly InductionDueOn(DateOnly today) => WorkingDays.OnOrAfter(today.AddDays(InductionDays));

    /// <summary>
    /// Returns the day by which the refresher of a pass is due: the same day of a later month, or the last day of a shorter month.
    /// </summary>
    public DateOnly RefresherDueOn(DateOnly passedOn) => passedOn.AddMonths(RefresherMonths);
}
