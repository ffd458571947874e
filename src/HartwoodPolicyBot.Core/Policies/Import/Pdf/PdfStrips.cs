namespace HartwoodPolicyBot.Core.Policies.Import.Pdf;

/// <summary>Divides a page into strips of one height, so that what is near to a place is found without looking at the whole page.</summary>
internal static class PdfStrips
{
    private const double Height = 12;

    /// <summary>Returns the number of the strip that a height is in. Letters near to one are in its strip or the next.</summary>
    public static int Of(double height) => (int)Math.Floor(height / Height);
}
