using System.Globalization;
using System.Xml.Linq;

namespace HartwoodPolicyBot.Core.Policies.Import.Word;

/// <summary>Knows what the characters of Word's symbol fonts mean. A character that it doesn't know is read as a bullet.</summary>
internal static class WordSymbols
{
    private const string Unknown = "\u2022";
    private const int PrivateUse = 0xF000;
    private const string Greek = "αβχδεφγηιϕκλμνοπθρστυϖωξψζ";

    private static readonly Dictionary<int, string> Symbol = new()
    {
        [0xA3] = "≤",
        [0xAC] = "←",
        [0xAE] = "→",
        [0xB0] = "°",
        [0xB1] = "±",
        [0xB3] = "≥",
        [0xB4] = "×",
        [0xB8] = "÷",
        [0xB9] = "≠",
        [0xBB] = "≈",
        [0xD2] = "®",
        [0xD3] = "©",
        [0xD4] = "™",
    };

    private static readonly Dictionary<int, string> Wingdings = new()
    {
        [0x6F] = "☐",
        [0x78] = "☒",
        [0xA8] = "☐",
        [0xE0] = "→",
        [0xFB] = "✗",
        [0xFC] = "✓",
        [0xFD] = "☒",
        [0xFE] = "☑",
    };

    public static string Of(XElement symbol)
    {
        if (!int.TryParse(symbol.Value("char"), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code))
        {
            return Unknown;
        }

        var place = code >= PrivateUse ? code - PrivateUse : code;
        var font = symbol.Value("font") ?? "";
        return font.Equals("Symbol", StringComparison.OrdinalIgnoreCase)
            ? place is >= 'a' and <= 'z'
                ? Greek[place - 'a'].ToString()
                : Symbol.GetValueOrDefault(place, Unknown)
            : font.StartsWith("Wingdings", StringComparison.OrdinalIgnoreCase)
                ? Wingdings.GetValueOrDefault(place, Unknown)
                : code is > 0x1F and < 0xD800
                    ? ((char)code).ToString()
                    : Unknown;
    }
}
