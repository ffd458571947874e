using HartwoodPolicyBot.Teams.Cards;

namespace HartwoodPolicyBot.Teams.Activities;

/// <summary>The answer to a message extension action: a dialog with a card in it.</summary>
/// <remarks>Source: learn.microsoft.com, "Create and send dialogs" (task modules) from message extensions.</remarks>
public sealed class TaskModuleResponse
{
    public TaskModule? Task { get; set; }

    /// <summary>A dialog that shows <paramref name="card"/>.</summary>
    public static TaskModuleResponse Showing(string title, AdaptiveCard card) =>
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

/// <summary>What the client does next: "continue" shows a dialog.</summary>
public sealed class TaskModule
{
    public string? Type { get; set; }
    public TaskModuleContent? Value { get; set; }
}

/// <summary>What a dialog shows.</summary>
public sealed class TaskModuleContent
{
    public string? Title { get; set; }
    public string? Height { get; set; }
    public string? Width { get; set; }
    public Attachment? Card { get; set; }
}
