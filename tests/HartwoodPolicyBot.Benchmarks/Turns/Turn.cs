using System.Diagnostics;

namespace HartwoodPolicyBot.Benchmarks.Turns;

/// <summary>One question of one person in a conversation of its own, and when its answer came.</summary>
internal sealed class Turn(string conversation)
{
    private int messages;
    private int cards;
    private long sent;
    private long arrived;
    private long answered;

    public string Conversation => conversation;

    /// <summary>Messages that reached the connector.</summary>
    public int Messages => messages;

    /// <summary>Of these, with a card.</summary>
    public int Cards => cards;

    /// <summary>The HTTP status of the answer; 0 when there was none.</summary>
    public int Status { get; private set; }

    /// <summary>Until the request was answered, in milliseconds.</summary>
    public double ToAnswer => Stopwatch.GetElapsedTime(sent, answered).TotalMilliseconds;

    /// <summary>Until the message reached the connector, in milliseconds.</summary>
    public double ToMessage => Stopwatch.GetElapsedTime(sent, arrived).TotalMilliseconds;

    public void Sent() => sent = Stopwatch.GetTimestamp();

    public void Answered(int status)
    {
        answered = Stopwatch.GetTimestamp();
        Status = status;
    }

    public void Arrived(long timestamp, bool isCard)
    {
        arrived = timestamp;
        Interlocked.Increment(ref messages);
        if (isCard)
        {
            Interlocked.Increment(ref cards);
        }
    }
}
