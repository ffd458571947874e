using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using HartwoodPolicyBot.Core.Common;
using Markdig;
using Markdig.Extensions.Yaml;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace HartwoodPolicyBot.Core.Policies;

/// <summary>Reads a policy from Markdown: front matter, then headings (## and ###) with paragraphs and lists.</summary>
public static class PolicyParser
{
    private const string Title = "title";
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UseYamlFrontMatter().Build();

    /// <summary>Reads one policy.</summary>
    /// <exception cref="PolicyFileException">The file does not hold a policy; the message says where and why.</exception>
    public static PolicyDocument Parse(string slug, string markdown)
    {
        var text = markdown.ReplaceLineEndings("\n");
        var blocks = Markdown.Parse(text, Pipeline);
        var matter = FrontMatter(slug, text, blocks);
        if (matter.TryGetValue(Title, out var title) && IsUnknown(title))
        {
            matter.Remove(Title);
        }

        RefuseWhatWouldBeLost(slug, blocks);
        var sections = Sections(slug, blocks).ToList();
        if (sections.Count == 0)
        {
            throw new PolicyFileException(slug, "has no section: a line that starts with ## and text below it");
        }

        if (sections.GroupBy(section => section.Anchor).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            throw new PolicyFileException(slug, $"has the heading \"{twice.First().Heading}\" more than once");
        }

        return Document(slug, matter, sections);
    }

    /// <summary>
    /// Reads a version from the database. A practice manager has reviewed it, so it may have a heading twice; each of its sections
    /// still gets a link of its own.
    /// </summary>
    /// <exception cref="PolicyFileException">The text holds no policy; the message says why.</exception>
    internal static PolicyDocument ParsePublished(string slug, string markdown)
    {
        var text = markdown.ReplaceLineEndings("\n");
        var blocks = Markdown.Parse(text, Pipeline);
        var matter = FrontMatter(slug, text, blocks);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var sections = Sections(slug, blocks).Select(section => section with { Anchor = Free(section.Anchor, taken) }).ToList();
        return sections.Count == 0 ? throw new PolicyFileException(slug, "has no section") : Document(slug, matter, sections);
    }

    private static bool IsUnknown(string value) => value.Equals("unknown", StringComparison.OrdinalIgnoreCase);

    private static string Free(string anchor, HashSet<string> taken)
    {
        var wanted = anchor.Length == 0 ? "section" : anchor;
        var free = wanted;
        for (var number = 2; !taken.Add(free); number++)
        {
            free = string.Create(CultureInfo.InvariantCulture, $"{wanted}-{number}");
        }

        return free;
    }

    private static PolicyDocument Document(string slug, Dictionary<string, string> matter, IReadOnlyList<PolicySection> sections) =>
        new(
            slug,
            matter.GetValueOrDefault(Title) ?? throw new PolicyFileException(slug, "has no title in its front matter"),
            matter.GetValueOrDefault("version"),
            matter.GetValueOrDefault("owner"),
            Fingerprint(sections),
            sections
        )
        {
            ApprovedOn = FormDay.Read(matter.GetValueOrDefault("approved")),
            ReviewBy = FormDay.Read(matter.GetValueOrDefault("review")),
        };

