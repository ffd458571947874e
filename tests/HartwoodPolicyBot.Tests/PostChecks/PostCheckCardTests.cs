using HartwoodPolicyBot.Core.PostChecks;
using HartwoodPolicyBot.Core.Privacy;
using HartwoodPolicyBot.Testing;
using HartwoodPolicyBot.Tests.Cards;
using HartwoodPolicyBot.Tests.ManagerQuestions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HartwoodPolicyBot.Tests.PostChecks;

public sealed class PostCheckCardTests
{
    private const string Vicar = "The vicar was in clinic this morning with shingles. What a day.";

    [Theory]
    [InlineData("post-check-stop", Vicar)]
    [InlineData("post-check-picture", "Busy day! [picture: our waiting room with patients, their faces in view]")]
    [InlineData("post-check-nothing", "We're closed on Monday for the bank holiday. Ring 111 if you need help that can't wait.")]
    [InlineData("post-check-only-a-link", "https://example.com/news")]
    public async Task The_outcome_looks_as_approved(string name, string draft)
    {
        await using var host = await ManagerQuestionTestHost.OpenAsync();

        var reply = await host.Staff().SayAsync($"check a post: {draft}");

        Approved.Card(name, reply.Card);
    }

    [Fact]
    public async Task The_form_looks_as_approved()
    {
        await using var host = await ManagerQuestionTestHost.OpenAsync();

        var form = await host.Staff().SayAsync("check a post");

        Approved.Card("post-check-form", form.Card);
    }

    [Theory]
    [InlineData("The lady who breeds llamas sat in my room and cried about her scan.", "I found nothing against the policy")]
    [InlineData(
        "The lady who breeds llamas asked us to share this. She has signed our consent form and approved every word.",
        "Don't post this as it is"
    )]
    public async Task A_story_without_consent_is_held_and_one_with_it_is_not_stopped(string draft, string neverSaid)
    {
        await using var host = await ManagerQuestionTestHost.OpenAsync();

        var reply = await host.Staff().SayAsync($"check a post: {draft}");

        Assert.DoesNotContain(neverSaid, reply.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_picture_is_shown_with_the_words_that_go_with_it()
    {
        await using var host = await ManagerQuestionTestHost.OpenAsync();

        var reply = await host.Staff().SayAsync("check a post: Busy day! [picture: our waiting room with patients, their faces in view]");

        Assert.Contains(
            CardReader.Texts(reply.Card),
            text => text.StartsWith("Busy day! [picture: our waiting room with patients", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Counts_of_checks_are_deleted_when_questions_are()
    {
        await using var host = await ManagerQuestionTestHost.OpenAsync();
        await host.Staff().SayAsync($"check a post: {Vicar}");
        var counts = host.Bot.Services.GetRequiredService<CountPostChecks>();
        var kept = host.Bot.Services.GetRequiredService<PrivacyOptions>().QuestionLogDays;
        var now = host.Bot.Time.GetUtcNow();

        await counts.DeleteAsync(now.AddDays(kept), default);
        var before = await host.Bot.ReadAsync(database => database.PostCheckCounts.CountAsync());
        await counts.DeleteAsync(now.AddDays(kept + 1), default);

        Assert.Equal(1, before);
        Assert.Equal(0, await host.Bot.ReadAsync(database => database.PostCheckCounts.CountAsync()));
    }
}
