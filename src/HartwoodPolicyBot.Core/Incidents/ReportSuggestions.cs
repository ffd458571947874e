using System.Text.RegularExpressions;
using HartwoodPolicyBot.Core.Common;

namespace HartwoodPolicyBot.Core.Incidents;

/// <summary>
/// Finds in the words of a report what they already say: the type of incident, where and when it happened, whose account it was,
/// and a link. These are suggestions for the form's inputs, which its reporter can change.
/// </summary>
/// <remarks>
/// It never suggests whether a patient could be recognised, whether the name should be shown, or whether the report is about the
/// practice manager: deadlines and secrecy depend on these, so only the reporter answers them.
/// </remarks>
public static partial class ReportSuggestions
{
    private static readonly (IncidentKind Kind, Regex Words)[] Kinds =
    [
        (IncidentKind.UnauthorisedAccount, UnofficialAccount()),
        (IncidentKind.PatientImage, PatientImage()),
        (IncidentKind.WorkplaceImage, WorkplaceImage()),
        (IncidentKind.Boundaries, Boundaries()),
        (IncidentKind.Confidentiality, Confidentiality()),
        (IncidentKind.Disrespect, Disrespect()),
        (IncidentKind.Anonymity, Anonymity()),
        (IncidentKind.ConflictOfInterest, ConflictOfInterest()),
    ];

    /// <summary>
    /// The platforms by the name of their group in <see cref="Platform"/>. If a text names several, the first of these is taken.
    /// </summary>
    private static readonly (string Group, string Name)[] Platforms =
    [
        ("facebook", "Facebook"),
        ("instagram", "Instagram"),
        ("whatsapp", "WhatsApp"),
        ("tiktok", "TikTok"),
        ("x", "X (Twitter)"),
        ("snapchat", "Snapchat"),
        ("linkedin", "LinkedIn"),
        ("youtube", "YouTube"),
        ("google", "Google reviews"),
        ("reddit", "Reddit"),
    ];

    /// <summary>Returns the suggested answers by field; a field that the words say nothing about is not in it.</summary>
    /// <param name="text">The words, with identifiers masked.</param>
    /// <param name="today">Today's date at the practice.</param>
    public static IReadOnlyDictionary<string, string> In(string text, DateOnly today)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        Add(ReportForm.Kind, Kinds.Where(kind => kind.Words.IsMatch(text)).Select(kind => $"{kind.Kind}").FirstOrDefault());
        Add(ReportForm.Platform, PlatformIn(text));
        Add(
            ReportForm.Account,
            PracticeAccount().IsMatch(text) ? $"{AccountOwner.Practice}"
                : PersonalAccount().IsMatch(text) ? $"{AccountOwner.Personal}"
                : null
        );
        Add(ReportForm.Link, WebLink().Match(text) is { Success: true } link ? link.Value.TrimEnd('.', ',', ')', '!', '?') : null);
        Add(ReportForm.Happened, DayIn(text, today) is { } day ? FormDay.Text(day) : null);
        return found;

        void Add(string field, string? answer)
        {
            if (answer is not null)
            {
                found[field] = answer;
            }
        }
    }

    private static string? PlatformIn(string text)
    {
        var named = Platform().Matches(text);
        return Platforms.Where(site => named.Any(found => found.Groups[site.Group].Success)).Select(site => site.Name).FirstOrDefault();
    }

    /// <summary>Returns the day that the words name, if they name one. A day of the week is the last one before today.</summary>
    private static DateOnly? DayIn(string text, DateOnly today)
    {
        if (Yesterday().IsMatch(text))
        {
            return today.AddDays(-1);
        }

        if (Today().IsMatch(text))
        {
            return today;
        }

        return Weekday().Match(text) is { Success: true } named && Enum.TryParse<DayOfWeek>(named.Groups["day"].Value, true, out var day)
            ? today.AddDays(-1 - (((int)today.AddDays(-1).DayOfWeek - (int)day + 7) % 7))
            : null;
    }

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;
    private const int Timeout = 200;
    private const string Image = @"\b(photo|picture|pic|image|selfie|screenshot|video)s?\b";

    [GeneratedRegex(
        @"\b(fake|unofficial|unauthorised) (\w{1,40} )?(account|page|profile)\b|\bpretending to be (us|the practice)\b",
        Options,
        Timeout
    )]
    private static partial Regex UnofficialAccount();

    [GeneratedRegex(Image + @".{0,60}\bpatient|\bpatient.{0,60}" + Image, Options, Timeout)]
    private static partial Regex PatientImage();

    [GeneratedRegex(Image + @".{0,60}\b(reception|waiting room|desk|surgery|office|workplace|computer screen)\b", Options, Timeout)]
    private static partial Regex WorkplaceImage();

    [GeneratedRegex(@"\bfriend request|\b(messag|text|dm)(ed|es|ing|s)? (a|my|the) patient\b", Options, Timeout)]
    private static partial Regex Boundaries();

    [GeneratedRegex(@"\bconfidential|\bpatient('s|s')? (name|details|notes|records?|results)\b", Options, Timeout)]
    private static partial Regex Confidentiality();

    [GeneratedRegex(
        @"\b(abus(e|ed|ive)|bull(y|ied|ying)|harass\w{0,20}|racist|sexist|offensive|insult\w{0,20}|threat\w{0,20}|rude)\b",
        Options,
        Timeout
    )]
    private static partial Regex Disrespect();

    [GeneratedRegex(@"\banonymous(ly)?\b|\bburner account\b|\b(false|fake|made-up) name\b", Options, Timeout)]
    private static partial Regex Anonymity();

    [GeneratedRegex(@"\b(sponsored|paid to (post|promote)|advert(ising|isement)?|promot(ed|ing|es))\b", Options, Timeout)]
    private static partial Regex ConflictOfInterest();

    [GeneratedRegex(
        @"\b((?<facebook>facebook|fb)|(?<instagram>insta(gram)?)|(?<whatsapp>whats\s?app)|(?<tiktok>tik\s?tok)|"
            + @"(?<x>twitter|tweet(ed|s|ing)?|on x)|(?<snapchat>snap\s?chat)|(?<linkedin>linked\s?in)|(?<youtube>you\s?tube)|"
            + @"(?<google>google reviews?)|(?<reddit>reddit))\b",
        Options,
        Timeout
    )]
    private static partial Regex Platform();

    [GeneratedRegex(@"\b(our|the practice'?s) (\w{1,40} )?(account|page|profile|facebook|instagram|twitter)\b", Options, Timeout)]
    private static partial Regex PracticeAccount();

    [GeneratedRegex(@"\b(my|his|her|their)( own)? (personal )?(\w{1,40} )?(account|page|profile)\b", Options, Timeout)]
    private static partial Regex PersonalAccount();

    [GeneratedRegex(@"https?://[^\s<>""]{4,2000}", Options, Timeout)]
    private static partial Regex WebLink();

    [GeneratedRegex(@"\b(yesterday|last night)\b", Options, Timeout)]
    private static partial Regex Yesterday();

    [GeneratedRegex(@"\b(today|tonight|this (morning|afternoon|evening)|just now)\b", Options, Timeout)]
    private static partial Regex Today();

    [GeneratedRegex(@"\b(on|last) (?<day>monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b", Options, Timeout)]
    private static partial Regex Weekday();
}
