using HartwoodPolicyBot.Core.Common;

namespace HartwoodPolicyBot.Tests.Common;

public sealed class PersonIdTests
{
    [Fact]
    public void Ids_that_differ_only_in_capitals_belong_to_one_person()
    {
        var (first, second) = (PersonId.Of("1B2C-Ab"), PersonId.Of("1b2c-aB"));

        Assert.Equal(first, second);
        Assert.Equal(first.GetHashCode(), second.GetHashCode());
        Assert.Equal(("1b2c-ab", "1B2C-Ab", "1b2c-ab"), (first.Value, first.Given, $"{first}"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void A_click_without_an_id_has_no_person(string? text) => Assert.False(PersonId.TryParse(text, out _));

    [Fact]
    public void An_id_is_written_into_keys_and_buttons_in_the_format_of_a_Guid()
    {
        var value = Guid.NewGuid();
        var id = new Id<PersonIdTests>(value);

        Assert.Equal(($"{value}", $"{value:N}"), ($"{id}", $"{id:N}"));
        Assert.Equal(id, Ids.Read<PersonIdTests>($"{value:N}"));
        Assert.Null(Ids.Read<PersonIdTests>("incident"));
    }
}
