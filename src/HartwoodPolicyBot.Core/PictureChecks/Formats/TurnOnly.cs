namespace HartwoodPolicyBot.Core.PictureChecks.Formats;

/// <summary>
/// Makes details that say nothing but how a picture is turned. Phones store photos as the sensor saw them, so a copy without this
/// would lie on its side.
/// </summary>
/// <remarks>Source: Exif 2.32, "Orientation": 1 is upright, 2 to 8 are turned or mirrored.</remarks>
internal static class TurnOnly
{
    public const int Upright = 1;
    public const int Last = 8;
    public const int ExifLength = 32;

    /// <summary>Returns the details as they stand in a JPEG file.</summary>
    public static byte[] Exif(int turn) => [.. "Exif\0\0"u8, .. Tiff(turn)];

    /// <summary>Returns the details as they stand in a WebP file.</summary>
    public static byte[] Tiff(int turn) =>
        [
            .. "MM\0*"u8,
            .. (ReadOnlySpan<byte>)[0, 0, 0, 8, 0, 1],
            .. (ReadOnlySpan<byte>)[0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)turn, 0, 0],
            .. (ReadOnlySpan<byte>)[0, 0, 0, 0],
        ];
}
