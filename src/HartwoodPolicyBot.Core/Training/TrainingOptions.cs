using System.ComponentModel.DataAnnotations;

namespace HartwoodPolicyBot.Core.Training;

/// <summary>The practice's own settings for training: section <c>Training</c>. The policy names no pass mark and no interval.</summary>
public sealed class TrainingOptions
{
    /// <summary>Questions in one attempt.</summary>
    [Range(5, 30, ErrorMessage = "Training:Questions must be 5 to 30.")]
    public int Questions { get; set; } = 10;

    /// <summary>Right answers in a hundred that pass. The practice's setting, not the policy's.</summary>
    [Range(1, 100, ErrorMessage = "Training:PassPercent must be 1 to 100.")]
    public int PassPercent { get; set; } = 80;

    /// <summary>Months after a pass until the refresher is due. The policy says "at regular intervals"; this is the practice's.</summary>
    [Range(1, 60, ErrorMessage = "Training:RefresherMonths must be 1 to 60.")]
    public int RefresherMonths { get; set; } = 12;

    /// <summary>Does whoever adds the bot get the induction?</summary>
    public bool AssignOnInstall { get; set; } = true;

    /// <summary>Days from then until it is due.</summary>
    [Range(1, 365, ErrorMessage = "Training:InductionDays must be 1 to 365.")]
    public int InductionDays { get; set; } = 14;
}
