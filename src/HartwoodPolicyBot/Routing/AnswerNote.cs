using AdaptiveCards;
using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Teams.Activities;

namespace HartwoodPolicyBot.Routing;

/// <summary>
/// Says in the bot's own words, below a section that an answer quotes, how to do with the bot what the section asks for.
/// </summary>
/// <param name="Sentence">What can be done with the bot.</param>
/// <param name="Button">The button that begins it.</param>
internal sealed record AnswerNote(string Sentence, AdaptiveAction Button);

/// <summary>Finds the note of one feature for a section; null if the section asks for nothing that the feature does.</summary>
internal sealed record AnswerNoteSource(Func<ITurn, PolicySection, CancellationToken, Task<AnswerNote?>> Find)
{
    /// <summary>Makes the source of one note that stands below one section of the social media policy.</summary>
    /// <param name="anchor">The section, one of <see cref="SocialMediaPolicy"/>.</param>
    /// <param name="sentence">What can be done with the bot.</param>
    /// <param name="button">The button that begins it in the person's own chat.</param>
    /// <param name="command">The command that the button to that chat carries anywhere else.</param>
    public static AnswerNoteSource Below(string anchor, string sentence, AdaptiveAction button, string command) =>
        new(
            (turn, section, _) =>
                Task.FromResult(
                    section.Id == SocialMediaPolicy.IdOf(anchor)
                        ? new AnswerNote(sentence, Sender.IsPersonal(turn) ? button : PrivateChat.Button(turn, command))
                        : null
                )
        );
}
