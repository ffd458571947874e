namespace HartwoodPolicyBot.Tests.Policies;

/// <summary>Lines that most printed pages of these tests have: two headings, and a paragraph below the first.</summary>
internal static class PrintedLines
{
    public static readonly PdfLine Scope = new(60, 760, 16, "Scope", "F2");
    public static readonly PdfLine Body = new(
        60,
        735,
        11,
        "This policy covers all of the staff who work for the practice, and everybody else."
    );
    public static readonly PdfLine Duties = new(60, 700, 16, "Duties", "F2");
}
