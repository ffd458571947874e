namespace AdaptiveCards;

/// <summary>
/// A chart with a bar for each value. A client that cannot draw it shows <see cref="Fallback"/>, so that says the same in
/// words.
/// </summary>
/// <remarks>Source: learn.microsoft.com, Teams "Charts in Adaptive Cards", Chart.VerticalBar.</remarks>
public sealed class AdaptiveVerticalBarChart : AdaptiveElement
{
    public required string Title { get; init; }
    public required string XAxisTitle { get; init; }
    public required string YAxisTitle { get; init; }
    public required IReadOnlyList<ChartBar> Data { get; init; }
    public bool ShowBarValues { get; } = true;
    public required AdaptiveElement Fallback { get; init; }
}

/// <param name="X">What the bar stands for.</param>
/// <param name="Y">How high it is.</param>
public sealed record ChartBar(string X, int Y);
