using System.Text;

namespace HartwoodPolicyBot.Tests.Policies.Corpus;

/// <summary>Markdown and plain text, as editors, websites and old programs write them.</summary>
internal static class TextCorpus
{
    private const int Width = 76;

    public static IEnumerable<CorpusDocument> All =>
        [
            Markdown("marks and front matter", CorpusPolicies.Confidentiality, FrontMatter, heading => $"{Marks(heading)} {heading.Text}"),
            Markdown(
                "underlined headings",
                CorpusPolicies.Complaints,
                policy => $"{policy.Title}\n{new string('=', 20)}\n\n",
                heading => heading.Level == 1 ? $"{heading.Text}\n---" : $"### {heading.Text} ###"
            ),
            Markdown(
                "bold lines as headings",
                CorpusPolicies.Medicines.Flat(),
                policy => $"**{policy.Title.ToUpperInvariant()}**\n\n",
                heading => $"**{heading.Text}**"
            ),
            Mixed(),
            Text("numbered headings", CorpusPolicies.Medicines.Numbered(), Encoding.UTF8, heading => heading.Text),
            Text("headings in capitals", Capitals, Encoding.Latin1, heading => heading.Text),
            Text(
                "underlined headings",
                CorpusPolicies.Complaints,
                Encoding.Unicode,
                heading => $"{heading.Text}\n{new string(heading.Level == 1 ? '=' : '-', heading.Text.Length)}"
            ),
            Text(
                "headings on lines of their own",
                CorpusPolicies.Confidentiality.Flat(),
                Encoding.BigEndianUnicode,
                heading => heading.Text
            ),
            Text("pages and page numbers", CorpusPolicies.Medicines.Numbered(), Encoding.UTF8, heading => heading.Text, withPages: true),
            Prose(),
        ];

    private static CorpusPolicy Capitals => CorpusPolicies.Medicines.Flat().WithHeadings(heading => heading.Text.ToUpperInvariant());

    private static string Marks(HeadingPart heading) => new('#', heading.Level + 1);

    private static string FrontMatter(CorpusPolicy policy) =>
        $"---\ntitle: \"{policy.Title}\"\nversion: 3.0\nowner: Jo Hart\nreview_date: 2027-05-31\ntags: [ig, staff]\n---\n\n"
        + $"# {policy.Title}\n\n";

    private static CorpusDocument Markdown(
        string name,
        CorpusPolicy policy,
        Func<CorpusPolicy, string> title,
        Func<HeadingPart, string> heading
    )
    {
        var text = new StringBuilder(title(policy));
        foreach (var block in policy.Blocks)
        {
            text.Append(
                block switch
                {
                    HeadingPart part => $"\n{heading(part)}\n\n",
                    ItemPart item => $"{new string(' ', item.Depth * 2)}* {item.Text}\n",
                    _ => $"\n{string.Concat(block.Words).Replace("°", "&deg;", StringComparison.Ordinal)}\n\n",
                }
            );
        }

        var shown = name.StartsWith("bold", StringComparison.Ordinal) ? policy with { Title = policy.Title.ToUpperInvariant() } : policy;
        return CorpusDocument.Of($"Markdown: {name}", "md", Encoding.UTF8.GetBytes(text.ToString()), shown);
    }

    private static CorpusDocument Mixed() =>
        new(
            "Markdown: lists in lists, tables, code, quotes, HTML and a list of contents",
            "document.md",
            Encoding.UTF8.GetBytes(
                """
                <!-- Do not edit: made from the intranet -->
                # Remote working policy

                - [Scope](#scope)
                - [Equipment](#equipment)
                  - [Laptops](#laptops)

                ## Scope
                Everyone who works from home\
                for a day a week or more.

                ## Equipment
                1. The practice lends:
                   - a laptop
                     - with a lock
                   - a headset

                2. Staff return it.

                ### Laptops

                | What | Who |
                |------|:---:|
                | Updates | IT team |
                | Loss \| theft | All staff |

                > Never leave a laptop in a car.

                <div class="note"><p>Call <b>01234 567890</b> first.</p></div>

                ## Folder names

                ```
                # not a heading
                \\server\policies
                ```

                Use <name of practice> & the year, e.g. *2026*, in `file_name`.[^1]

                ## Review

                - [x] Reviewed yearly
                * * *
                Ask ~~Bob~~ the manager.
                """.ReplaceLineEndings("\r\n")
            ),
            ["# Scope", "# Equipment", "## Laptops", "# Folder names", "# Review"],
            ImportedFile.Split([
                "Remote working policy Scope Everyone who works from home for a day a week or more. Equipment The practice lends:",
                "a laptop with a lock a headset Staff return it. Laptops What Who Updates IT team Loss theft All staff",
                "Never leave a laptop in a car. Call 01234 567890 first. Folder names # not a heading \\\\server\\policies",
                "Use <name of practice> & the year, e.g. 2026, in file_name.[^1] Review [x] Reviewed yearly Ask ~~Bob~~ the manager.",
            ])
        );

    private static CorpusDocument Text(
        string name,
        CorpusPolicy policy,
        Encoding encoding,
        Func<HeadingPart, string> heading,
        bool withPages = false
    )
    {
        var text = new StringBuilder($"{policy.Title.ToUpperInvariant()}\n\n");
        var page = 1;
        foreach (var block in policy.Blocks)
        {
            if (withPages && block is HeadingPart { Level: 1 } && page > 1)
            {
                text.Append($"\nPage {page - 1} of 7\n\f");
            }

            page += block is HeadingPart { Level: 1 } ? 1 : 0;
            text.Append(
                block switch
                {
                    HeadingPart part => $"\n{heading(part)}\n\n",
                    ItemPart item => $"  \u2022\t{Wrapped(item.Text)}\n",
                    _ => $"{Wrapped(string.Concat(block.Words))}\n\n",
                }
            );
        }

        var bytes = encoding.GetPreamble().Concat(encoding.GetBytes(text.ToString().Replace("\n", "\r\n", StringComparison.Ordinal)));
        return CorpusDocument.Of(
            $"text: {name}",
            "txt",
            ReferenceEquals(encoding, Encoding.Latin1) ? Windows(text.ToString()) : [.. bytes],
            policy with
            {
                Title = policy.Title.ToUpperInvariant(),
            }
        );
    }

    private static byte[] Windows(string text) => CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(text);

    private static CorpusDocument Prose()
    {
        var text = string.Join("\n", CorpusPolicies.Complaints.Blocks.OfType<TextPart>().Select(block => Wrapped(block.Text)));
        return new(
            "text: no headings",
            "document.txt",
            Encoding.UTF8.GetBytes(text),
            [],
            ImportedFile.Split(["document", text.Replace('\n', ' ')])
        );
    }

    private static string Wrapped(string text)
    {
        var (lines, line) = (new List<string>(), "");
        foreach (var word in text.Split(' '))
        {
            if (line.Length + word.Length >= Width)
            {
                lines.Add(line);
                line = "";
            }

            line = line.Length == 0 ? word : $"{line} {word}";
        }

        return string.Join('\n', [.. lines, line]);
    }
}
