using HartwoodPolicyBot.Core.PostChecks;
using HartwoodPolicyBot.Core.Search;

namespace HartwoodPolicyBot.Tests.PostChecks;

public sealed class DraftGrammarTests
{
    [Theory]
    [InlineData("A farmer came in and he told me about the sheep", "past he-or-she one")]
    [InlineData("Take two of these, drink plenty", "begins-with-command command")]
    [InlineData("Sounds nasty, stop the tablets", "command")]
    [InlineData("Most people with a cold need no doctor", "many nobody-meant")]
    [InlineData("Jan's mum is the one who rings", "somebodys-family who")]
    [InlineData("", "nobody-meant")]
    public void A_story_advice_and_what_concerns_nobody_have_their_own_signs(string words, string signs)
    {
        var found = DraftGrammar.In(words, Terms.Words(words));

        Assert.Superset(signs.Split(' ').ToHashSet(), found.ToHashSet());
    }

    [Fact]
    public void A_statement_is_not_a_command_because_one_of_its_words_can_be_one() =>
        Assert.DoesNotContain("command", DraftGrammar.In("The queue at the call desk", Terms.Words("The queue at the call desk")));
}
