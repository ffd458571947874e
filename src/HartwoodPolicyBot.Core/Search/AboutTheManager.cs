namespace HartwoodPolicyBot.Core.Search;

/// <summary>
/// Recognises a message about something that a practice manager or a deputy has done, and one that wants to report them. Neither may
/// reach the practice manager, so this goes by rules that anybody can check, beside what is learned.
/// </summary>
public static class AboutTheManager
{
    /// <summary>The id of what a message asks of the bot that wants to report something.</summary>
    public const string ToReport = "report";

    /// <summary>The id of what a message asks of the bot that wants to know who sees a report.</summary>
    public const string WhoSeesReport = "who-sees-report";

    /// <summary>The most words between the word that reports and the manager, such as "report something that my manager".</summary>
    private const int MostBetween = 7;

    private static readonly HashSet<string> Managers = Terms.Set("manager managers boss bosss pm pms deputy deputys");

    /// <summary>Words that may stand between the other words of a rule without changing who is meant.</summary>
    private static readonly HashSet<string> Between = Terms.Set(
        """
        the my our a an own this that these those his
        her their your practice practices office line surgery surgerys reception general deputy
        acting very about on against regarding concerning over by from of for what something someone somebody post posts tweet tweets photo
        photos picture pictures comment comments story message messages thing things behaviour conduct which whats
        """
    );

    /// <summary>Words that report somebody who is named right after them.</summary>
    private static readonly HashSet<string> Reporting = Terms.Set("report reporting reported whistleblow grass grassing dob shop denounce");

    /// <summary>Words before "report" that make it a thing, as in "the monthly report".</summary>
    private static readonly HashSet<string> BeforeReports = Terms.Set(
        "the a an this that these my your our their which what monthly yearly weekly monitoring incident activity last next new"
    );

    /// <summary>Words that say something against whoever is named after "about", "on" or "against".</summary>
    private static readonly HashSet<string> Saying = Terms.Set(
        """
        report reports raise raising complain complaining complained
        complaint complaints concern concerns concerned worried allegation allegations
        grievance whistle whistleblowing tell accuse issue
        """
    );

    private static readonly HashSet<string> Speaking = Terms.Set("speak speaking spoke spoken call calling");
    private static readonly HashSet<string> Against = Terms.Set("about on against regarding concerning");

    /// <summary>What somebody did who may have to be reported.</summary>
    private static readonly HashSet<string> Acts = Terms.Set(
        """
        posted posting posts tweeted tweeting tweets put puts putting shared sharing shares uploaded uploading uploads commented commenting
        slagged slagging moaned moaning mocked mocking insulted insulting bullied bullying bullies harassed harassing abused abusing swore
        swearing sworn laughed laughing leaked leaking breached breaching broke broken breaking lied lying filmed filming
        photographed friended befriended outed ranted ranting gossiped gossiping threatened threatening trolled trolling messaged messaging
        groomed stalked stalking deleted dmd
        """
    );

    /// <summary>What comes after "did" where it is about something bad, and not about the manager's work.</summary>
    private static readonly HashSet<string> Done = Terms.Set("it this that something wrong these a too");

    /// <summary>Words that may stand between the manager and what they did.</summary>
    private static readonly HashSet<string> BeforeActs = Terms.Set(
        "has have had hes shes is was are were been being keeps keep just also only always really who whos that herself himself again once"
    );

    /// <summary>What somebody has online, as in "my manager's post".</summary>
    private static readonly HashSet<string> Posts = Terms.Set(
        "post posts tweet tweets comment comments photo photos picture pictures story video"
    );
    private static readonly HashSet<string> Owning = Terms.Set("the my our her his their practice office line reception surgery deputy");
    private static readonly HashSet<string> Places = Terms.Set(
        "facebook fb insta instagram twitter tiktok linkedin whatsapp x online latest last"
    );
    private static readonly HashSet<string> Pointing = Terms.Set("it its that thats culprit");

    /// <summary>Words that open a question about what the manager has done for the practice: "has the manager shared the rota".</summary>
    private static readonly HashSet<string> AskingAfter = Terms.Set(
        "has have had is are was were did does do when can may should could will would"
    );

