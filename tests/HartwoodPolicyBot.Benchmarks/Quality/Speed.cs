using System.Diagnostics;

namespace HartwoodPolicyBot.Benchmarks.Quality;

/// <summary>Measures how long one question takes, once the code is warm.</summary>
internal static class Speed
{
    public static string Of(IReadOnlyList<string> questions, int rounds, Action<string> ask)
    {
        var times = new List<double>();
        for (var round = 0; round < rounds; round++)
        {
            foreach (var question in questions)
            {
                var clock = Stopwatch.GetTimestamp();
                ask(question);
                times.Add(Stopwatch.GetElapsedTime(clock).TotalMilliseconds);
            }
        }

        // The first half warms the code up.
        var warm = times.Skip(times.Count / 2).Order().ToList();
        return $"p50 {warm[warm.Count / 2]:F3} ms, p99 {warm[warm.Count * 99 / 100]:F3} ms";
    }
}
