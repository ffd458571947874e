using AdaptiveCards;

namespace HartwoodPolicyBot.Teams.Activities;

/// <summary>Holds the answer to a message extension action: a dialog with a card in it.</summary>
/// <remarks>Source: learn.microsoft.com, "Create and send dialogs" (task modules) from message extensions.</remarks>
public sealed class DialogAnswer
{
    public DialogTask? Task { get; set; }

    /// <summary>Makes a dialog that shows <paramref name="card"/>.</summary>
    public static DialogAnswer Showing(string title, AdaptiveCard card) =>
        new()
        {
            Task = new()
            {
                Type = "continue",
                Value = new()
                {
                    Title = title,
                    Height = "large",
                    Width = "medium",
                    Card = new() { ContentType = AdaptiveCard.ContentType, Content = card },
                },
            },
        };
}

/// <summary>Tells the client what to do next: "continue" shows a dialog.</summary>
public sealed class DialogTask
{
    public string? Type { get; set; }
    public DialogContent? Value { get; set; }
}

/// <summary>Holds what a dialog shows.</summary>
public sealed class DialogContent
{
    public string? Title { get; set; }
    public string? Height { get; set; }
    public string? Width { get; set; }
    public MessageAttachment? Card { get; set; }
}
