using System.Diagnostics;

namespace HartwoodPolicyBot.Benchmarks.Turns;

/// <summary>Is one question of one person in a new conversation, with the time of its answer.</summary>
internal sealed class Turn(string conversation)
{
    private int messages;
    private int cards;
    private long sent;
    private long arrived;
    private long answered;

    public string Conversation => conversation;

    /// <summary>Counts the messages that reached the connector.</summary>
    public int Messages => messages;

    /// <summary>Counts those messages that held a card.</summary>
    public int Cards => cards;

    /// <summary>Returns the HTTP status of the answer; 0 when there was none.</summary>
    public int Status { get; private set; }

    /// <summary>Returns the time until the request was answered, in milliseconds.</summary>
    public double ToAnswer => Stopwatch.GetElapsedTime(sent, answered).TotalMilliseconds;

    /// <summary>Returns the time until the message reached the connector, in milliseconds.</summary>
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
