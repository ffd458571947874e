using HartwoodPolicyBot.Core.Common;

namespace HartwoodPolicyBot.Core.Staff;

/// <summary>Identifies a person and their own chat with the bot, where it can tell them later what came of something.</summary>
/// <param name="PersonId">Their id, as Teams gives it.</param>
/// <param name="Name">Their name in Teams.</param>
/// <param name="ServiceUrl">The address of the connector for their chat.</param>
/// <param name="ConversationId">The id of their chat; null if Teams names none yet.</param>
public sealed record PersonInChat(PersonId PersonId, string Name, string ServiceUrl, string? ConversationId);
