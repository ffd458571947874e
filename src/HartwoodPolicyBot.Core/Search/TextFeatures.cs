namespace HartwoodPolicyBot.Core.Search;

/// <summary>What the models that learn from texts do with the features of one text.</summary>
internal static class TextFeatures
{
    /// <summary>Returns features as a vector of length 1, so that a long text does not count for more.</summary>
    public static TextFeature[] Scaled(IEnumerable<TextFeature> features)
    {
        TextFeature[] scaled = [.. features];
        Scale(scaled);
        return scaled;
    }

    /// <summary>Makes features a vector of length 1, in place.</summary>
    public static void Scale(Span<TextFeature> features)
    {
        var square = 0f;
        foreach (var feature in features)
        {
            square += feature.Weight * feature.Weight;
        }

        var scale = 1 / MathF.Sqrt(MathF.Max(square, float.Epsilon));
        foreach (ref var feature in features)
        {
            feature = feature with { Weight = feature.Weight * scale };
        }
    }
}
