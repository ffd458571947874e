namespace HartwoodPolicyBot.Core.Policies.Import.Text;

/// <summary>Reads what a Markdown file says of itself above its text, such as its title and version.</summary>
internal static class FrontMatter
{
    public static void Read(string matter, FoundDocument found)
    {
        foreach (var line in matter.Split('\n'))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            var value = colon < 0 ? "" : PlainWords.Clean(line[(colon + 1)..].Trim().Trim('"', '\''));
            if (value.Length == 0 || value.Equals("unknown", StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            var name = line[..colon].Trim().Replace('_', ' ').Replace('-', ' ');
            if (name.Equals("title", StringComparison.OrdinalIgnoreCase))
            {
                found.StatedTitle = value;
            }
            else
            {
                found.Stated[name] = value;
            }
        }
    }
}
