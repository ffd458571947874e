using System.ComponentModel.DataAnnotations;

namespace HartwoodPolicyBot.Core.Policies;

/// <summary>The policies and how they are asked: section <c>Policies</c> of the configuration.</summary>
public sealed class PolicyOptions
{
    /// <summary>Where the policies lie; a relative path is taken from the program's own folder.</summary>
    [Required(ErrorMessage = "Policies:Folder is missing.")]
    public string Folder { get; set; } = "Content/Policies";

    /// <summary>
    /// How sure the bot must be that a policy answers a question, from 0 to 1; below, it says that the policy does not say.
    /// Found by cross-validation over the phrasing bank.
    /// </summary>
    [Range(0.01, 0.99, ErrorMessage = "Policies:LeastConfidence must be 0.01 to 0.99.")]
    public double LeastConfidence { get; set; } = 0.71;
}
