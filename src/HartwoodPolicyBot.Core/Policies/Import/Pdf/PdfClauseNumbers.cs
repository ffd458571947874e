using System.Text.RegularExpressions;

namespace HartwoodPolicyBot.Core.Policies.Import.Pdf;

/// <summary>
/// Tells where the number of a clause ends, such as in "2.1.1Staff", where hardly any gap is after it: the text begins at a place where
/// other lines begin, as below a hanging number.
/// </summary>
/// <param name="lines">The letters of each line of a page.</param>
internal sealed partial class PdfClauseNumbers(IEnumerable<List<PdfLetter>> lines)
{
    /// <summary>The most letters of a number.</summary>
    public const int Longest = 12;

    private const double HairGap = 0.05;
    private const double ToPlace = 2;

    private readonly HashSet<double> starts = lines
        .Where(line => line.Exists(letter => !letter.IsSpace))
        .Select(line => Place(line.Where(letter => !letter.IsSpace).Min(letter => letter.Left)))
        .ToHashSet();

    /// <summary>Says whether a letter begins the text after a number.</summary>
    /// <param name="before">What is before it on its line.</param>
    /// <param name="letter">The letter.</param>
    /// <param name="gap">How far it is from what is before it.</param>
    public bool EndBefore(string before, PdfLetter letter, double gap) =>
        letter.Value.Any(char.IsLetter)
        && before is [.., (>= '0' and <= '9') or '.' or ')']
        && (gap > HairGap * letter.Size || starts.Contains(Place(letter.Left)))
        && Number().IsMatch(before);

    private static double Place(double left) => Math.Round(left * ToPlace);

    [GeneratedRegex(
        @"^(?:[0-9]{1,2}(?:\.[0-9]{1,2}){1,20}\.?|[0-9]{1,2}\.|\(?(?:[a-zA-Z]|[ivxIVX]{1,4}|[0-9]{1,2})\)|(?:[a-zA-Z]|[ivxIVX]{1,4})\.)$"
    )]
    private static partial Regex Number();
}
