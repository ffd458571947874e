using System.ComponentModel.DataAnnotations;

namespace HartwoodPolicyBot.Core.Delivery;

/// <summary>Holds the settings for how long and how often the bot tries to deliver: section <c>Delivery</c>.</summary>
public sealed class DeliveryOptions
{
    private static readonly TimeSpan LongestAsked = TimeSpan.FromMinutes(30);

    /// <summary>The delay after the first failure. It doubles with each failure, unless Teams names a time.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "01:00:00", ErrorMessage = "Delivery:FirstDelay must be 00:00:00.1 to 01:00:00.")]
    public TimeSpan FirstDelay { get; set; } = TimeSpan.FromSeconds(5);

    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00", ErrorMessage = "Delivery:LongestDelay must be 00:00:01 to 1.00:00:00.")]
    public TimeSpan LongestDelay { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>The longest time between two attempts: as long as Teams asks for, within a limit.</summary>
    internal TimeSpan LongestWait => LongestDelay > LongestAsked ? LongestDelay : LongestAsked;

    /// <summary>How long a delivery may fail before it is given up and the practice manager is told.</summary>
    [Range(typeof(TimeSpan), "00:00:10", "30.00:00:00", ErrorMessage = "Delivery:GiveUpAfter must be 00:00:10 to 30.00:00:00.")]
    public TimeSpan GiveUpAfter { get; set; } = TimeSpan.FromDays(1);

    /// <summary>How long one instance owns a delivery. After this, another instance can take it over from one that crashed.</summary>
    [Range(typeof(TimeSpan), "00:00:02", "01:00:00", ErrorMessage = "Delivery:Lease must be 00:00:02 to 01:00:00.")]
    public TimeSpan Lease { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>How often the outbox is checked when nothing wakes the dispatcher.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "1.00:00:00", ErrorMessage = "Delivery:Sweep must be 00:00:00.1 to 1.00:00:00.")]
    public TimeSpan Sweep { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How many places the bot sends to at the same time.</summary>
    [Range(1, 100, ErrorMessage = "Delivery:Senders must be 1 to 100.")]
    public int Senders { get; set; } = 8;
}
