namespace HartwoodPolicyBot.Core.Policies;

/// <summary>Represents a version on a card, and the revision of its policy when the card was made.</summary>
public sealed record SeenVersion(string Slug, int Number, int Revision);
