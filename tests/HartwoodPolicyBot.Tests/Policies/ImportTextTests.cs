using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.Policies.Import;

namespace HartwoodPolicyBot.Tests.Policies;

/// <summary>Policies in plain text and Markdown are read with their headings and clauses.</summary>
public sealed class ImportTextTests
{
    private static string PracticeFile => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Policies/policy-seed.txt"));

    private static IEnumerable<string> Clauses(PolicyDocument policy) =>
        policy.Sections.SelectMany(section => section.Clauses.Select(clause => clause.Text).Prepend(section.Heading));

    [Fact]
    public void The_practices_own_text_file_gives_the_headings_and_clauses_of_the_shipped_policy()
    {
        var policy = ImportedFile.Policy(PracticeFile, "social media policy.txt");

        var shipped = PolicyParser.Parse("social-media", Publishing.SocialMedia);
        Assert.Equal(Clauses(shipped), Clauses(ImportedFile.Published(policy)));
    }

    [Fact]
    public void The_shipped_markdown_gives_itself_and_no_front_matter_is_among_its_words()
    {
        var policy = ImportedFile.Policy(Publishing.SocialMedia, "social-media.md");

        var (shipped, published) = (PolicyParser.Parse("policy", Publishing.SocialMedia), ImportedFile.Published(policy));
        Assert.Equal("Social media policy", policy.Title);
        Assert.Equal(shipped.Fingerprint, published.Fingerprint);
        Assert.Equal(shipped.Sections.Select(section => section.Group), published.Sections.Select(section => section.Group));
        Assert.Empty(policy.Doubts);
        Assert.DoesNotContain("unknown", policy.ToMarkdown().Split("---\n")[2], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\u25BA")]
    [InlineData("\u2794")]
    [InlineData("\uE00B")]
    [InlineData("\uF0A7")]
    public void A_line_that_starts_with_a_sign_of_a_font_of_signs_is_a_bullet(string sign)
    {
        var policy = ImportedFile.Policy($"# Scope\n\nThis covers:\n\n{sign} doctors\n{sign} nurses\n", "policy.md");

        Assert.Equal(["# Scope", "This covers:", "- doctors", "- nurses"], ImportedFile.Lines(policy));
    }

    [Fact]
    public void Front_matter_gives_the_version_the_owner_and_the_days()
    {
        var policy = ImportedFile.Policy(
            "---\ntitle: Complaints policy\nversion: 2.1\nowner: Jo Hart\napproved: 2026-01-05\nreview: 2027-01-31\n---\n\n"
                + "## Scope\n\nAll staff.\n",
            "complaints.md"
        );

        Assert.Equal(("Complaints policy", "2.1", "Jo Hart"), (policy.Title, policy.Version, policy.Owner));
        Assert.Equal((new DateOnly(2026, 1, 5), new DateOnly(2027, 1, 31)), (policy.ApprovedOn, policy.ReviewBy));
        Assert.Equal(["# Scope", "All staff."], ImportedFile.Lines(policy));
    }

    [Theory]
    [InlineData("March 5, 2026", 2026, 3, 5)]
    [InlineData("Sept 5th 2026", 2026, 9, 5)]
    [InlineData("5 Sept 2026", 2026, 9, 5)]
    [InlineData("Sept 2026", 2026, 9, 30)]
    public void A_day_is_read_as_people_write_it(string written, int year, int month, int day)
    {
        var policy = ImportedFile.Policy($"---\nreview: {written}\n---\n\n## Scope\n\nAll staff.\n", "complaints.md");

        Assert.Equal(new DateOnly(year, month, day), policy.ReviewBy);
    }

    [Fact]
    public void Headings_and_code_in_a_list_and_html_keep_their_words()
    {
        var policy = ImportedFile.Policy(
            "# Leave policy\n\n1. ## Scope\n\n-      Set in far.\n\n<div>Made with HTML.</div>\n\n## Duties\n\nSee [the list](https://a.b) "
                + "and `codes` &amp; more.<!-- not this -->\n",
            "policy.md"
        );

        Assert.Equal(
            "Leave policy Scope Set in far. Made with HTML. Duties See the list and codes & more.",
            string.Join(' ', ImportedFile.Words(policy))
        );
    }

    [Theory]
    [InlineData("**Contents**\n\n- [Scope](#scope)\n- [Duties](#duties)\n\n")]
    [InlineData("[1 Scope 3](#_Toc1)\n\n[2 Duties 4](#_Toc2)\n\n")]
    [InlineData("[TOC]\n\n")]
    [InlineData("[[_TOC_]]\n\n")]
    public void A_list_of_contents_in_markdown_is_left_out_with_its_caption(string contents)
    {
        var policy = ImportedFile.Policy(contents + "# Scope\n\nAll staff.\n\n# Duties\n\nAsk. [See 2](#duties)\n", "policy.md");

        Assert.Equal(["# Scope", "All staff.", "# Duties", "Ask.", "See 2"], ImportedFile.Lines(policy));
        Assert.Equal("I left out the list of contents.", Assert.Single(policy.Doubts).Sentence);
    }

    [Fact]
    public void Marks_that_programs_add_to_markdown_are_not_read_as_words()
    {
        var policy = ImportedFile.Policy(
            "# CCTV\n\nCameras at the [[Main Site|main site]] and the [[annexe]]. { .note }\n%%ask Tom%%\n\n"
                + "## Keeping pictures {: #keeping }\n\nFor ==30 days==.\n\n## Asking\n\nWrite to us.\n",
            "policy.md"
        );

        Assert.Equal(
            ["# Keeping pictures", "For 30 days.", "# Asking", "Write to us."],
            ImportedFile.Lines(policy).SkipWhile(line => line != "# Keeping pictures")
        );
        Assert.Contains("Cameras at the main site and the annexe.", ImportedFile.Lines(policy));
        Assert.DoesNotContain("Tom", ImportedFile.Words(policy));
    }

    [Fact]
    public void Headings_with_roman_numbers_are_found()
    {
        var policy = ImportedFile.Policy(
            "Co-option procedure\n\nI. Scope\n\nA seat may be filled.\n\nII. Notice\n\nFor 14 days:\n(a) by the pond;\n(b) on line.\n\n"
                + "III. The vote\n\nBy show of hands.\n\nIV. After it\n\nThe member signs.\n",
            "policy.txt"
        );

        Assert.Equal(["# I. Scope", "# II. Notice", "# III. The vote", "# IV. After it"], ImportedFile.Headings(policy));
    }

    [Fact]
    public void Lines_of_several_words_and_a_colon_are_headings_where_text_is_below_most_of_them()
    {
        const string Headed =
            "Needle exchange\n\nOpening hours:\nMonday to Friday 9am to 6pm.\n\nWho may come:\nAnybody who injects.\n\n"
            + "Giving out packs:\nAsk which size is wanted. No names are taken.\n";
        const string Listed =
            "Needle exchange\n\nThe shop opens every day.\n\nStaff always wear:\n- gloves\n- shoes\n\nStaff never touch:\n- needles\n\n"
            + "They ring the lead:\nHer number is on the wall.\n";

        Assert.Equal(
            ["# Opening hours:", "# Who may come:", "# Giving out packs:"],
            ImportedFile.Headings(ImportedFile.Policy(Headed, "policy.txt"))
        );
        Assert.DoesNotContain(ImportedFile.Headings(ImportedFile.Policy(Listed, "policy.txt")), heading => heading.EndsWith(':'));
    }

    [Fact]
    public void A_numbered_heading_right_after_a_numbered_list_is_found()
    {
        var policy = ImportedFile.Policy(
            "Home visits\n\n1. Taking the request\n\nWrite down:\n\n1. the name\n2. the address\n\n2. Deciding who goes\n\n"
                + "The doctor decides.\n\n3. Going\n\nTake the bag.\n",
            "policy.txt"
        );

        Assert.Equal(["# 1. Taking the request", "# 2. Deciding who goes", "# 3. Going"], ImportedFile.Headings(policy));
    }

    [Fact]
    public void Headings_that_markdown_writes_as_html_are_headings()
    {
        var policy = ImportedFile.Policy(
            "<h1 align=\"center\">Heat plan</h1>\n\n<h2>Before summer</h2>\n\nCheck the fans.\n\n<h3>Medicines</h3>\nSome make it worse.\n",
            "policy.md"
        );

        Assert.Equal("Heat plan", policy.Title);
        Assert.Equal(["# Before summer", "Check the fans.", "## Medicines", "Some make it worse."], ImportedFile.Lines(policy));
    }

    [Fact]
    public void Signs_on_both_sides_of_a_heading_are_no_part_of_it()
    {
        var policy = ImportedFile.Policy(
            "*** FLU CLINICS ***\n\n--- Purpose ---\n\nTo give many vaccines.\n\n=== Staff ===\n\nTwo of them.\n\n--- Afterwards ---\n\n"
                + "Count the syringes.\n\n--------\n",
            "policy.txt"
        );

        Assert.Equal(
            ["# Purpose", "# Staff", "# Afterwards"],
            ImportedFile.Headings(policy).TakeLast(3).Select(heading => heading.Replace("##", "#", StringComparison.Ordinal))
        );
    }

    [Fact]
    public void A_numbered_heading_of_few_capitals_is_one_where_the_others_are_capitals_with_a_full_stop()
    {
        var policy = ImportedFile.Policy(
            "MEDICINES WASTE\n\n1. AIM.\nTo burn old medicines safely.\n\n2. TAKING THEM BACK.\nWear gloves.\n\n"
                + "3. SHARPS.\nWe cannot take them.\n",
            "policy.txt"
        );

        Assert.Equal(["1. AIM.", "2. TAKING THEM BACK.", "3. SHARPS."], policy.Sections.Select(section => section.Heading).TakeLast(3));
    }

    [Fact]
    public void A_raised_number_in_markdown_is_no_part_of_the_word_before_it_but_of_a_unit()
    {
        var policy = ImportedFile.Policy(
            "# Costs\n\nLock the screen<sup>1</sup>. The room has 10 m<sup>2</sup>, on the 1<sup>st</sup> floor.\n",
            "policy.md"
        );

        Assert.Equal(["# Costs", "Lock the screen 1.", "The room has 10 m2, on the 1st floor."], ImportedFile.Lines(policy));
    }

    [Fact]
    public void Lines_with_a_colon_over_lists_are_headings_where_more_of_them_are_over_text()
    {
        const string Text =
            "Menopause at work\n\nWhy it matters:\nWe want people to stay.\n\nWhat can help:\n* a fan\n* breaks\n\n"
            + "Talking about it:\nYou do not have to.\n\nFor managers:\nListen and ask.\n\nMore help:\nSee www.nhs.uk/menopause\n";

        Assert.Equal(
            ["# Why it matters:", "# What can help:", "# Talking about it:", "# For managers:", "# More help:"],
            ImportedFile.Headings(ImportedFile.Policy(Text, "policy.txt"))
        );
    }

    [Fact]
    public void One_short_line_over_a_letter_is_no_heading()
    {
        var policy = ImportedFile.Policy(
            "All parents and carers\n\nFrom September no phones are allowed in school.\n\nPhones are kept in the office until three.\n",
            "policy.txt"
        );

        Assert.Empty(ImportedFile.Headings(policy));
        Assert.Contains(policy.Doubts, doubt => doubt.Kind == ImportDoubtKind.NoHeadings);
    }

    [Fact]
    public void Names_of_footnotes_and_marks_of_boxes_in_markdown_are_not_read_as_words()
    {
        var policy = ImportedFile.Policy(
            "# Rails\n\nRails can trap an arm.[^mhra]\n\n!!! warning \"Never by video\"\n    A new lump.\n\n!!! note\n    Ask first.\n\n"
                + "[^mhra]: See the guidance of 2023.\n",
            "policy.md"
        );

        Assert.Equal(
            "Rails can trap an arm. See the guidance of 2023. Never by video A new lump. Ask first.",
            string.Join(' ', ImportedFile.Words(policy).Skip(policy.Title == "Rails" ? 0 : 1))
                .Replace("Rails Rails", "Rails", StringComparison.Ordinal)
        );
    }
}
