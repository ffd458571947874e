using HartwoodPolicyBot.Core.Incidents;
using HartwoodPolicyBot.Core.Storage;
using HartwoodPolicyBot.Start;
using HartwoodPolicyBot.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HartwoodPolicyBot.Tests.Incidents;

/// <summary>The key of anonymous reports' codes is kept outside the database.</summary>
public sealed class FollowUpKeyFileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("hartwood-key").FullName;

    private StorageOptions Storage => new() { ConnectionString = $"Data Source={Path.Combine(folder, "practice.db")}" };

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void The_first_start_makes_the_key_beside_the_database_and_every_later_one_reads_it()
    {
        var keys = Enumerable.Range(0, 8).AsParallel().Select(_ => FollowUpKeyFile.Read(new(), Storage).Id).Distinct();

        Assert.Single(keys);
        var file = Assert.Single(Directory.GetFiles(folder));
        Assert.Equal("practice.key", Path.GetFileName(file));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        }
    }

    [Fact]
    public void A_key_from_the_settings_is_the_same_on_every_instance_and_makes_no_file()
    {
        var options = new FollowUpOptions { FollowUpKey = "thirty-two characters, at random" };

        Assert.Equal(FollowUpKeyFile.Read(options, Storage).Id, FollowUpKeyFile.Read(options, new()).Id);
        Assert.NotEqual(FollowUpKeyFile.Read(options, Storage).Id, FollowUpKeyFile.Read(new(), Storage).Id);
    }

    [Theory]
    [InlineData("")]
    [InlineData("c2hvcnQ=")]
    [InlineData("not a key")]
    public void A_damaged_file_is_not_replaced_and_the_message_names_it(string content)
    {
        var file = Path.Combine(folder, "practice.key");
        File.WriteAllText(file, content);

        var refused = Assert.Throws<FollowUpKeyException>(() => FollowUpKeyFile.Read(new(), Storage));

        Assert.Contains(file, refused.Message, StringComparison.Ordinal);
        Assert.Contains("Incidents:FollowUpKey", refused.Message, StringComparison.Ordinal);
        Assert.Equal(content, File.ReadAllText(file));
    }

    [Fact]
    public async Task After_the_key_is_lost_the_start_says_how_many_codes_are_not_recognised()
    {
        await using var test = await TestDatabase.CreateAsync(StorageProvider.Sqlite);
        (string, string)[] storage = [("Storage:Provider", "Sqlite"), ("Storage:ConnectionString", test.ConnectionString)];
        await using (var before = await Practice.OpenAsync(settings: storage))
        {
            await Practice.ReportAsync(before.Bot.Chat(), ("appear", "Anonymous"));
            await before.DeliveredAsync();
        }

        await using var after = await Practice.OpenAsync(
            settings: [("Incidents:FollowUpKey", "another key that is long enough for it"), .. storage]
        );

        await after.Bot.Services.GetRequiredService<SelfCheck>().RunAsync(default);

        Assert.Contains(after.Bot.Log.All, line => line.Contains("not recognised: 1", StringComparison.Ordinal));
        Assert.Equal(1, await after.Bot.ReadAsync(database => database.Incidents.CountAsync()));
    }
}
