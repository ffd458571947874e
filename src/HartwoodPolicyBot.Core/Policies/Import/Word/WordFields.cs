using System.Text;

namespace HartwoodPolicyBot.Core.Policies.Import.Word;

/// <summary>Follows Word's fields over runs and paragraphs, to leave out instructions, lists of contents and page numbers.</summary>
internal sealed class WordFields
{
    private static readonly string[] LeftOut = ["TOC", "PAGE", "NUMPAGES", "SECTIONPAGES", "INDEX", "TOA"];
    private static readonly string[] OverParagraphs = ["TOC", "INDEX", "TOA"];
    private readonly Stack<Field> open = new();

    /// <summary>Whether what comes next is no word of the policy.</summary>
    public bool LeavesOut { get; private set; }

    /// <summary>Whether a list of contents that Word makes is open.</summary>
    public bool HoldsContents => open.Any(opened => Names(OverParagraphs, opened.Instruction.ToString()));

    public static bool IsLeftOut(string instruction) => Names(LeftOut, instruction);

    public void Mark(string? kind)
    {
        switch (kind)
        {
            case "begin":
                open.Push(new Field());
                break;
            case "separate" when open.Count > 0:
                open.Peek().ShowsResult = true;
                break;
            case "end" when open.Count > 0:
                open.Pop();
                break;
        }

        LeavesOut = open.Any(LeavesItOut);
    }

    /// <summary>
    /// Says that a paragraph has ended. A page number or an instruction that goes on after it has lost its end, and must not take the
    /// rest of the policy with it.
    /// </summary>
    public void EndParagraph()
    {
        if (LeavesOut)
        {
            foreach (var field in open.Where(field => !Names(OverParagraphs, field.Instruction.ToString())))
            {
                field.IsOver = true;
            }

            LeavesOut = open.Any(LeavesItOut);
        }
    }

    /// <summary>Says that a heading begins, which no list of contents holds: one that is open has lost its end.</summary>
    public void BeginHeading()
    {
        if (LeavesOut)
        {
            open.Clear();
            LeavesOut = false;
        }
    }

    private static bool LeavesItOut(Field field) => !field.IsOver && (!field.ShowsResult || IsLeftOut(field.Instruction.ToString()));

    private static bool Names(string[] names, string instruction) =>
        Array.Exists(names, name => instruction.Trim().Split(' ')[0].Equals(name, StringComparison.OrdinalIgnoreCase));

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

        public bool IsOver { get; set; }
    }
}
