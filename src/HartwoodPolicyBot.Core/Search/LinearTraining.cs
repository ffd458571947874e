using System.Numerics;
using System.Runtime.CompilerServices;

namespace HartwoodPolicyBot.Core.Search;

/// <summary>
/// Learns the weights of a <see cref="LinearModel"/> by stochastic gradient descent with a falling rate. The order of the
/// examples is fixed, so every run gives the same weights.
/// </summary>
internal sealed class LinearTraining
{
    private const int Seed = 1;
    private const float BiasWeight = 0.01f;
    private readonly int classes;
    private readonly int width;
    private readonly int bias;
    private readonly float[] weights;

    private LinearTraining(int features, int classes)
    {
        this.classes = classes;
        var lanes = Vector<float>.Count;
        width = (classes + 1 + lanes - 1) / lanes * lanes;
        bias = features * width;
        weights = new float[bias + width];
    }

    /// <summary>Learns a model.</summary>
    /// <param name="examples">Features, each with the number of its class.</param>
    /// <param name="features">How many features there are.</param>
    /// <param name="covered">How many of the first classes count as yes for the binary regression.</param>
    /// <param name="classes">How many classes there are.</param>
    /// <param name="settings">Settings for training.</param>
    public static LinearModel Learn(
        IReadOnlyList<TrainingExample> examples,
        int features,
        int covered,
        int classes,
        EngineSettings settings
    )
    {
        var training = new LinearTraining(features, classes);
        training.Train(examples, covered, settings);
        return new LinearModel(classes, training.width, training.weights);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Train(IReadOnlyList<TrainingExample> examples, int covered, EngineSettings settings)
    {
        var errors = new float[width];
        var order = Enumerable.Range(0, examples.Count).ToArray();
        var random = new Random(Seed);
        var steps = 0;
        var all = (float)settings.Passes * examples.Count;
        for (var pass = 0; pass < settings.Passes; pass++)
        {
            random.Shuffle(order);
            foreach (var number in order)
            {
                var example = examples[number];
                Score(example.Features, errors);
                Logistic.Normalise(errors, classes);
                errors[example.Class] -= 1;
                errors[classes] -= example.Class < covered ? 1 : 0;
                var rate = settings.Rate * (1 - (steps++ / all));
                foreach (var feature in example.Features)
                {
                    Step(feature.Number * width, rate * feature.Weight, errors);
                }

                Step(bias, rate * BiasWeight, errors);
            }
        }
    }

    /// <summary>Moves the weights of one feature by one gradient step, for all classes at once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Step(int at, float rate, float[] errors)
    {
        for (var lane = 0; lane < width; lane += Vector<float>.Count)
        {
            (new Vector<float>(weights, at + lane) - (new Vector<float>(errors, lane) * rate)).CopyTo(weights, at + lane);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Score(QuestionFeature[] features, float[] scores)
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
    }
}

/// <summary>A phrasing as features, and the number of its class.</summary>
internal sealed record TrainingExample(QuestionFeature[] Features, int Class);
