using HartwoodPolicyBot.Core.Common;
using HartwoodPolicyBot.Core.Incidents;

namespace HartwoodPolicyBot.Tests.Common;

/// <summary>Codes that people were given, and hashes that are stored, stay valid.</summary>
public sealed class CodesTests
{
    [Fact]
    public void One_form_always_gives_the_same_follow_up_code_and_hash()
    {
        var form = Guid.Parse("0123456789abcdef0123456789abcdef");

        Assert.Equal("V5SS-9CZ5-XKVM", EarlierFollowUpCode.Of(form));
        Assert.Equal("F29C1FC61AD653A4FCB54A4F67A4AF633E67F3281D71CAF9B64BBF48E5244054", EarlierFollowUpCode.Hash("v5ss 9cz5 xkvm"));
    }

    [Fact]
    public void The_hash_of_a_secret_equals_the_stored_one() =>
        Assert.Equal("2BB80D537B1DA3E38BD30361AA855686BDE0EACD7162FEF6A25FE97BF527A25B", Codes.Hash("secret"));

    [Theory]
    [InlineData("ABCD-EFGH-JKMN", "ABCD-EFGH-JKMN")]
    [InlineData(" abcd efgh jkmn.", "ABCD-EFGH-JKMN")]
    [InlineData("abcd-efgh-jkm", null)]
    public void A_code_is_recognised_in_any_case_and_spacing(string typed, string? code) => Assert.Equal(code, Codes.Read(typed));

    [Fact]
    public void New_codes_and_secrets_differ_and_have_the_form_that_is_stored()
    {
        Assert.Matches("^[A-HJKMNP-TV-Z2-9]{4}(-[A-HJKMNP-TV-Z2-9]{4}){2}$", Codes.New());
        Assert.Matches("^[0-9a-f]{64}$", Codes.NewSecret());
        Assert.NotEqual(Codes.New(), Codes.New());
        Assert.NotEqual(Codes.NewSecret(), Codes.NewSecret());
    }

    [Theory]
    [InlineData("AB", "AB", true)]
    [InlineData("AB", "AC", false)]
    [InlineData("AB", "ABC", false)]
    public void Hashes_are_compared_in_full(string hash, string other, bool same) => Assert.Equal(same, Codes.AreSame(hash, other));
}
