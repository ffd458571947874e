using System.ComponentModel.DataAnnotations;

namespace HartwoodPolicyBot.Teams.Connector;

/// <summary>Says how the bot talks to Teams; configuration section <c>Teams:Connector</c>.</summary>
public sealed class ConnectorOptions
{
    /// <summary>
    /// The host names that may get messages and tokens. A name that starts with a dot means all hosts below it. They must use
    /// https, except for this machine. In Development without credentials this machine is allowed without being listed.
    /// </summary>
    /// <remarks>Source: Teams' connector for the commercial cloud is at smba.trafficmanager.net.</remarks>
    public IList<string> AllowedServiceHosts { get; set; } = [];

    /// <summary>The number of attempts after the first.</summary>
    [Range(0, 10, ErrorMessage = "Teams:Connector:Retries must be 0 to 10.")]
    public int Retries { get; set; } = 4;

    /// <summary>The wait before the first retry. It doubles, with jitter, unless Teams names a time.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:01:00", ErrorMessage = "Teams:Connector:RetryDelay must be 00:00:00 to 00:01:00.")]
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromMilliseconds(400);

    /// <summary>The longest wait, even if Teams asks for more.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00", ErrorMessage = "Teams:Connector:LongestDelay must be 00:00:00 to 01:00:00.")]
    public TimeSpan LongestDelay { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long one attempt may take.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00", ErrorMessage = "Teams:Connector:AttemptTimeout must be 00:00:01 to 01:00:00.")]
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// How long a click may take. Clients wait 5 seconds for the answer to a dialog, and about 10 for other clicks; the rest is
    /// for the way there and back.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00", ErrorMessage = "Teams:Connector:LongestClick must be 00:00:01 to 01:00:00.")]
    public TimeSpan LongestClick { get; set; } = TimeSpan.FromSeconds(4);

    /// <summary>How many messages one conversation may get, and within which time.</summary>
    /// <remarks>Source: learn.microsoft.com, Teams "Rate limiting": per bot per thread.</remarks>
    public static IReadOnlyList<PacingWindow> Windows { get; } =
    [new(7, TimeSpan.FromSeconds(1)), new(8, TimeSpan.FromSeconds(2)), new(60, TimeSpan.FromSeconds(30)), new(1800, TimeSpan.FromHours(1))];
}

/// <summary>Allows at most <paramref name="Messages"/> within any <paramref name="Span"/>.</summary>
public sealed record PacingWindow(int Messages, TimeSpan Span);
