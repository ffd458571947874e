using System.Text.Json;
using System.Text.RegularExpressions;
using HartwoodPolicyBot.Core.Storage;
using HartwoodPolicyBot.Testing;
using HartwoodPolicyBot.Tests.Cards;
using static HartwoodPolicyBot.Tests.Policies.WordFile;

namespace HartwoodPolicyBot.Tests.Policies;

/// <summary>Compares the cards of a review and of the versions with the approved ones.</summary>
public sealed partial class PolicyCardSnapshotTests
{
    /// <summary>A Word file with something of everything that a review says.</summary>
    private static byte[] File =>
        Of(
            Paragraph(R("Complaints policy", """<w:b/><w:sz w:val="40"/>"""))
                + P("Version: 2.1")
                + Paragraph(R("Making a complaint", "<w:b/>"))
                + P("Patients may complain in writing, by telephone or at the front desk.")
                + $"<w:tbl>{Row("Who", "Reply within")}{Row("Practice manager", "10 working days")}</w:tbl>"
                + Paragraph(R("Time limits", "<w:b/>"))
                + Paragraph(
                    R("A complaint must be made within ") + """<w:ins w:id="1" w:author="A"><w:r><w:t>12 months</w:t></w:r></w:ins>"""
                )
                + Paragraph(R("Review", "<w:b/>"))
                + P("This is reviewed each year.")
        );

    [Fact]
    public async Task The_review_its_forms_and_the_versions_are_the_approved_cards()
    {
        await using var chat = await PublishingChat.OpenAsync(StorageProvider.Sqlite);

        var review = (await PublishingChat.SendAsync(chat.Manager, chat.Files.Keep("Complaints policy.docx", File))).Card;
        Approve("policy-review", review);
        Approve("policy-correct-heading", await chat.Manager.FillAsync(CardReader.Button(review, "Correct a heading")));
        Approve("policy-publish", await chat.Manager.FillAsync(CardReader.Button(review, "Publish…")));
        Approve("policy-published", await PublishingChat.PublishAsync(chat.Manager, review));

        var policies = await chat.Manager.SayAsync("versions");
        Approve("policy-list", policies.Card);
        var versions = await chat.Manager.FillAsync(policies.Button("Complaints policy"));
        Approve("policy-versions", versions);
        Approve("policy-version", await chat.Manager.FillAsync(CardReader.Button(versions, "Number 1, version 2.1")));
    }

    [Fact]
    public async Task The_review_of_a_new_version_and_what_it_compares_are_the_approved_cards()
    {
        await using var chat = await PublishingChat.OpenAsync(StorageProvider.Sqlite);

        var review = (await chat.SendAsync(chat.Manager, PublishTests.Reworded)).Card;
        Approve("policy-review-new-version", review);
        await PublishingChat.PublishAsync(chat.Manager, review);
        var versions = (await chat.Manager.SayAsync("versions")).Card;
        Approve("policy-versions-two", versions);
        var first = await chat.Manager.FillAsync(CardReader.Button(versions, "Number 1"));
        Approve("policy-compared", await chat.Manager.FillAsync(CardReader.Button(first, "Compare")));
    }

    /// <summary>Compares a card with the approved one, apart from the draft's id and the part of its link that nobody can guess.</summary>
    private static void Approve(string name, JsonElement card)
    {
        CardRules.Hold(card);
        var json = Draft().Replace(Secret().Replace(card.GetRawText(), "${path}secret"), "${mark}0\"");
        Approved.Card(name, JsonDocument.Parse(json).RootElement);
    }

    [GeneratedRegex("(?<mark>\"id\":\\s?\")[0-9a-f]{32}\"", RegexOptions.None, 1000)]
    private static partial Regex Draft();

    [GeneratedRegex(@"(?<path>/files/review/)[A-Za-z0-9_-]+", RegexOptions.None, 1000)]
    private static partial Regex Secret();
}
