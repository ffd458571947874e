using System.Text.Json.Serialization;

namespace AdaptiveCards;

/// <summary>
/// Represents a card of version 1.5, the newest that Teams supports fully. It is built from typed elements, so that what a
/// person wrote can't become markup: see <see cref="CardText"/>.
/// </summary>
/// <remarks>Source: learn.microsoft.com, Teams "Cards reference"; adaptivecards.io schema 1.5.</remarks>
public sealed class AdaptiveCard
{
    public const string ContentType = "application/vnd.microsoft.card.adaptive";

    private const int MostInSight = 2;

    [JsonPropertyName("$schema")]
    public string Schema { get; } = "http://adaptivecards.io/schemas/adaptive-card.json";
    public string Type { get; } = "AdaptiveCard";
    public string Version { get; } = "1.5";
    public string Lang { get; } = "en-GB";

    /// <summary>The text that a client shows if it can't show the card.</summary>
    public required string FallbackText { get; init; }

    /// <summary>What is read aloud for the whole card, where a client reads it in place of the elements; null for no such text.</summary>
    /// <remarks>Source: adaptivecards.io, AdaptiveCard, speak (1.0).</remarks>
    public string? Speak { get; init; }

    public required IReadOnlyList<AdaptiveElement> Body { get; init; }

    /// <summary>
    /// The buttons, the most important first. They share one row, and a phone has room for the titles of two, so the others go
    /// behind the client's "more" button.
    /// </summary>
    /// <remarks>Source: adaptivecards.io, action mode (1.5).</remarks>
    public IReadOnlyList<AdaptiveAction>? Actions
    {
        get;
        init
        {
            foreach (var action in value?.Where(action => action.Mode is null).Skip(MostInSight) ?? [])
            {
                action.PutBehind();
            }

            field = value;
        }
    }

    /// <summary>What is shown where a text had to be cut: where the rest can be read.</summary>
    [JsonIgnore]
    public string More { get; init; } = "(shortened)";

    /// <summary>
    /// Returns the card with every text that it shows cut to <paramref name="longest"/>. What somebody typed into an input stays
    /// whole. A button that carries much goes without its copy for old clients.
    /// </summary>
    public AdaptiveCard Shortened(int longest)
    {
        var cut = new TextCut(longest, More);
        return new AdaptiveCard
        {
            FallbackText = cut.ForTap().Of(FallbackText),
            Speak = Speak is null ? null : cut.ForTap().Of(Speak),
            Body = [.. Body.Select(element => element.Shortened(cut))],
            Actions = Actions is null ? null : [.. Actions.Select(action => action.Shortened(cut.ForTap()))],
            More = More,
        };
    }
}
