namespace HartwoodPolicyBot.Core.Search;

/// <summary>
/// Lists the kinds of questions that no policy covers, as the headings of the file of phrasings name them. A refusal says something of
/// its own to each; the file may have further kinds.
/// </summary>
public static class NotCoveredKind
{
    /// <summary>Greetings, thanks and chat.</summary>
    public const string SmallTalk = "small talk";

    /// <summary>A text of which no word is known; a part of the file may show more of it.</summary>
    public const string Nonsense = "nonsense";

    public const string Abuse = "abuse";

    /// <summary>Somebody wants the bot to set the policy aside, or to say something else as if it were the policy.</summary>
    public const string Steering = "steering the bot";

    public const string Care = "clinical and patient care";

    /// <summary>Nothing of the practice's.</summary>
    public const string World = "the world at large";

    /// <summary>About social media, but not in the policy: pass marks, sanctions, names, numbers, how an app works.</summary>
    public const string NearMiss = "near misses about social media";

    // What another policy of the practice may say.
    public const string StaffMatters = "near misses about staff matters";
    public const string Records = "near misses about confidentiality and records";
    public const string Running = "practice running and IT";
}