    /// <summary>Says whether the words want to report a practice manager or a deputy, or to speak up about them.</summary>
    /// <param name="words">The words of a message, in lower case and without apostrophes.</param>
    public static bool IsToBeReported(IReadOnlyList<string> words)
    {
        for (var at = 0; at < words.Count; at++)
        {
            if (
                Reporting.Contains(words[at])
                && !(at > 0 && BeforeReports.Contains(words[at - 1]))
                && ManagerAfter(words, at + (words.ElementAtOrDefault(at + 1) == "up" ? 2 : 1)) >= 0
            )
            {
                return true;
            }

            if ((Saying.Contains(words[at]) || IsSpeakingUp(words, at)) && AgainstManager(words, at + 1))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Says whether the words tell that a practice manager or a deputy did something, such as "my manager posted it" or "it was posted by
    /// the manager", or want to report them.
    /// </summary>
    /// <param name="words">The words of a message, in lower case and without apostrophes.</param>
    public static bool IsTold(IReadOnlyList<string> words) =>
        words.Count > 0
        && (
            IsToBeReported(words)
            || (
                !AskingAfter.Contains(words[0])
                && Enumerable
                    .Range(0, words.Count)
                    .Any(at => ActsAfter(words, at) || HasPosted(words, at) || IsBy(words, at) || IsIt(words, at))
            )
        );

    /// <summary>Returns the place of the manager after words that change nothing; -1 where there is none.</summary>
    private static int ManagerAfter(IReadOnlyList<string> words, int from)
    {
        for (var at = from; at < words.Count && at - from <= MostBetween; at++)
        {
            if (Managers.Contains(words[at]) && !(words[at] == "deputy" && at + 1 < words.Count && Managers.Contains(words[at + 1])))
            {
                return at;
            }

            if (!Between.Contains(words[at]))
            {
                return -1;
            }
        }

        return -1;
    }

    private static bool IsSpeakingUp(IReadOnlyList<string> words, int at) =>
        words[at] == "speakup" || (words[at] is "up" or "out" && at > 0 && Speaking.Contains(words[at - 1]));

    /// <summary>Says whether "about", "on" or "against" comes next, and then the manager: "up about the manager".</summary>
    private static bool AgainstManager(IReadOnlyList<string> words, int from) =>
        from < words.Count
        && (
            Against.Contains(words[from])
                ? ManagerAfter(words, from + 1) >= 0
                : words[from] is "something" or "someone" or "somebody" or "you" or "people"
                    && from + 1 < words.Count
                    && Against.Contains(words[from + 1])
                    && ManagerAfter(words, from + 2) >= 0
        );

    private static bool ActsAfter(IReadOnlyList<string> words, int at)
    {
        if (!Managers.Contains(words[at]))
        {
            return false;
        }

        var next = at + 1;
        while (next < words.Count && BeforeActs.Contains(words[next]))
        {
            next++;
        }

        return next < words.Count
            && (
                Acts.Contains(words[next])
                || (words[next] is "did" or "done" or "doing" && (next + 1 == words.Count || Done.Contains(words[next + 1])))
            );
    }

    /// <summary>Says whether the words are like "my manager's Facebook post".</summary>
    private static bool HasPosted(IReadOnlyList<string> words, int at)
    {
        if (words[at] is not ("managers" or "bosss" or "pms" or "deputys") || at == 0 || !Owning.Contains(words[at - 1]))
        {
            return false;
        }

        var next = at + 1;
        while (next < words.Count && Places.Contains(words[next]))
        {
            next++;
        }

        return next < words.Count && Posts.Contains(words[next]);
    }

    /// <summary>Says whether the words are like "posted by the manager", but not "has to be posted by the manager".</summary>
    private static bool IsBy(IReadOnlyList<string> words, int at) =>
        words[at] == "by"
        && at > 0
        && Acts.Contains(words[at - 1])
        && !(at > 1 && words[at - 2] == "be")
        && ManagerAfter(words, at + 1) >= 0;

    /// <summary>Says whether the words are like "it was the practice manager".</summary>
    private static bool IsIt(IReadOnlyList<string> words, int at)
    {
        if (!Pointing.Contains(words[at]))
        {
            return false;
        }

        var next = words.ElementAtOrDefault(at + 1);
        var manager = ManagerAfter(words, at + (next is "was" or "is" ? 2 : 1));
        if (manager < 0)
        {
            return false;
        }

        return manager == words.Count - 1
            ? words[at] is "its" or "thats" || next == "was" || (next == "is" && Owning.Contains(words[at + 2]))
            : next == "was" && words[manager + 1] is ("who" or "that");
    }
}
