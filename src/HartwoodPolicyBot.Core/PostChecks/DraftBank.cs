using System.Text;
using HartwoodPolicyBot.Core.Search;

namespace HartwoodPolicyBot.Core.PostChecks;

/// <summary>
/// Reads the drafts that the check learns from: one on each line, with the words that raise a concern in braces,
/// "{patient: the lady with the parrot} was in again". A draft without braces is fine.
/// </summary>
public static class DraftBank
{
    /// <summary>Reads every .txt file of a folder.</summary>
    /// <exception cref="PhrasingFileException">
    /// A line names an unknown concern, has a brace without its other half, or is there twice.
    /// </exception>
    public static IReadOnlyList<LabelledDraft> Load(string folder)
    {
        var drafts = new List<LabelledDraft>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in Directory.GetFiles(folder, "*.txt").Order(StringComparer.Ordinal))
        {
            var number = 0;
            foreach (var line in File.ReadLines(file))
            {
                number++;
                if (line.Trim().Length == 0)
                {
                    continue;
                }

                var draft = Read(file, number, line.Trim());
                drafts.Add(
                    seen.Add(string.Join(' ', Terms.Words(draft.Text)))
                        ? draft
                        : throw new PhrasingFileException(file, number, $"is there twice: \"{draft.Text}\"")
                );
            }
        }

        return drafts;
    }

    private static LabelledDraft Read(string file, int number, string line)
    {
        var text = new StringBuilder();
        var spans = new List<LabelledSpan>();
        (ConcernKind Kind, int Start)? open = null;
        for (var at = 0; at < line.Length; at++)
        {
            if (line[at] == '{')
            {
                var colon = line.IndexOf(':', at);
                var kind = colon < 0 || open is not null ? null : ConcernKinds.Named(line[(at + 1)..colon]);
                open = kind is { } named
                    ? (named, text.Length)
                    : throw new PhrasingFileException(file, number, "needs the name of a concern and a colon after each {");
                at = line[colon + 1] == ' ' ? colon + 1 : colon;
            }
            else if (line[at] == '}')
            {
                var (kind, start) = open ?? throw new PhrasingFileException(file, number, "has a } without a { before it");
                spans.Add(new LabelledSpan(kind, start, text.Length - start));
                open = null;
            }
            else
            {
                text.Append(line[at]);
            }
        }

        return open is null
            ? new LabelledDraft(text.ToString(), spans, Path.GetFileNameWithoutExtension(file))
            : throw new PhrasingFileException(file, number, "has a { without a } after it");
    }
}

/// <summary>Represents a draft to learn from, and the words in it that raise concerns; none for a draft that is fine.</summary>
/// <param name="Text">The draft, with the description of its picture in square brackets.</param>
/// <param name="Spans">The words that raise concerns.</param>
/// <param name="Source">The name of its file without the ending; a file that begins with "by-" is one author's.</param>
public sealed record LabelledDraft(string Text, IReadOnlyList<LabelledSpan> Spans, string Source);

/// <summary>Words of a draft that raise a concern.</summary>
/// <param name="Kind">The concern.</param>
/// <param name="Start">The place of the first character.</param>
/// <param name="Length">How many characters they are.</param>
public sealed record LabelledSpan(ConcernKind Kind, int Start, int Length);
