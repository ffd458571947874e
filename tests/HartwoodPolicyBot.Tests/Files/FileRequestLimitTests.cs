using System.Net;
using HartwoodPolicyBot.Files;
using HartwoodPolicyBot.Testing;

namespace HartwoodPolicyBot.Tests.Files;

public sealed class FileRequestLimitTests
{
    [Fact]
    public async Task Whoever_guesses_links_to_files_is_stopped_and_other_pages_stay_open()
    {
        await using var bot = await BotHost.StartAsync();
        for (var guess = 0; guess < FileRequestLimit.FromOneAddress; guess++)
        {
            using var wrong = await bot.Http.GetAsync($"/files/{guess:X64}");
            Assert.Equal(HttpStatusCode.NotFound, wrong.StatusCode);
        }

        using var stopped = await bot.Http.GetAsync("/files/one-more");
        Assert.Equal(HttpStatusCode.TooManyRequests, stopped.StatusCode);
        Assert.Contains("Please wait a minute", await stopped.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var page = await bot.Http.GetAsync("/policy");
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
    }

    [Theory]
    [InlineData("https://hartwood-my.sharepoint.com/x", true)]
    [InlineData("https://hartwood.sharepoint.com/x", true)]
    [InlineData("https://evil-my.sharepoint.com/x", false)]
    public void After_a_managers_upload_files_go_to_the_practices_own_SharePoint_only(string address, bool isAllowed)
    {
        var hosts = new HartwoodPolicyBot.Teams.Files.UploadHosts([".sharepoint.com"], allowLoopback: false);
        Assert.NotNull(hosts.Check(address));

        hosts.Learn("https://hartwood-my.sharepoint.com/personal/upload");

        Assert.Equal(isAllowed, hosts.Check(address) is not null);
    }
}
