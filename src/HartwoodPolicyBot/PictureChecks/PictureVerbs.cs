namespace HartwoodPolicyBot.PictureChecks;

/// <summary>Holds the verbs of the card that checks a picture, and the name of its list of ticks.</summary>
internal static class PictureVerbs
{
    public const string Copy = "picture-copy";
    public const string Looked = "picture-looked";

    public const string Ticks = "looked";
}
