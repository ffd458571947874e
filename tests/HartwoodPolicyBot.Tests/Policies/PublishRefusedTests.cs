using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.Storage;
using HartwoodPolicyBot.Testing;
using Microsoft.EntityFrameworkCore;

namespace HartwoodPolicyBot.Tests.Policies;

/// <summary>A publish that is refused changes nothing, and one that is done is done once.</summary>
public sealed class PublishRefusedTests
{
    [Fact]
    public async Task A_refused_publish_leaves_the_file_and_the_policy_as_they_were()
    {
        await using var chat = await PublishingChat.OpenAsync(StorageProvider.Sqlite);

        var card = await chat.PublishAsync(Publishing.SocialMedia);

        Assert.Equal(PolicyRefusals.InForceAlready.Sentence, CardReader.Texts(card)[0]);
        Assert.Equal(1, await chat.Bot.ReadAsync(database => database.PublishedPolicies.Select(row => row.Revision).SingleAsync()));
        Assert.Equal(1, await chat.Bot.ReadAsync(database => database.PolicyDrafts.CountAsync()));
    }

    [Fact]
    public async Task A_file_that_was_published_is_gone_and_its_form_says_so()
    {
        await using var chat = await PublishingChat.OpenAsync(StorageProvider.Sqlite);
        var review = (await chat.SendAsync(chat.Manager, PublishTests.Reworded)).Card;
        var manager = chat.Manager;
        var form = await manager.FillAsync(CardReader.Button(review, "Publish…"));
        await manager.ExecuteAsync(CardReader.Button(form, "Publish"), PublishingChat.Answers(form));

        await manager.ExecuteAsync(CardReader.Button(form, "Publish"), PublishingChat.Answers(form));

        Assert.Contains("That file has already been published or discarded.", manager.Body.GetRawText(), StringComparison.Ordinal);
        Assert.Equal(2, await chat.Bot.ReadAsync(database => database.PolicyVersions.CountAsync()));
        Assert.Equal(0, await chat.Bot.ReadAsync(database => database.PolicyDrafts.CountAsync()));
    }
}
