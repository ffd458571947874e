namespace HartwoodPolicyBot.Core.Policies.Import.Text;

/// <summary>Finds bullets that people paste into a paragraph of Markdown with a sign such as "•".</summary>
internal static class PastedBullets
{
    /// <summary>Divides a paragraph before each line that starts with such a sign.</summary>
    public static List<(string Text, bool IsBullet)> Divide(string lines)
    {
        var parts = new List<(string Text, bool IsBullet)>();
        foreach (var line in lines.Split('\n'))
        {
            if (PlainWords.AfterBullet(line) is { } bullet)
            {
                parts.Add((bullet, true));
            }
            else if (parts.Count == 0)
            {
                parts.Add((line, false));
            }
            else
            {
                parts[^1] = (parts[^1].Text + " " + line, parts[^1].IsBullet);
            }
        }

        return parts;
    }
}
