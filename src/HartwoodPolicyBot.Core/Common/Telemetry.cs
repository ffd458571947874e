using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace HartwoodPolicyBot.Core.Common;

/// <summary>
/// Counts and times what the bot does, for the people who run it. Nothing leaves the bot unless the host is configured to
/// send it. Tags are from a short list of words: they never hold what people wrote or who they are.
/// </summary>
/// <remarks>Names: OpenTelemetry semantic conventions, "General naming guidelines"; .NET, "Creating metrics".</remarks>
public static class Telemetry
{
    /// <summary>The name of the meter and of the trace source.</summary>
    public const string Name = "HartwoodPolicyBot";

    private static readonly Meter Meter = new(Name);

    private static readonly Counter<long> Questions = Meter.CreateCounter<long>(
        "hartwood.questions",
        "{question}",
        "Questions that were answered or refused."
    );

    private static readonly Counter<long> Deliveries = Meter.CreateCounter<long>(
        "hartwood.deliveries",
        "{attempt}",
        "Attempts to bring a message to Teams outside a turn."
    );

    private static readonly Histogram<double> Turns = Meter.CreateHistogram<double>(
        "hartwood.turn.duration",
        "s",
        "How long the bot took over an activity from Teams."
    );

    private static readonly ActivitySource Traces = new(Name);

    /// <summary>Counts a question.</summary>
    /// <param name="verdict">What became of the question, such as "answered".</param>
    public static void CountQuestion(string verdict) => Questions.Add(1, new KeyValuePair<string, object?>("hartwood.verdict", verdict));

    /// <summary>Counts an attempt to deliver a message.</summary>
    /// <param name="kind">The kind of the delivery.</param>
    /// <param name="outcome">How it ended, such as "Delivered".</param>
    public static void CountDelivery(string kind, string outcome) =>
        Deliveries.Add(1, new("hartwood.delivery.kind", kind), new KeyValuePair<string, object?>("hartwood.delivery.outcome", outcome));

    /// <summary>Starts timing a turn. The time ends when the returned object is disposed.</summary>
    /// <param name="type">The activity's type, which must be one that the bot knows.</param>
    public static IDisposable BeginTurn(string type) => new Turn(type);

    /// <summary>Starts a span of a trace, which ends when it is disposed. Returns null while nothing listens to traces.</summary>
    public static Activity? Begin(string what) => Traces.StartActivity(what);

    private sealed class Turn(string type) : IDisposable
    {
        private readonly long start = Stopwatch.GetTimestamp();
        private readonly Activity? span = Begin("turn");

        public void Dispose()
        {
            span?.Dispose();
            Turns.Record(Stopwatch.GetElapsedTime(start).TotalSeconds, new KeyValuePair<string, object?>("hartwood.activity.type", type));
        }
    }
}
