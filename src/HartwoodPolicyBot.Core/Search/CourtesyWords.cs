using System.Buffers;

namespace HartwoodPolicyBot.Core.Search;

/// <summary>
/// Removes courtesies around a question, such as "hi there, …", "sorry to bother you again, …" and "…, cheers", and rude words
/// at the bot, such as "you useless lump, …", which say nothing about it.
/// </summary>
internal static class CourtesyWords
{
    private const int MostWords = 8;
    private const int LeastWordsLeft = 3;
    private const string EndsAndSpace = ",.!?;– ";
    private static readonly SearchValues<char> Ends = SearchValues.Create(",.!?;–");

    /// <summary>Returns the message without a short first or last part that <paramref name="isCourtesy"/> recognises.</summary>
    public static string Without(string message, Func<string, bool> isCourtesy)
    {
        var first = message.AsSpan().IndexOfAny(Ends);
        if (first > 0 && IsShort(message[..first]) && HasEnough(message[(first + 1)..]) && isCourtesy(message[..first]))
        {
            message = message[(first + 1)..];
        }

        var last = message.AsSpan().TrimEnd(EndsAndSpace).LastIndexOfAny(Ends);
        return last > 0 && IsShort(message[(last + 1)..]) && HasEnough(message[..last]) && isCourtesy(message[(last + 1)..])
            ? message[..(last + 1)]
            : message;
    }

    private static bool IsShort(string part) => Terms.Words(part).Count is > 0 and <= MostWords;

    private static bool HasEnough(string rest) => Terms.Words(rest).Count >= LeastWordsLeft;
}