    /// <summary>
    /// Reads "key: value" lines between two lines of ---. A value that is "unknown" or empty counts as missing; a title may be "unknown".
    /// </summary>
    private static Dictionary<string, string> FrontMatter(string slug, string text, MarkdownDocument blocks)
    {
        var block =
            blocks.OfType<YamlFrontMatterBlock>().FirstOrDefault()
            ?? throw new PolicyFileException(slug, "has no front matter: lines such as \"title: …\" between two lines of ---");
        var matter = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in text.Substring(block.Span.Start, block.Span.Length).Split('\n'))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            var value = colon < 0 ? "" : line[(colon + 1)..].Trim().Trim('"');
            var name = colon < 0 ? "" : line[..colon].Trim();
            if (value.Length > 0 && (name.Equals(Title, StringComparison.OrdinalIgnoreCase) || !IsUnknown(value)))
            {
                matter[name] = value;
            }
        }

        return matter;
    }

    /// <summary>
    /// Rejects Markdown marks other than those supported, because the text that they stand for would be missing from the
    /// clause.
    /// </summary>
    private static void RefuseWhatWouldBeLost(string slug, MarkdownDocument blocks)
    {
        if (blocks.Descendants<HtmlInline>().FirstOrDefault() is { } mark)
        {
            throw new PolicyFileException(slug, $"has \"{mark.Tag}\", which would not be shown; to show it, write &lt; in place of <");
        }

        if (
            blocks
                .Descendants<ListBlock>()
                .SelectMany(list => list.Descendants<LeafBlock>())
                .FirstOrDefault(block => block is not ParagraphBlock) is
            { } form
        )
        {
            throw Unshowable(slug, form);
        }
    }

    private static PolicyFileException Unshowable(string slug, Block block) =>
        new(slug, $"uses a form in line {block.Line + 1} that a card cannot show; write headings, paragraphs and lists");

    private static IEnumerable<PolicySection> Sections(string slug, MarkdownDocument blocks)
    {
        (string Heading, string? Group)? open = null;
        var group = (string?)null;
        var clauses = new ClauseReader();
        foreach (var block in blocks)
        {
            if (block is HeadingBlock heading)
            {
                if (open is { } finished && clauses.Read.Count > 0)
                {
                    yield return Section(slug, finished, clauses.Read);
                }

                var title = PlainText(heading);
                group =
                    heading.Level <= 2 ? null
                    : clauses.Read.Count == 0 && open is { Group: null } ? open.Value.Heading
                    : group;
                open = (title, group);
                clauses = new ClauseReader();
            }
            else if (block is ParagraphBlock or ListBlock)
            {
                if (open is null)
                {
                    throw new PolicyFileException(slug, $"has text before its first heading: \"{Excerpt.Cut(PlainText(block), 40)}\"");
                }

                clauses.Add(block);
            }
            else if (block is not YamlFrontMatterBlock)
            {
                throw Unshowable(slug, block);
            }
        }

        if (open is { } last && clauses.Read.Count > 0)
        {
            yield return Section(slug, last, clauses.Read);
        }
    }

    private static PolicySection Section(string slug, (string Heading, string? Group) open, IReadOnlyList<Clause> clauses) =>
        new(slug, open.Heading, AnchorOf(open.Heading), open.Group, clauses);

    /// <summary>Returns a heading as it is written in a link, such as "interactions-online" for "Interactions online".</summary>
    public static string AnchorOf(string heading)
    {
        var anchor = new StringBuilder(heading.Length);
        foreach (var letter in heading.ToLowerInvariant())
        {
            if (char.IsLetterOrDigit(letter))
            {
                anchor.Append(letter);
            }
            else if (anchor.Length > 0 && anchor[^1] != '-')
            {
                anchor.Append('-');
            }
        }

        return anchor.ToString().Trim('-');
    }

    /// <summary>Returns the words of a block without marks. The paragraphs of a bullet are joined by a space.</summary>
    internal static string PlainText(MarkdownObject block) =>
        block is LeafBlock leaf
            ? string.Concat((leaf.Inline?.Descendants() ?? []).Select(Words)).Trim()
            : string.Join(' ', block.Descendants<LeafBlock>().Select(PlainText));

    private static string Words(MarkdownObject inline) =>
        inline switch
        {
            LiteralInline literal => literal.Content.ToString(),
            LineBreakInline => " ",
            CodeInline code => code.Content,
            HtmlEntityInline entity => entity.Transcoded.ToString(),
            AutolinkInline link => link.Url,
            _ => "",
        };

    private static string Fingerprint(IEnumerable<PolicySection> sections)
    {
        var words = string.Join(
            '\n',
            sections.SelectMany(section => section.Clauses.Select(clause => clause.Text).Prepend(section.Heading))
        );
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(words)))[..12];
    }
}

/// <summary>Reports a policy file that can't be used, to the person who maintains the policy.</summary>
public sealed class PolicyFileException(string slug, string fault) : SetUpException($"The policy {slug}.md {fault}.");
