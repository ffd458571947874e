using System.Numerics;
using System.Runtime.CompilerServices;

namespace HartwoodPolicyBot.Core.Search;

/// <summary>
/// Holds two logistic regressions over the same sparse features, in one table of weights: a multinomial one for the class of a text,
/// and a binary one for whether it is one of the first classes. <see cref="LinearTraining"/> learns the weights; here they are whole
/// numbers of 16 bits, which take half the memory. On the 1,735 measured questions this changed no section, no intent and no refusal,
/// and the probability that a policy covers a question by 0.0001 at most.
/// </summary>
internal sealed class LinearModel
{
    private readonly int classes;
    private readonly int width;
    private readonly int bias;
    private readonly short[] weights;

    /// <summary>The weight that one unit stands for.</summary>
    private readonly float unit;

    /// <summary>Rounds learned weights.</summary>
    /// <param name="classes">How many classes there are.</param>
    /// <param name="width">How many weights each feature has; the last feature is the bias.</param>
    /// <param name="learned">The weights, feature by feature: of each class, of the yes, and unused ones up to the width.</param>
    public LinearModel(int classes, int width, ReadOnlySpan<float> learned)
    {
        this.classes = classes;
        this.width = WidthOf(classes);
        var features = learned.Length / width;
        bias = (features - 1) * this.width;
        weights = new short[features * this.width];
        var largest = 0f;
        foreach (var weight in learned)
        {
            largest = MathF.Max(largest, MathF.Abs(weight));
        }

        unit = MathF.Max(largest, float.Epsilon) / short.MaxValue;
        for (var feature = 0; feature < features; feature++)
        {
            for (var number = 0; number <= classes; number++)
            {
                weights[(feature * this.width) + number] = (short)MathF.Round(learned[(feature * width) + number] / unit);
            }
        }
    }

    private LinearModel(int classes, float unit, short[] weights)
    {
        this.classes = classes;
        this.unit = unit;
        this.weights = weights;
        width = WidthOf(classes);
        bias = weights.Length - width;
    }

    /// <summary>How many classes there are.</summary>
    public int Classes => classes;

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static LinearModel Read(LearnedReader from)
    {
        var count = from.Count();
        var ofOne = from.Weight();
        var lanes = from.Count();
        var learned = from.Array<short>();
        return lanes == WidthOf(count)
            ? new(count, ofOne, learned)
            : throw new InvalidDataException("Another processor's vectors have another length.");
    }

    public void Write(LearnedWriter to)
    {
        to.Count(classes);
        to.Weight(unit);
        to.Count(width);
        to.Array<short>(weights);
    }

    /// <summary>Returns the probability of each class, which add up to 1, and the probability of a yes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public (float[] Classes, float Yes) Classify(ReadOnlySpan<TextFeature> features)
    {
        Span<float> scores = stackalloc float[width];
        for (var lane = 0; lane < width; lane += Vector<short>.Count)
        {
            // All features for a few classes at a time, so that their scores stay in registers.
            var (low, high) = Weights(bias + lane);
            foreach (var feature in features)
            {
                var (nextLow, nextHigh) = Weights((feature.Number * width) + lane);
                low += nextLow * feature.Weight;
                high += nextHigh * feature.Weight;
            }

            low.CopyTo(scores[lane..]);
            high.CopyTo(scores[(lane + Vector<float>.Count)..]);
        }

        foreach (ref var score in scores)
        {
            score *= unit;
        }

        Logistic.Normalise(scores, classes);
        return (scores[..classes].ToArray(), scores[classes]);
    }

    /// <summary>Returns how much a feature adds to the score of a class, or of the yes, which comes after the classes.</summary>
    public float Part(TextFeature feature, int ofClass) => weights[(feature.Number * width) + ofClass] * unit * feature.Weight;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private (Vector<float> Low, Vector<float> High) Weights(int at)
    {
        Vector.Widen(new Vector<short>(weights, at), out var low, out var high);
        return (Vector.ConvertToSingle(low), Vector.ConvertToSingle(high));
    }

    private static int WidthOf(int classes) => (classes + Vector<short>.Count) / Vector<short>.Count * Vector<short>.Count;
}
