using HartwoodPolicyBot.Core.Common;

namespace HartwoodPolicyBot.Tests.Common;

/// <summary>
/// Patient identifiers are masked. Numbers come from published test ranges: NHS 999 000 0000 to 999 999 9999, phones 07700 900000 to
/// 900999.
/// </summary>
public sealed class PatientIdentifiersTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Theory]
    [InlineData("patient 999 000 0018 rang", "patient [NHS number] rang")]
    [InlineData("999-000-0018", "[NHS number]")]
    [InlineData("9990000018", "[NHS number]")]
    [InlineData("999 123 4560 has no valid check digit", "[NHS number] has no valid check digit")]
    [InlineData("NHS no: 9991234560", "NHS no: [NHS number]")]
    [InlineData("her nhs number is 999 12 34560", "her nhs number is [NHS number]")]
    [InlineData("ring 07700 900123", "ring [phone number]")]
    [InlineData("ring +44 7700 900123 or 0044 7700900123", "ring [phone number] or [phone number]")]
    [InlineData("ring +44 (0)7700 900123", "ring [phone number]")]
    [InlineData("(0113) 496 0000", "[phone number]")]
    [InlineData("+44-7700-900123 or 07700.900.123", "[phone number] or [phone number]")]
    [InlineData("٩٩٩ ٠٠٠ ٠٠١٨ and ９９９ ０００ ００１８", "[NHS number] and [NHS number]")]
    [InlineData("@ ٠١/٠٢/١٩٨٠", "@ [date of birth]")]
    [InlineData("lives at LS1 4AP", "lives at [postcode]")]
    [InlineData("sw1a1aa and zz99 3vz", "[postcode] and [postcode]")]
    [InlineData("dob 12/03/2021", "dob [date of birth]")]
    [InlineData("born on 3rd March 2021, a boy", "born on [date of birth], a boy")]
    [InlineData("D.O.B.: 2021-03-12", "D.O.B.: [date of birth]")]
    [InlineData("it says 12/03/1956 on the screen", "it says [date of birth] on the screen")]
    [InlineData("5 May 1948", "[date of birth]")]
    [InlineData("write to pat.smith+x@example.co.uk please", "write to [email] please")]
    [InlineData("mailto:pat@example.com", "mailto:[email]")]
    [InlineData("https://example.com/a,pat@example.com", "https://example.com/a,[email]")]
    [InlineData("(https://example.com/19:x@thread.skype/1)pat@example.com", "(https://example.com/19:x@thread.skype/1)[email]")]
    public void Patient_identifiers_are_masked(string text, string masked) => Assert.Equal(masked, PatientIdentifiers.Mask(text, Today));

    [Theory]
    [InlineData("order number 1234567891")]
    [InlineData("extension 4021, room 12")]
    [InlineData("the meeting on 12/11/2026 at 10.30")]
    [InlineData("since 5 May 2024 we have the policy")]
    [InlineData("our 24/7 line, 2.5 km, version 3.1.2")]
    [InlineData("see section 4 of A4 page 12")]
    [InlineData("the post got 1,250,000 views")]
    [InlineData("@hartwood on insta, #nhs75")]
    [InlineData("NHS 75 was in 2023")]
    [InlineData("https://teams.microsoft.com/l/message/19:6decf54d86d945e4b3924b63a9161a78@thread.skype/1611060744833")]
    [InlineData("see HTTPS://example.com/@hartwood@mastodon.example and http://example.com/~x@y.z?a=b, both")]
    public void Innocent_text_is_left_alone(string text) => Assert.Equal(text, PatientIdentifiers.Mask(text, Today));

    [Theory]
    [InlineData("seen 12{0}March{0}1956 at home", "date of birth")]
    [InlineData("seen 12 /{0}03 /{0}1956 at home", "date of birth")]
    [InlineData("born{0}on 12 March 1956", "date of birth")]
    [InlineData("NHS no{0}is{0}999 123 4560 x", "NHS number")]
    public void No_gap_is_wide_enough_to_hide_an_identifier(string text, string kind) =>
        Assert.Contains(
            $"[{kind}]",
            PatientIdentifiers.Mask(text.Replace("{0}", new string(' ', 300), StringComparison.Ordinal), Today),
            StringComparison.Ordinal
        );

    [Fact]
    public void A_link_as_long_as_a_message_is_read_once()
    {
        var link = "https://example.com/" + string.Concat(Enumerable.Repeat("a.b@c.d/", 12_000));

        Assert.Equal(link, PatientIdentifiers.Mask(link, Today));
    }

    [Theory]
    [InlineData("999 000 0018", true)]
    [InlineData("9434765919", true)]
    [InlineData("999 123 4560", false)]
    [InlineData("943 476 5918", false)]
    [InlineData("12345", false)]
    public void The_check_digit_is_modulus_eleven(string number, bool valid) =>
        Assert.Equal(valid, PatientIdentifiers.HasNhsCheckDigit(number));

    [Fact]
    public void Masking_long_and_hostile_text_is_fast()
    {
        var text = string.Concat(Enumerable.Repeat("0 1 (0) - 12/3 a@ NHS no ", 4_000));

        // A pattern that backtracks without end would reach its time limit and throw.
        Assert.NotEmpty(PatientIdentifiers.Mask(text, Today));
    }
}
