namespace AdaptiveCards;

/// <summary>
/// Shows a chart with a bar for each value. A client that can't draw it shows <see cref="Fallback"/>, which must say the same
/// in words.
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

/// <summary>Represents one bar of a chart.</summary>
/// <param name="X">The label of the bar.</param>
/// <param name="Y">The height of the bar.</param>
public sealed record ChartBar(string X, int Y);
