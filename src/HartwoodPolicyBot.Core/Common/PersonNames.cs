namespace HartwoodPolicyBot.Core.Common;

/// <summary>Says what people are called where Teams gives no name, or where their name has been deleted.</summary>
public static class PersonNames
{
    /// <summary>The name of a person whose own isn't known. It is stored in place of the name.</summary>
    public const string Unknown = "A member of staff";

    /// <summary>Returns a name as it reads in the middle of a sentence, where the words for an unknown person have no capital.</summary>
    public static string InSentence(string? name) => name is null or Unknown ? "a member of staff" : name;
}
