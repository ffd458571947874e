using System.Globalization;
using System.Text;

namespace HartwoodPolicyBot.Teams.Activities;

/// <summary>Cleans what a person wrote: removes the bot's own mention and invisible characters.</summary>
public static class ActivityText
{
    /// <summary>
    /// More mentions than anybody writes. The limit is needed because each mention takes a search through the text.
    /// </summary>
    private const int MostMentions = 50;

    /// <summary>
    /// Returns the text of <paramref name="activity"/> without the mention of its recipient and without zero-width and
    /// direction marks, with white space folded. Returns an empty text if nothing is left.
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

    /// <summary>
    /// Returns whether the bot is mentioned in this message. Teams sends group messages only then, unless an app asks for all.
    /// </summary>
    public static bool MentionsRecipient(TeamsActivity activity) =>
        activity.Entities?.Any(entity => entity is { Type: "mention", Mentioned.Id: { } id } && id == activity.Recipient?.Id) == true;

    /// <summary>
    /// Puts the words on one line and removes invisible characters, in what people wrote and in the data of a click.
    /// </summary>
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
