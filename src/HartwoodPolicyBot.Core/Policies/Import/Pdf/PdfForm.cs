using UglyToad.PdfPig;
using UglyToad.PdfPig.AcroForms;
using UglyToad.PdfPig.AcroForms.Fields;

namespace HartwoodPolicyBot.Core.Policies.Import.Pdf;

/// <summary>Reads the words that people have filled in, which are not among the letters of the page.</summary>
internal static class PdfForm
{
    private const double LargestText = 11;
    private const double LineHeight = 1.2;
    private const double PartOfField = 0.7;
    private const double WidthOfLetter = 0.5;
    private const double BelowLine = 0.2;
    private const int MostFields = 5_000;

    public static ILookup<int, PdfLetter> None { get; } = Array.Empty<PdfLetter>().ToLookup(_ => 0);

    /// <summary>Returns one letter that holds all words of a line, for each line of each field, by the number of the page.</summary>
    public static ILookup<int, PdfLetter> Read(PdfDocument document) =>
        (document.TryGetForm(out var form) ? form.GetFields() : [])
            .Take(MostFields)
            .SelectMany(field => Lines(field).Select(line => (Page: field.PageNumber ?? 1, Letter: line)))
            .ToLookup(line => line.Page, line => line.Letter);

    private static IEnumerable<PdfLetter> Lines(AcroFieldBase field)
    {
        var text = field switch
        {
            AcroTextField written => written.Value,
            AcroComboBoxField chosen => string.Join(", ", chosen.SelectedOptions),
            AcroListBoxField chosen => string.Join(", ", chosen.SelectedOptions),
            _ => null,
        };
        if (string.IsNullOrWhiteSpace(text) || field.Bounds is not { } bounds)
        {
            yield break;
        }

        var lines = text.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var size = Math.Clamp(bounds.Height / lines.Length * PartOfField, 1, LargestText);
        var first = lines.Length == 1 ? bounds.Bottom + ((bounds.Height - size) / 2) + (size * BelowLine) : bounds.Top - size;
        for (var i = 0; i < lines.Length; i++)
        {
            var right = Math.Min(bounds.Right, bounds.Left + (lines[i].Length * size * WidthOfLetter));
            yield return new(lines[i], bounds.Left, right, first - (i * size * LineHeight), size) { Font = "" };
        }
    }
}
