using AdaptiveCards;

namespace HartwoodPolicyBot.Teams.Activities;

/// <summary>Holds the answer to a message extension's search: cards to put into a message, or a sentence.</summary>
/// <remarks>Source: learn.microsoft.com, "Respond to search commands".</remarks>
public sealed class SearchAnswer
{
    public SearchResults? ComposeExtension { get; set; }

    /// <summary>Makes a list of cards, each with what the list shows of it.</summary>
    public static SearchAnswer Of(IEnumerable<SearchResult> results) =>
        new()
        {
            ComposeExtension = new()
            {
                Type = "result",
                AttachmentLayout = "list",
                Attachments = [.. results],
            },
        };

    /// <summary>Says a sentence in place of a list.</summary>
    public static SearchAnswer Saying(string sentence) =>
        new()
        {
            ComposeExtension = new() { Type = "message", Text = sentence },
        };
}

/// <summary>Holds what was found, or what is said instead.</summary>
public sealed class SearchResults
{
    public string? Type { get; set; }
    public string? AttachmentLayout { get; set; }
    public IList<SearchResult>? Attachments { get; set; }
    public string? Text { get; set; }
}

/// <summary>Holds one card, and how it looks in the list.</summary>
public sealed class SearchResult
{
    public string ContentType { get; } = AdaptiveCard.ContentType;
    public required AdaptiveCard Content { get; set; }
    public required SearchPreview Preview { get; init; }

    public static SearchResult Of(AdaptiveCard card, string title, string text) =>
        new()
        {
            Content = card,
            Preview = new()
            {
                Content = new() { Title = title, Text = text },
            },
        };
}

/// <summary>Shows a result in the list.</summary>
public sealed class SearchPreview
{
    public string ContentType { get; } = "application/vnd.microsoft.card.thumbnail";
    public required SearchPreviewText Content { get; init; }
}

/// <summary>Holds the two lines of a result in the list.</summary>
public sealed class SearchPreviewText
{
    public required string Title { get; init; }
    public required string Text { get; init; }
}
