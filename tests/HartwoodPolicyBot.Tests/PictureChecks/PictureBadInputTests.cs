using System.Text;
using HartwoodPolicyBot.Core.PictureChecks;
using HartwoodPolicyBot.Testing;
using HartwoodPolicyBot.Tests.Policies;

namespace HartwoodPolicyBot.Tests.PictureChecks;

/// <summary>A picture that is too large, harmful or not what it says gets one clear sentence, and never stops the bot.</summary>
public sealed class PictureBadInputTests
{
    private static readonly PictureOptions Options = new();

    public static TheoryData<string, string> Files =>
        new()
        {
            { "100 megapixels", "picture-too-many-pixels" },
            { "bomb", "picture-bomb" },
            { "animated png", "picture-moving" },
            { "animated webp", "picture-moving" },
            { "gif", "picture-moving" },
            { "svg", "picture-drawing" },
            { "no size", "picture-broken" },
            { "many parts", "picture-broken" },
            { "text", "picture-unknown" },
            { "empty", "picture-unknown" },
        };

    [Theory]
    [MemberData(nameof(Files))]
    public void A_bad_picture_gets_its_refusal(string content, string code) =>
        Assert.Equal(code, PictureFile.Read(Bytes(content), Options).Refusal?.Code);

    [Fact]
    public async Task An_SVG_with_a_script_and_a_file_of_40_MB_get_a_sentence()
    {
        await using var chat = await PictureChat.OpenAsync();

        var drawing = await chat.SendAsync(Bytes("svg"), "plan.svg");
        var large = await chat.SendAsync(new byte[40 * 1024 * 1024], "IMG_1.png");

        Assert.StartsWith("This is an SVG drawing. It can hold scripts", drawing.Texts[0], StringComparison.Ordinal);
        Assert.StartsWith("This file is larger than 25 MB", large.Texts[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_PNG_named_jpg_is_read_by_its_content()
    {
        await using var chat = await PictureChat.OpenAsync();

        var reply = await chat.SendAsync(TestPicture.Png(10, 10), "photo.jpg");

        Assert.Contains(reply.Texts, text => text.StartsWith("This is really a PNG file", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("https://example.com/a.jpg")]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    [InlineData("https://contoso.sharepoint.com.example.com/a.jpg")]
    [InlineData("file:///etc/passwd")]
    public async Task An_address_that_is_not_SharePoints_is_not_fetched(string address)
    {
        await using var chat = await PictureChat.OpenAsync();

        var reply = await PublishingChat.SendAsync(chat.Staff, FakeFiles.Attachment("a.jpg", address));

        Assert.StartsWith("I can only take pictures from Teams", reply.Texts[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Details_that_are_nested_without_end_are_no_danger()
    {
        var nested = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("<a>", 20_000)));
        var inside = TestPicture.Jpeg(10, 10, TestPicture.Exif(packet: nested));
        var beside = TestPicture.Jpeg(10, 10, null, null, TestPicture.Part(0xe1, [.. "http://ns.adobe.com/xap/1.0/\0"u8, .. nested]));

        Assert.All([inside, beside], picture => Assert.NotNull(Hidden(picture)));
        Assert.False(Hidden(beside).IsComplete);
    }

    [Fact]
    public void A_picture_that_breaks_off_anywhere_is_read_or_refused()
    {
        byte[][] pictures =
        [
            TestPicture.Jpeg(40, 30, TestPicture.Exif(), new byte[20]),
            TestPicture.Png(40, 30, TestPicture.Chunk("tEXt", [.. "Author\0Priya"u8])),
            TestPicture.Webp(40, 30, TestPicture.Exif()),
            TestPicture.Heic(40, 30, TestPicture.Exif()),
        ];

        foreach (var picture in pictures)
        {
            for (var length = 0; length < picture.Length; length += 1 + length / 200)
            {
                if (PictureFile.Read(picture[..length], Options).Value is { } file)
                {
                    HiddenDetailsReader.Read(file, new(2026, 11, 28));
                    Assert.NotEmpty(file.Copy(1));
                }
            }
        }
    }

    private static HiddenDetails Hidden(byte[] picture) =>
        HiddenDetailsReader.Read(PictureFile.Read(picture, Options).Value!, new(2026, 11, 28));

    private static byte[] Bytes(string content) =>
        content switch
        {
            "100 megapixels" => TestPicture.Png(10_000, 10_000),
            "bomb" => TestPicture.Png(10, 10, TestPicture.Bomb(64 * 1024 * 1024)),
            "animated png" => TestPicture.Png(10, 10, TestPicture.Chunk("acTL", new byte[8])),
            "animated webp" => TestPicture.Webp(10, 10, isAnimated: true),
            "gif" => "GIF89a"u8.ToArray(),
            "svg" => "<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"u8.ToArray(),
            "no size" => TestPicture.Png(0, 10),
            "many parts" => TestPicture.Png(10, 10, [.. Enumerable.Repeat(TestPicture.Chunk("tEXt", "a\0b"u8.ToArray()), 60_000)]),
            "text" => "a picture"u8.ToArray(),
            _ => [],
        };
}
