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
internal sealed record AnswerNoteSource(Func<ITurn, PolicySection, CancellationToken, Task<AnswerNote?>> Find);
