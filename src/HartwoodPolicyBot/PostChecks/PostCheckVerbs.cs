namespace HartwoodPolicyBot.PostChecks;

/// <summary>Holds the verbs of the cards that check a post, and the names of what their form and buttons carry.</summary>
internal static class PostCheckVerbs
{
    public const string Form = "post-form";
    public const string Check = "post-check";
    public const string Cancel = "post-cancel";

    /// <summary>Names the command in the manifest.</summary>
    public const string ManifestCommand = "checkPost";

    public const string Draft = "draft";
    public const string Where = "where";
    public const string Account = "account";
    public const string Picture = "picture";
    public const string Shows = "shows";

    /// <summary>The value of <see cref="Account"/> for an account of the practice.</summary>
    public const string OfPractice = "practice";
    public const string Own = "own";
    public const string Yes = "yes";
    public const string No = "no";
}
