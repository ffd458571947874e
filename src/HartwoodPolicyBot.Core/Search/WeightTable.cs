using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace HartwoodPolicyBot.Core.Search;

/// <summary>
/// Holds the weights of linear models that learn together from the same sparse features: feature by feature one weight for each
/// model, and last the bias. They learn by stochastic gradient descent with a falling rate. The order of the examples is fixed, so
/// every run gives the same weights.
/// </summary>
internal sealed class WeightTable
{
    private readonly int bias;
    private readonly float[] weights;

    public WeightTable(int features, int models)
    {
        var lanes = Vector<float>.Count;
        Width = (models + lanes - 1) / lanes * lanes;
        bias = features * Width;
        weights = new float[bias + Width];
    }

    /// <summary>How many weights each feature has: one for each model, and unused ones to fill the last vector.</summary>
    public int Width { get; }

    /// <summary>Returns the weights, feature by feature: one for each model, and unused ones up to the width; last the bias.</summary>
    public ReadOnlySpan<float> Weights => weights;

    /// <summary>Goes through the examples in several passes, and moves the weights against the errors.</summary>
    /// <param name="examples">The examples.</param>
    /// <param name="featuresOf">Returns the features of an example.</param>
    /// <param name="toErrors">Turns the scores of an example into the errors of the models, in place.</param>
    /// <param name="passes">How many times it goes through the examples.</param>
    /// <param name="rate">The learning rate at the start.</param>
    /// <param name="biasWeight">The weight of the bias beside a feature.</param>
    /// <param name="seed">Which of the many orders of the examples it takes.</param>
    /// <param name="stopped">Stops it before the next pass.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Learn<T>(
        IReadOnlyList<T> examples,
        Func<T, ReadOnlySpan<TextFeature>> featuresOf,
        Action<T, float[]> toErrors,
        int passes,
        float rate,
        float biasWeight,
        int seed = 1,
        CancellationToken stopped = default
    )
    {
        var errors = new float[Width];
        var order = Enumerable.Range(0, examples.Count).ToArray();
        var random = new Random(seed);
        var steps = 0;
        var all = (float)passes * examples.Count;
        for (var pass = 0; pass < passes; pass++)
        {
            stopped.ThrowIfCancellationRequested();
            random.Shuffle(order);
            foreach (var number in order)
            {
                var example = examples[number];
                var features = featuresOf(example);
                Score(features, errors);
                toErrors(example, errors);
                var falling = rate * (1 - (steps++ / all));
                Step(features, errors, falling);
                Step(bias, falling * biasWeight, errors);
            }
        }
    }

    /// <summary>
    /// Adds a share of the weights of a table that learned the same in another order. The mean of several depends less on what each
    /// happened to see last.
    /// </summary>
    public void Add(WeightTable other, float share)
    {
        for (var at = 0; at < weights.Length; at++)
        {
            weights[at] += share * other.weights[at];
        }
    }

    /// <summary>Writes the score of each model.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Score(ReadOnlySpan<TextFeature> features, float[] scores)
    {
        for (var lane = 0; lane < Width; lane += Vector<float>.Count)
        {
            var sum = new Vector<float>(weights, bias + lane);
            foreach (var feature in features)
            {
                sum += new Vector<float>(weights, (feature.Number * Width) + lane) * feature.Weight;
            }

            sum.CopyTo(scores, lane);
        }
    }

    /// <summary>Moves the weights of each feature by one gradient step, for all models at once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Step(ReadOnlySpan<TextFeature> features, float[] errors, float rate)
    {
        foreach (var feature in features)
        {
            Step(feature.Number * Width, rate * feature.Weight, errors);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Step(int at, float rate, float[] errors)
    {
        for (var lane = 0; lane < Width; lane += Vector<float>.Count)
        {
            (new Vector<float>(weights, at + lane) - (new Vector<float>(errors, lane) * rate)).CopyTo(weights, at + lane);
        }
    }
}

/// <summary>Represents a feature's number, and its weight.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct TextFeature(int Number, float Weight);
