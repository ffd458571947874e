namespace HartwoodPolicyBot.Core.Policies.Import;

/// <summary>Tells tables in which a whole policy is laid out, headings on the left and text on the right, from tables of facts.</summary>
internal static class SideHeadings
{
    private const int LongestHeading = 110;
    private const int ShortestText = 60;

    /// <summary>Says whether one cell is the heading of the other.</summary>
    public static bool Are(string left, bool standsOut, int lengthOfRight) =>
        standsOut
        && left.Length is > 1 and <= LongestHeading
        && left.Any(char.IsLetter)
        && left[^1] is not ('.' or ',' or ';')
        && lengthOfRight >= ShortestText
        && !DocumentControl.IsLabel(left);
}
