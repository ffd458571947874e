namespace HartwoodPolicyBot.Core.Search;

/// <summary>What the models that learn from texts do with the features of one text.</summary>
internal static class TextFeatures
{
    /// <summary>Returns features as a vector of length 1, so that a long text does not count for more.</summary>
    public static TextFeature[] Scaled(TextFeature[] features)
    {
        var square = 0f;
        foreach (var feature in features)
        {
            square += feature.Weight * feature.Weight;
        }

        var scale = 1 / MathF.Sqrt(MathF.Max(square, float.Epsilon));
        return Array.ConvertAll(features, feature => feature with { Weight = feature.Weight * scale });
    }

    /// <summary>
    /// Returns features without a share of them, other ones each time, as a vector of length 1. A model that learns so leans on many
    /// signs, and not on the few words that one author uses.
    /// </summary>
    public static TextFeature[] WithSomeLeftOut(TextFeature[] features, float share, Random random)
    {
        if (share == 0)
        {
            return features;
        }

        var salt = (uint)random.Next();
        var least = (uint)(share * uint.MaxValue);
        return Scaled(Array.FindAll(features, feature => Mixed((uint)feature.Number, salt) >= least));
    }

    /// <summary>Returns a number that looks random but is the same for every place of a feature in an example.</summary>
    private static uint Mixed(uint number, uint salt)
    {
        var mixed = ((number * 2654435761) ^ salt) * 2246822519;
        return (mixed ^ (mixed >> 15)) * 3266489917;
    }
}
