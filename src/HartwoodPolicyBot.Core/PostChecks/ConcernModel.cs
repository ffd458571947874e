using System.Numerics;
using System.Runtime.CompilerServices;

namespace HartwoodPolicyBot.Core.PostChecks;

/// <summary>
/// Logistic regressions over the same sparse features, one for each concern and one for whether there is any, in one table of
/// weights. Unlike the search's model, a text can have several concerns at once. The order of the examples is fixed, so every run
/// gives the same weights.
/// </summary>
internal sealed class ConcernModel
{
    private const int Seed = 1;
    private const float BiasWeight = 0.05f;
    private readonly int width;
    private readonly int bias;
    private readonly float[] weights;

    /// <summary>Trains the model.</summary>
    /// <param name="examples">Features, each with the classes that they have.</param>
    /// <param name="features">How many features there are.</param>
    /// <param name="classes">How many classes there are.</param>
    /// <param name="passes">How many times it goes through the examples.</param>
    /// <param name="rate">The learning rate at the start.</param>
    public ConcernModel(IReadOnlyList<ConcernExample> examples, int features, int classes, int passes, float rate)
    {
        var lanes = Vector<float>.Count;
        width = (classes + lanes - 1) / lanes * lanes;
        bias = features * width;
        weights = new float[bias + width];
        Train(examples, passes, rate);
    }

    /// <summary>Returns the probability of each class.</summary>
    public float[] Classify(DraftFeature[] features)
    {
        var scores = new float[width];
        Score(features, scores);
        return scores;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Train(IReadOnlyList<ConcernExample> examples, int passes, float rate)
    {
        var errors = new float[width];
        var order = Enumerable.Range(0, examples.Count).ToArray();
        var random = new Random(Seed);
        var steps = 0;
        var all = (float)passes * examples.Count;
        for (var pass = 0; pass < passes; pass++)
        {
            random.Shuffle(order);
            foreach (var number in order)
            {
                var example = examples[number];
                Score(example.Features, errors);
                foreach (var has in example.Classes)
                {
                    errors[has] -= 1;
                }

                var step = rate * (1 - (steps++ / all));
                foreach (var feature in example.Features)
                {
                    Step(feature.Number * width, step * feature.Weight, errors);
                }

                Step(bias, step * BiasWeight, errors);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Step(int at, float rate, float[] errors)
    {
        for (var lane = 0; lane < width; lane += Vector<float>.Count)
        {
            (new Vector<float>(weights, at + lane) - (new Vector<float>(errors, lane) * rate)).CopyTo(weights, at + lane);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Score(DraftFeature[] features, float[] scores)
    {
        Array.Copy(weights, bias, scores, 0, width);
        foreach (var feature in features)
        {
            var at = feature.Number * width;
            for (var lane = 0; lane < width; lane += Vector<float>.Count)
            {
                (new Vector<float>(scores, lane) + (new Vector<float>(weights, at + lane) * feature.Weight)).CopyTo(scores, lane);
            }
        }

        foreach (ref var score in scores.AsSpan())
        {
            score = 1 / (1 + MathF.Exp(-score));
        }
    }
}

/// <summary>A text as features, and the numbers of its classes.</summary>
internal sealed record ConcernExample(DraftFeature[] Features, IReadOnlyList<int> Classes);
