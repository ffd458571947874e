using HartwoodPolicyBot.Core.Common;

namespace HartwoodPolicyBot.Core.Policies;

/// <summary>The practice manager who publishes, with the name that others read.</summary>
public sealed record PublishingManager(PersonId Id, string? Name);
