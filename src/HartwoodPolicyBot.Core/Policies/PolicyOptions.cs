using System.ComponentModel.DataAnnotations;

namespace HartwoodPolicyBot.Core.Policies;

/// <summary>Holds the settings for the policies and for answering from them: section <c>Policies</c> of the configuration.</summary>
public sealed class PolicyOptions
{
    /// <summary>The folder of the policies. A relative path starts at the program's own folder.</summary>
    [Required(ErrorMessage = "Policies:Folder is missing.")]
    public string Folder { get; set; } = "Content/Policies";

    /// <summary>Whether anybody may read the earlier versions of a policy on its page.</summary>
    public bool ShowEarlierVersions { get; set; }

    /// <summary>
    /// The least probability, from 0 to 1, that a policy answers a question. Below it, the bot refuses. Found by
    /// cross-validation over the phrasings.
    /// </summary>
    [Range(0.01, 0.99, ErrorMessage = "Policies:LeastConfidence must be 0.01 to 0.99.")]
    public double LeastConfidence { get; set; } = 0.68;
}
