using System.Text;

namespace HartwoodPolicyBot.Core.Policies.Import.Word;

/// <summary>Follows Word's fields over runs and paragraphs, to leave out instructions, lists of contents and page numbers.</summary>
internal sealed class WordFields
{
    private static readonly string[] LeftOut = ["TOC", "PAGE", "NUMPAGES", "SECTIONPAGES", "INDEX", "TOA"];
    private readonly Stack<Field> open = new();

    /// <summary>Whether what comes next is no word of the policy.</summary>
    public bool LeavesOut { get; private set; }

    /// <summary>Whether the list of contents that Word makes is being read.</summary>
    public bool HadContents { get; private set; }

    public static bool IsLeftOut(string instruction) =>
        Array.Exists(LeftOut, name => instruction.Trim().Split(' ')[0].Equals(name, StringComparison.OrdinalIgnoreCase));

    public void Mark(string? kind)
    {
        switch (kind)
        {
            case "begin":
                open.Push(new Field());
                break;
            case "separate" when open.Count > 0:
                open.Peek().ShowsResult = true;
                HadContents |= open.Peek().Instruction.ToString().Trim().StartsWith("TOC", StringComparison.OrdinalIgnoreCase);
                break;
            case "end" when open.Count > 0:
                open.Pop();
                break;
        }

        LeavesOut = open.Any(field => !field.ShowsResult || IsLeftOut(field.Instruction.ToString()));
    }

    public void Instruct(string text)
    {
        if (open.Count > 0)
        {
            open.Peek().Instruction.Append(text);
        }
    }

    private sealed class Field
    {
        public StringBuilder Instruction { get; } = new();

        public bool ShowsResult { get; set; }
    }
}
