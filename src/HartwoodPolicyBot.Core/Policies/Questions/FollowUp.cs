namespace HartwoodPolicyBot.Core.Policies.Questions;

/// <summary>A message that makes sense only after the one before: "and on linkedin?", "what about my own account".</summary>
public static class FollowUp
{
    /// <summary>Who says more says it all.</summary>
    private const int MostWords = 12;
    private const int FewWords = 3;

    private static readonly string[][] Openings =
    [
        ["and"], ["but"], ["or"], ["also"], ["even"], ["what", "about"], ["how", "about"], ["wot", "about"], ["wat", "about"], ["what", "if"], ["same"],
        ["does", "that"], ["is", "that"], ["does", "it"], ["is", "it"], ["would", "that"], ["would", "it"], ["so"], ["why"], ["ok", "and"], ["ok", "but"], ["ok", "so"],
        ["only"], ["not", "even"], ["including"], ["for"], ["on"], ["in"], ["with"], ["if"], ["unless"], ["until"],
    ];

    /// <param name="message">What was just written.</param>
    public static bool Needs(string message)
    {
        var words = Terms.Words(message);
        return words.Count <= FewWords || (words.Count <= MostWords && Openings.Any(opening => words.Take(opening.Length).SequenceEqual(opening)));
    }
}
