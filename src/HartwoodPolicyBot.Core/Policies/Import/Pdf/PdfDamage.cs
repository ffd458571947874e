namespace HartwoodPolicyBot.Core.Policies.Import.Pdf;

/// <summary>Reads parts of a PDF without which its words can be read as well.</summary>
internal static class PdfDamage
{
    /// <summary>Returns what is read; something else where the part is damaged.</summary>
    public static T ReadOr<T>(T otherwise, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception fault) when (fault is not (OperationCanceledException or OutOfMemoryException or ImportStoppedException))
        {
            // The library throws nearly every sort of exception on what it can't read.
            return otherwise;
        }
    }
}
