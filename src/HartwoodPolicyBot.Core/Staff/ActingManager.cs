using HartwoodPolicyBot.Core.Common;

namespace HartwoodPolicyBot.Core.Staff;

/// <summary>Identifies the practice manager or deputy who does something, with the name that others see.</summary>
/// <param name="Id">Their id, as Teams gives it.</param>
/// <param name="Name">Their name in Teams.</param>
public sealed record ActingManager(PersonId Id, string Name);
