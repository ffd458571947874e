using System.Text;
using HartwoodPolicyBot.Core.PictureChecks;
using HartwoodPolicyBot.Testing;

namespace HartwoodPolicyBot.Tests.PictureChecks;

/// <summary>What a picture's file gives away is named, and a copy gives none of it away.</summary>
public sealed class HiddenDetailsTests
{
    private static readonly DateOnly Today = new(2026, 11, 28);

    private static readonly byte[] Packet =
    [
        .. """
        <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
        <rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:MP="http://ns.microsoft.com/photo/1.2/"
         MP:PersonDisplayName="Ada Example"><dc:creator><rdf:Seq><rdf:li>Sam Taylor</rdf:li></rdf:Seq></dc:creator>
        <dc:description><rdf:Alt><rdf:li>NHS 943 476 5919</rdf:li></rdf:Alt></dc:description></rdf:Description></rdf:RDF></x:xmpmeta>
        """u8,
    ];

    public static TheoryData<string> Kinds => ["jpeg", "webp", "heic", "png"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Place_time_device_and_names_are_found_in_each_kind_of_file_and_in_no_copy(string kind)
    {
        var file = PictureFile.Read(Bytes(kind), new()).Value!;

        var found = HiddenDetailsReader.Read(file, Today);
        var copy = PictureFile.Read(file.Copy(found.Turn), new()).Value!;

        Assert.Contains(new(HiddenKind.Place, TestPicture.Place), found.Found);
        Assert.Contains(found.Found, detail => detail is { Kind: HiddenKind.Time, Value: "2026:11:20 09:15:00" });
        Assert.Contains(new(HiddenKind.Device, TestPicture.Camera), found.Found);
        Assert.Contains(new(HiddenKind.Person, TestPicture.Artist), found.Found);
        Assert.Empty(HiddenDetailsReader.Read(copy, Today).Found);
        Assert.Equal((file.Kind, file.Width, file.Height), (copy.Kind, copy.Width, copy.Height));
        Assert.DoesNotContain(TestPicture.Artist, Encoding.Latin1.GetString(file.Copy(found.Turn)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1600, 1200, HiddenKind.Preview)]
    [InlineData(1200, 1200, HiddenKind.WiderPreview)]
    public void A_preview_that_shows_more_than_the_picture_is_told_from_one_that_shows_the_same(int width, int height, HiddenKind kind) =>
        Assert.Contains(new(kind, ""), Read(TestPicture.Jpeg(width, height, TestPicture.Exif())).Found);

    [Fact]
    public void Names_and_words_in_XMP_are_found_and_identifiers_in_them_masked()
    {
        var found = Read(
            TestPicture.Jpeg(10, 10, null, null, TestPicture.Part(0xe1, [.. "http://ns.adobe.com/xap/1.0/\0"u8, .. Packet]))
        ).Found;

        Assert.Contains(new(HiddenKind.Person, "Ada Example"), found);
        Assert.Contains(new(HiddenKind.Person, "Sam Taylor"), found);
        Assert.Contains(new(HiddenKind.Text, "NHS [NHS number]"), found);
    }

    [Fact]
    public void Texts_of_a_PNG_file_are_found_also_where_they_are_packed()
    {
        var found = Read(
            TestPicture.Png(10, 10, TestPicture.Chunk("tEXt", "Comment\0Taken in room 4"u8.ToArray()), TestPicture.Bomb(64 * 1024))
        ).Found;

        Assert.Contains(new(HiddenKind.Text, "Taken in room 4"), found);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(6)]
    public void A_copy_is_turned_as_the_photo_is(int turn)
    {
        var file = PictureFile.Read(TestPicture.Jpeg(40, 30, TestPicture.Exif(turn)), new()).Value!;

        var found = HiddenDetailsReader.Read(file, Today);
        var copy = PictureFile.Read(file.Copy(found.Turn), new()).Value!;

        Assert.Equal((turn, turn), (found.Turn, HiddenDetailsReader.Read(copy, Today).Turn));
    }

    private static HiddenDetails Read(byte[] picture) => HiddenDetailsReader.Read(PictureFile.Read(picture, new()).Value!, Today);

    private static byte[] Bytes(string kind) =>
        kind switch
        {
            "jpeg" => TestPicture.Jpeg(400, 200, TestPicture.Exif()),
            "webp" => TestPicture.Webp(400, 200, TestPicture.Exif()),
            "heic" => TestPicture.Heic(400, 200, TestPicture.Exif()),
            _ => TestPicture.Png(400, 200, TestPicture.Chunk("eXIf", TestPicture.Exif())),
        };
}
