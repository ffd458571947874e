using HartwoodPolicyBot.Core.ManagerQuestions;
using HartwoodPolicyBot.Core.Storage;
using HartwoodPolicyBot.Jobs;
using HartwoodPolicyBot.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HartwoodPolicyBot.Tests.ManagerQuestions;

public sealed class SavedAnswerRefreshTests
{
    [Fact]
    public async Task A_saved_answer_of_another_instance_is_given_after_the_next_look()
    {
        await using var bot = new BotHost { HasClocks = true };
        await bot.InitializeAsync();
        var answers = bot.Services.GetRequiredService<SavedAnswers>();
        var answer = new SavedAnswer
        {
            Id = Guid.NewGuid(),
            Text = "By the back door.",
            By = "Margaret Ellis",
            ById = "margaret",
            At = bot.Time.GetUtcNow(),
            Version = 1,
        };
        answer.Wordings.Add(
            new()
            {
                AnswerId = answer.Id,
                Number = 1,
                Text = "where are the lockers",
            }
        );
        Assert.Empty(answers.All);

        await using (var database = await bot.Services.GetRequiredService<IDbContextFactory<HartwoodDbContext>>().CreateDbContextAsync())
        {
            database.Add(answer);
            await database.SaveChangesAsync();
        }

        Assert.True(await bot.Time.AdvanceUntilAsync(() => answers.All.Count > 0, DatabaseRefresh.Every));
        Assert.Equal("By the back door.", answers.All[0].Text);
    }
}
