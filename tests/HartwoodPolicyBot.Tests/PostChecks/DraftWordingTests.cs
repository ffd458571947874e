using HartwoodPolicyBot.Core.PostChecks;
using HartwoodPolicyBot.Core.Search;

namespace HartwoodPolicyBot.Tests.PostChecks;

public sealed class DraftWordingTests
{
    [Theory]
    [InlineData("We will never close early", "~we-do ~will ~not ~ever ~few-words")]
    [InlineData("A 34 year old from Glebe Farm rang at 8:30", "~age ~at-name ~clock ~some-words")]
    [InlineData("honestly, the \"expert\" said NOTHING...", "~small-letter ~just ~say ~quotation ~capitals ~dots ~comma ~not")]
    [InlineData("Ring me on 07700 900123 or 07700900123", "~my ~phone")]
    [InlineData("See www.example.com (it's great)", "~let ~link ~aside")]
    [InlineData("", "~few-words")]
    public void Common_words_and_marks_have_their_own_signs(string words, string signs)
    {
        var found = DraftWording.In(words, Terms.Words(words));

        Assert.Superset(signs.Split(' ').ToHashSet(), found.ToHashSet());
    }

    [Fact]
    public void Usual_short_names_in_capitals_and_plain_numbers_have_none()
    {
        const string words = "The NHS has 34 of them";

        Assert.Empty(DraftWording.In(words, Terms.Words(words)).Intersect(["~capitals", "~age", "~clock", "~phone", "~at-name"]));
    }
}
