using System.Text.Json;

namespace AdaptiveCards;

/// <summary>
/// Shows a chart with a bar for each value, its name in full above the bar and its number beside it. There is no axis, which
/// clients would divide into fractions of people. A client that can't draw it shows <see cref="Fallback"/>, which must say the
/// same in words.
/// </summary>
/// <remarks>Source: learn.microsoft.com, Teams "Charts in Adaptive Cards", Chart.HorizontalBar, displayMode.</remarks>
public sealed class AdaptiveHorizontalBarChart() : AdaptiveElement("Chart.HorizontalBar")
{
    public required string Title { get; init; }
    public string DisplayMode { get; } = "AbsoluteNoAxis";
    public required IReadOnlyList<ChartBar> Data { get; init; }
    public required AdaptiveElement Fallback { get; init; }

    internal override void Write(Utf8JsonWriter writer) => CardJson.Default.AdaptiveHorizontalBarChart.SerializeHandler!(writer, this);
}

/// <summary>Represents one bar of a chart.</summary>
/// <param name="X">The label of the bar.</param>
/// <param name="Y">The length of the bar.</param>
public sealed record ChartBar(string X, int Y);
