using HartwoodPolicyBot.Core.PostChecks;
using HartwoodPolicyBot.Tests.Incidents;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Tests.PostChecks;

/// <summary>Who asks in their own words whether a draft may go out gets it checked, and the draft is not kept as a question.</summary>
public sealed class DraftRequestTests
{
    [Theory]
    [InlineData("can you check this for me: Saw Mrs Patel at the clinic today", "Saw Mrs Patel at the clinic today")]
    [InlineData("is this ok to post: \"Flu clinic tomorrow, come along!\"", "Flu clinic tomorrow, come along!")]
    [InlineData("does this look ok? New baby in the village, congrats to Sarah", "New baby in the village, congrats to Sarah")]
    [InlineData("would this be alright on facebook? Lovely day with the team", "Lovely day with the team")]
    [InlineData("Hi, is this post OK?\nWe're closed on Monday", "We're closed on Monday")]
    [InlineData("can i post 'Great to see Dave's leg has healed' on insta", "Great to see Dave's leg has healed")]
    [InlineData("I want to post this: “Busy Monday! Thank you all”", "Busy Monday! Thank you all")]
    [InlineData("heres my draft: we are now open on saturdays", "we are now open on saturdays")]
    [InlineData("please check: had the rudest patient ever today", "had the rudest patient ever today")]
    [InlineData("i was going to tweet \"cannot wait for Friday\"", "cannot wait for Friday")]
    [InlineData("can I reply with: Thank you for your kind words", "Thank you for your kind words")]
    [InlineData("Draft reply: we are sorry to hear this", "we are sorry to hear this")]
    public void The_draft_is_found_in_a_question_whether_it_may_go_out(string asked, string draft) =>
        Assert.Equal(draft, DraftRequest.DraftIn(asked));

    [Theory]
    [InlineData("can I post \"selfies\" on Insta")]
    [InlineData("can I share https://example.org/news on the practice page")]
    [InlineData("can i post this: a photo of the waiting room with nobody in it")]
    [InlineData("is this ok? my colleague has posted a photo of a patient")]
    [InlineData("does this look ok to you? I've got a picture of the desk")]
    [InlineData("is it ok to post: what about photos?")]
    [InlineData("can i post a photo of the new waiting room on our facebook page")]
    [InlineData("check a picture")]
    [InlineData("check this please")]
    [InlineData("I want to report this: a colleague has posted about a patient")]
    [InlineData("two questions: can I post, and who checks it")]
    [InlineData("")]
    public void A_question_about_posting_holds_no_draft(string asked) => Assert.Null(DraftRequest.DraftIn(asked));

    [Fact]
    public async Task A_draft_in_a_question_is_checked_at_once_and_not_kept()
    {
        await using var practice = await Practice.OpenAsync();

        var result = await practice.Bot.Chat().SayAsync("can you check this for me: Saw Mrs Patel at the clinic today");

        Assert.Equal("Don't post this as it is", result.Texts[0]);
        Assert.False(await practice.Bot.ReadAsync(database => database.Questions.AnyAsync()));
    }
}
