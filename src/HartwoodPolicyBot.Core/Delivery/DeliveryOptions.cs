using System.ComponentModel.DataAnnotations;

namespace HartwoodPolicyBot.Core.Delivery;

/// <summary>How hard the bot tries to deliver: section <c>Delivery</c>.</summary>
public sealed class DeliveryOptions
{
    /// <summary>The wait after the first failure; it doubles with each, unless Teams names a time.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "01:00:00", ErrorMessage = "Delivery:FirstDelay must be 00:00:00.1 to 01:00:00.")]
    public TimeSpan FirstDelay { get; set; } = TimeSpan.FromSeconds(5);

    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00", ErrorMessage = "Delivery:LongestDelay must be 00:00:01 to 1.00:00:00.")]
    public TimeSpan LongestDelay { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>After failing for so long it is given up, and the practice manager is told.</summary>
    [Range(typeof(TimeSpan), "00:00:10", "30.00:00:00", ErrorMessage = "Delivery:GiveUpAfter must be 00:00:10 to 30.00:00:00.")]
    public TimeSpan GiveUpAfter { get; set; } = TimeSpan.FromDays(1);

    /// <summary>For how long one instance has a delivery to itself; one that died lets go after this.</summary>
    [Range(typeof(TimeSpan), "00:00:02", "01:00:00", ErrorMessage = "Delivery:Lease must be 00:00:02 to 01:00:00.")]
    public TimeSpan Lease { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>How often the outbox is looked through when nothing wakes it.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "1.00:00:00", ErrorMessage = "Delivery:Sweep must be 00:00:00.1 to 1.00:00:00.")]
    public TimeSpan Sweep { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How many places are written to at once.</summary>
    [Range(1, 100, ErrorMessage = "Delivery:Senders must be 1 to 100.")]
    public int Senders { get; set; } = 8;
}
