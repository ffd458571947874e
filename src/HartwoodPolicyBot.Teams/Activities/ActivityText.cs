using System.Globalization;
using System.Text;

namespace HartwoodPolicyBot.Teams.Activities;

/// <summary>What a person wrote, ready to be read: the bot's own mention and invisible characters taken out.</summary>
public static class ActivityText
{
    /// <summary>More mentions than anybody writes; each costs a walk over the text.</summary>
    private const int MostMentions = 50;

    /// <summary>
    /// The text of <paramref name="activity"/> without the mention of its recipient, without zero-width and
    /// direction marks, white space folded. Empty when nothing is left (only a mention, no text).
    /// </summary>
    public static string WithoutMention(TeamsActivity activity)
    {
        var text = activity.Text ?? "";
        foreach (var entity in (activity.Entities ?? []).Take(MostMentions))
        {
            if (entity is { Type: "mention", Text.Length: > 0 } && entity.Mentioned?.Id == activity.Recipient?.Id)
            {
                text = text.Replace(entity.Text, " ", StringComparison.OrdinalIgnoreCase);
            }
        }

        return Fold(text);
    }

    /// <summary>Was the bot named in this message? Teams sends group messages only then, unless an app asks for all.</summary>
    public static bool MentionsRecipient(TeamsActivity activity) =>
        activity.Entities?.Any(entity => entity is { Type: "mention", Mentioned.Id: { } id } && id == activity.Recipient?.Id) == true;

    /// <summary>Words on one line, without what cannot be seen: what people wrote, and what the data of a click holds.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        var space = false;
        foreach (var letter in text)
        {
            if (char.IsWhiteSpace(letter) || char.IsControl(letter))
            {
                space = folded.Length > 0;
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.Format)
            {
                if (space)
                {
                    folded.Append(' ');
                    space = false;
                }

                folded.Append(letter);
            }
        }

        return folded.ToString();
    }
}
