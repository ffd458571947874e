using System.Numerics;
using System.Runtime.CompilerServices;

namespace HartwoodPolicyBot.Core.Policies.Questions;

/// <summary>
/// Multinomial logistic regression on sparse features, trained by stochastic gradient descent with a falling rate. The order
/// of the examples is fixed, so every run gives the same weights.
/// </summary>
internal sealed class LinearModel
{
    private const int Seed = 1;
    private readonly int classes;
    private readonly int width;
    private readonly float[] weights;
    private readonly int bias;

    public LinearModel(IReadOnlyList<Example> examples, int features, int classes, TrainingSettings settings)
    {
        this.classes = classes;
        var lanes = Vector<float>.Count;
        width = (classes + lanes - 1) / lanes * lanes;
        bias = features * width;
        weights = new float[bias + width];
        Train(examples, settings);
    }

    /// <summary>The probability of each class; they add up to 1.</summary>
    public float[] Classify((int Number, float Weight)[] features)
    {
        var scores = new float[width];
        Score(features, scores);
        Softmax(scores);
        return scores[..classes];
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Train(IReadOnlyList<Example> examples, TrainingSettings settings)
    {
        var scores = new float[width];
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
                Score(example.Features, scores);
                Softmax(scores);
                scores[example.Class] -= 1;
                var rate = settings.Rate * (1 - (steps++ / all));
                foreach (var (feature, weight) in example.Features)
                {
                    Step(feature * width, rate * weight, rate * settings.Decay, scores);
                }

                Step(bias, rate * 0.01f, 0, scores);
            }
        }
    }

    /// <summary>One step down the slope for the weights of one feature, all classes at once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Step(int at, float rate, float decay, float[] error)
    {
        var keep = 1 - decay;
        for (var lane = 0; lane < width; lane += Vector<float>.Count)
        {
            ((new Vector<float>(weights, at + lane) * keep) - (new Vector<float>(error, lane) * rate)).CopyTo(weights, at + lane);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Score((int Number, float Weight)[] features, float[] scores)
    {
        Array.Copy(weights, bias, scores, 0, width);
        foreach (var (feature, weight) in features)
        {
            var at = feature * width;
            for (var lane = 0; lane < width; lane += Vector<float>.Count)
            {
                (new Vector<float>(scores, lane) + (new Vector<float>(weights, at + lane) * weight)).CopyTo(scores, lane);
            }
        }
    }

    private void Softmax(float[] scores)
    {
        var highest = scores[0];
        for (var number = 1; number < classes; number++)
        {
            highest = MathF.Max(highest, scores[number]);
        }

        var sum = 0f;
        for (var number = 0; number < classes; number++)
        {
            scores[number] = MathF.Exp(scores[number] - highest);
            sum += scores[number];
        }

        for (var number = 0; number < width; number++)
        {
            scores[number] = number < classes ? scores[number] / sum : 0;
        }
    }
}

/// <summary>A phrasing as the model sees it, and the number of its class.</summary>
internal sealed record Example((int Number, float Weight)[] Features, int Class);

/// <summary>How the models are trained; found by cross-validation over the bank.</summary>
public sealed record TrainingSettings(int Passes = 4, float Rate = 2f, float Decay = 1e-5f);
