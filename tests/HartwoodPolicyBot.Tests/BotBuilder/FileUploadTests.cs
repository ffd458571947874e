using HartwoodPolicyBot.Teams.Files;
using HartwoodPolicyBot.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace HartwoodPolicyBot.Tests.BotBuilder;

/// <summary>Files are uploaded only to allowed hosts, and a large one in parts.</summary>
public sealed class FileUploadTests
{
    [Theory]
    [InlineData("https://contoso-my.sharepoint.com/personal/x/_api/v2.0/drive/items/01/uploadSession?guid='1'", true)]
    [InlineData("https://contoso.sharepoint.com/upload", true)]
    [InlineData("https://sharepoint.com/upload", false)]
    [InlineData("http://contoso.sharepoint.com/upload", false)]
    [InlineData("https://contoso.sharepoint.com:8443/upload", false)]
    [InlineData("https://contoso.sharepoint.com@evil.example/upload", false)]
    [InlineData("https://evil.example@contoso.sharepoint.com/upload", false)]
    [InlineData("https://evilsharepoint.com/upload", false)]
    [InlineData("https://contoso.sharepoint.com.evil.example/", false)]
    [InlineData("https://evil.example/?contoso.sharepoint.com", false)]
    [InlineData("https://evil.example#.sharepoint.com", false)]
    [InlineData("https://127.0.0.1/upload", false)]
    [InlineData("https://[::1]/upload", false)]
    [InlineData("http://localhost:3978/upload", false)]
    [InlineData("/upload", false)]
    public void With_credentials_files_are_uploaded_only_to_hosts_of_OneDrive(string address, bool allowed) =>
        Assert.Equal(allowed, new UploadHosts([".sharepoint.com"], allowLoopback: false).Check(address) is not null);

    [Fact]
    public async Task A_large_file_goes_in_parts_and_arrives_whole()
    {
        await using var drive = await FakeOneDrive.StartAsync();
        using var http = new HttpClient();
        var bytes = new byte[25_000_000];
        new Random(1).NextBytes(bytes);
        using var content = new MemoryStream(bytes);

        Assert.True(await Upload(http).PutAsync(drive.UploadUrl, content, default));

        Assert.Equal(
            ["bytes 0-10485759/25000000", "bytes 10485760-20971519/25000000", "bytes 20971520-24999999/25000000"],
            drive.Parts.Select(part => part.Range)
        );
        Assert.True(drive.Content.AsSpan().SequenceEqual(bytes));
    }

    [Fact]
    public async Task A_file_over_the_size_limit_is_not_sent()
    {
        await using var drive = await FakeOneDrive.StartAsync();
        using var http = new HttpClient();
        using var content = new MemoryStream(new byte[(1024 * 1024) + 1]);

        Assert.False(await Upload(http, new() { MostMegabytes = 1 }).PutAsync(drive.UploadUrl, content, default));

        Assert.Empty(drive.Parts);
    }

    private static FileUpload Upload(HttpClient http, TeamsFileOptions? options = null) =>
        new(http, new UploadHosts([], allowLoopback: true), options ?? new(), TimeProvider.System, NullLogger<FileUpload>.Instance);
}
