namespace HartwoodPolicyBot.Core.Search;

/// <summary>
/// Leaves out a share of the features of a text, other ones each time. A model that learns so leans on many signs, and not on the few
/// words that one author uses.
/// </summary>
/// <param name="share">The share that is left out, from 0 to 1.</param>
/// <param name="random">Chooses which.</param>
internal sealed class FeaturesLeftOut(float share, Random random)
{
    private TextFeature[] kept = [];

    /// <summary>Returns those that are left, as a vector of length 1. They hold until it is called again.</summary>
    public ReadOnlySpan<TextFeature> From(ReadOnlySpan<TextFeature> features)
    {
        if (kept.Length < features.Length)
        {
            kept = new TextFeature[2 * features.Length];
        }

        var salt = (uint)random.Next();
        var least = (uint)(share * uint.MaxValue);
        var count = 0;
        foreach (var feature in features)
        {
            // Written in any case and kept by moving on: which ones stay can't be foreseen, so a jump would cost more.
            kept[count] = feature;
            count += Mixed((uint)feature.Number, salt) >= least ? 1 : 0;
        }

        var left = kept.AsSpan(0, count);
        TextFeatures.Scale(left);
        return left;
    }

    /// <summary>Returns a number that looks random but is the same for every place of a feature in an example.</summary>
    private static uint Mixed(uint number, uint salt)
    {
        var mixed = ((number * 2654435761) ^ salt) * 2246822519;
        return (mixed ^ (mixed >> 15)) * 3266489917;
    }
}
