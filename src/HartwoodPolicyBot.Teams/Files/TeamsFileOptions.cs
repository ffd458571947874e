using System.ComponentModel.DataAnnotations;

namespace HartwoodPolicyBot.Teams.Files;

/// <summary>Says how files reach people; configuration section <c>Teams:Files</c>.</summary>
public sealed class TeamsFileOptions : IValidatableObject
{
    /// <summary>
    /// Whether files are offered in the chat for the person's OneDrive. If it isn't set, they are if the bot has credentials,
    /// so not in the Playground.
    /// </summary>
    public bool? Consent { get; set; }

    /// <summary>
    /// The hosts that files may be uploaded to. A name that starts with a dot means all hosts below it. They must use https,
    /// except for this machine in Development without credentials.
    /// </summary>
    /// <remarks>
    /// Source: learn.microsoft.com, bots-filesv4: upload addresses are of the person's OneDrive, contoso.sharepoint.com.
    /// </remarks>
    public IList<string> AllowedUploadHosts { get; set; } = [];

    /// <summary>The largest upload in megabytes; a larger file is sent as a link for the browser.</summary>
    [Range(1, 250, ErrorMessage = "Teams:Files:MostMegabytes must be 1 to 250.")]
    public int MostMegabytes { get; set; } = 100;

    /// <summary>How long one part of an upload may take.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00", ErrorMessage = "Teams:Files:PartTimeout must be 00:00:01 to 00:10:00.")]
    public TimeSpan PartTimeout { get; set; } = TimeSpan.FromMinutes(1);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (AllowedUploadHosts.FirstOrDefault(host => host.TrimStart('.').IndexOf('.', StringComparison.Ordinal) < 0) is { } wide)
        {
            yield return new($"Teams:Files:AllowedUploadHosts holds \"{wide}\", which isn't a host name.", [nameof(AllowedUploadHosts)]);
        }
    }
}
