using HartwoodPolicyBot.Core.Incidents;

namespace HartwoodPolicyBot.Tests.Incidents;

/// <summary>The bands of the five by five matrix, as in NPSA, "A risk matrix for risk managers", January 2008.</summary>
public sealed class RiskGradeTests
{
    [Theory]
    [InlineData(1, 1, "1, low (negligible × rare)")]
    [InlineData(3, 1, "3, low (moderate × rare)")]
    [InlineData(2, 2, "4, moderate (minor × unlikely)")]
    [InlineData(2, 3, "6, moderate (minor × possible)")]
    [InlineData(4, 2, "8, high (major × unlikely)")]
    [InlineData(3, 4, "12, high (moderate × likely)")]
    [InlineData(3, 5, "15, extreme (moderate × almost certain)")]
    [InlineData(5, 5, "25, extreme (catastrophic × almost certain)")]
    public void Each_score_is_in_the_band_that_its_source_gives_it(int consequence, int likelihood, string shown) =>
        Assert.Equal(shown, RiskGrade.Of(consequence, likelihood)?.ToString());

    [Theory]
    [InlineData(0, 3)]
    [InlineData(6, 3)]
    [InlineData(3, 0)]
    [InlineData(3, 6)]
    public void A_number_outside_the_matrix_is_no_grade(int consequence, int likelihood) =>
        Assert.Null(RiskGrade.Of(consequence, likelihood));
}
