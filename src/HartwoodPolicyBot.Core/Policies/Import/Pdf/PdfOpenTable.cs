namespace HartwoodPolicyBot.Core.Policies.Import.Pdf;

/// <summary>Knows the last row of the table that is read, which may go on at the top of the next page.</summary>
internal sealed class PdfOpenTable
{
    private PdfTableRow? last;
    private int at;
    private bool hasMerged;
    private bool isAtTop;

    /// <summary>Whether the last row is a paragraph of the text, with its number in the first cell.</summary>
    public bool EndsInText => last?.IsNumbered == true;

    public void BeginPage() => isAtTop = last is not null;

    /// <summary>Notes that something else than a row of it was read.</summary>
    public void End() => (last, hasMerged, isAtTop) = (null, false, false);

    /// <summary>Notes a row that was read.</summary>
    /// <param name="row">The row.</param>
    /// <param name="block">The number of the block that it is in.</param>
    public void Add(PdfTableRow row, int block)
    {
        (last, at, isAtTop) = (row, block, false);
        hasMerged |= row.Columns is [> 0, ..];
    }

    /// <summary>Returns the last row together with the first of this page, where that is its rest, and the block that it is in.</summary>
    public (PdfTableRow Row, int Block)? TakeRest(PdfTableRow row)
    {
        var isRest = isAtTop && last is { } above && PdfBrokenRows.GoesOn(above, row, hasMerged);
        isAtTop = false;
        if (!isRest)
        {
            return null;
        }

        last = PdfBrokenRows.Join(last!, row);
        return (last, at);
    }
}
