using System.Numerics;
using System.Runtime.CompilerServices;

namespace HartwoodPolicyBot.Core.Search;

/// <summary>
/// Two logistic regressions over the same sparse features, in one table of weights: a multinomial one for the class of a
/// text, and a binary one for whether it is one of the first classes. They are trained by stochastic gradient descent with
/// a falling rate. The order of the examples is fixed, so every run gives the same weights.
/// </summary>
internal sealed class LinearModel
{
    private const int Seed = 1;
    private const float BiasWeight = 0.01f;
    private readonly int classes;
    private readonly int width;
    private readonly int bias;
    private readonly float[] weights;

    /// <summary>Trains the model.</summary>
    /// <param name="examples">Features, each with the number of its class.</param>
    /// <param name="features">How many features there are.</param>
    /// <param name="covered">How many of the first classes count as yes for the binary regression.</param>
    /// <param name="classes">How many classes there are.</param>
    /// <param name="settings">Settings for training.</param>
    public LinearModel(IReadOnlyList<TrainingExample> examples, int features, int covered, int classes, EngineSettings settings)
    {
        this.classes = classes;
        var lanes = Vector<float>.Count;
        width = (classes + 1 + lanes - 1) / lanes * lanes;
        bias = features * width;
        weights = new float[bias + width];
        Train(examples, covered, settings);
    }

    /// <summary>Returns the probability of each class, which add up to 1, and the probability of a yes.</summary>
    public (float[] Classes, float Yes) Classify(QuestionFeature[] features)
    {
        var scores = new float[width];
        Score(features, scores);
        Normalise(scores);
        return (scores[..classes], scores[classes]);
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
                Normalise(errors);
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

    /// <summary>
    /// Turns scores into probabilities: softmax over the classes, logistic for the yes, and 0 in the unused lanes of the
    /// vectors.
    /// </summary>
    private void Normalise(float[] scores)
    {
        var highest = scores.AsSpan(0, classes)[0];
        foreach (var score in scores.AsSpan(0, classes))
        {
            highest = MathF.Max(highest, score);
        }

        var sum = 0f;
        foreach (ref var score in scores.AsSpan(0, classes))
        {
            score = MathF.Exp(score - highest);
            sum += score;
        }

        foreach (ref var score in scores.AsSpan(0, classes))
        {
            score /= sum;
        }

        scores[classes] = 1 / (1 + MathF.Exp(-scores[classes]));
        scores.AsSpan(classes + 1).Clear();
    }
}

/// <summary>A phrasing as features, and the number of its class.</summary>
internal sealed record TrainingExample(QuestionFeature[] Features, int Class);
