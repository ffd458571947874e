using System.Text.RegularExpressions;

namespace HartwoodPolicyBot.Core.Policies.Import;

/// <summary>Tells the title of a policy in a file from its headings.</summary>
internal static partial class FoundTitle
{
    /// <summary>The title where the text has none: the one in the file's properties, or the file's name.</summary>
    public static string Otherwise(FoundDocument found, string fileName)
    {
        var stated = PlainWords.Clean(found.Title ?? "");
        if (stated.Length > 0 && !ByProgram().IsMatch(stated))
        {
            return stated;
        }

        var name = PlainWords.Clean(
            Path.GetFileNameWithoutExtension(Path.GetFileName(fileName.Replace('\\', '/'))).Replace('_', ' ').Replace('-', ' ')
        );
        return name.Length > 0 ? name : "Policy";
    }

    /// <summary>Says whether a heading names a whole policy, such as "Social media policy", and not a part of one.</summary>
    public static bool NamesPolicy(string text) => Name().IsMatch(text) && !Topic().IsMatch(text);

    [GeneratedRegex(
        @"\b(?:polic(?:y|ies)|procedures?|protocol|guidelines?|guidance|strategy|framework|charter|"
            + @"code of conduct)(?:\s{0,20}(?:\(.{0,20}\)|[-\u2013:]?\s?(?:v|"
            + @"version\s)?[0-9][0-9.]{0,8}(?:-[0-9]{2,4})?))?$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Name();

    [GeneratedRegex(
        @"^(?:[0-9.]{1,20}\s)?(?:purpose|aims?|scope|introduction|overview|principles?|summary|about|background|"
            + @"reason|review|monitoring|related|associated|other|references?|why|how|what|who|implementation|"
            + @"distribution|training)\b|\b(?:this|the|our|these|related|associated|other) (?:polic|procedure|"
            + @"protocol|guid)",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Topic();

    [GeneratedRegex(
        @"^(?:Microsoft Word|untitled|Document[0-9]{0,9}$|Title$|PowerPoint|.{0,2000}\.(?:docx?|pdf|odt|rtf)$)",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex ByProgram();
}
