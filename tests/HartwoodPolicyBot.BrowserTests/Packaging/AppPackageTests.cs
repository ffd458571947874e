using System.IO.Compression;
using HartwoodPolicyBot.BrowserTests.Running;

namespace HartwoodPolicyBot.BrowserTests.Packaging;

/// <summary>The bot's own command makes the zip that is uploaded to Teams.</summary>
[Collection(BotInABrowser.Name)]
public sealed class AppPackageTests(Chromium chromium) : IDisposable
{
    private const string AppId = "6f1c2f0e-8f0e-4b55-9a39-0f3d7f3b1c11";
    private readonly string folder = Directory.CreateTempSubdirectory("hartwood-package-").FullName;

    [SkippableFact]
    public async Task The_package_holds_only_the_filled_in_manifest_and_its_icons()
    {
        var package = await UnpackAsync();

        Assert.Equal(
            ["color.png", "manifest.json", "outline.png"],
            Directory.GetFiles(package).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)
        );
        var manifest = await File.ReadAllTextAsync(Path.Combine(package, "manifest.json"));
        Assert.DoesNotContain("${{", manifest, StringComparison.Ordinal);
        Assert.Contains(AppId, manifest, StringComparison.Ordinal);
        Assert.Contains("https://bot.hartwood.example/privacy", manifest, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task The_manifest_is_valid_by_the_schema_of_Microsoft()
    {
        Requires.Node();
        var package = await UnpackAsync();

        var (exitCode, output) = await NodePackages.RunAsync("Packaging/validate-manifest.mjs", Path.Combine(package, "manifest.json"));

        Assert.True(exitCode == 0, output);
    }

    [SkippableTheory]
    [InlineData("color.png", 192)]
    [InlineData("outline.png", 32)]
    public async Task An_icon_has_the_size_that_Teams_asks_for(string icon, int size)
    {
        var pixels = await PixelsAsync(Path.Combine(await UnpackAsync(), icon));

        Assert.Equal(size * size, pixels.Count);
    }

    [SkippableFact]
    public async Task The_outline_icon_is_white_on_a_transparent_background()
    {
        var pixels = await PixelsAsync(Path.Combine(await UnpackAsync(), "outline.png"));

        Assert.Contains(pixels, pixel => pixel[3] == 0);
        Assert.Contains(pixels, pixel => pixel[3] == 255);
        Assert.All(pixels.Where(pixel => pixel[3] > 0), pixel => Assert.Equal([255, 255, 255], pixel[..3]));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private async Task<string> UnpackAsync()
    {
        var zip = Path.Combine(folder, "hartwood.zip");
        await using var bot = BotProcess.Start(
            new Dictionary<string, string>
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Production",
                ["MicrosoftAppType"] = "SingleTenant",
                ["MicrosoftAppId"] = AppId,
                ["MicrosoftAppTenantId"] = "0d0a3a5e-3d2f-4f5a-9f0b-2f7c5b0c9a22",
                ["MicrosoftAppPassword"] = "not a real one",
                ["Web__PublicUrl"] = "https://bot.hartwood.example",
            },
            "package",
            zip
        );
        Assert.True(await bot.EndedAsync(TimeSpan.FromSeconds(120)) == 0, bot.Output);

        var unpacked = Path.Combine(folder, "unpacked");
        await ZipFile.ExtractToDirectoryAsync(zip, unpacked);
        return unpacked;
    }

    /// <summary>
    /// Returns red, green, blue and alpha of every pixel; the side of a square icon is the square root of their number.
    /// </summary>
    private async Task<IReadOnlyList<int[]>> PixelsAsync(string icon)
    {
        var page = await chromium.OpenAsync(300, 300);
        var image = $"data:image/png;base64,{Convert.ToBase64String(await File.ReadAllBytesAsync(icon))}";
        var values = await page.EvaluateAsync<int[]>(
            """
            async source => {
              const image = new Image();
              image.src = source;
              await image.decode();
              const canvas = new OffscreenCanvas(image.naturalWidth, image.naturalHeight).getContext("2d");
              canvas.drawImage(image, 0, 0);
              return [...canvas.getImageData(0, 0, image.naturalWidth, image.naturalHeight).data];
            }
            """,
            image
        );
        await page.CloseAsync();
        return [.. values.Chunk(4)];
    }
}
