namespace HartwoodPolicyBot.Core.Search;

/// <summary>
/// Names something in a question that spoke for or against an answer, so that an error can be followed to the phrasings.
/// </summary>
/// <param name="Name">
/// What it is: a word's stem, "two stems" that follow each other, "two … stems" with one word between them, "-part-" of a word, or
/// "@concept". A "|" is the end of the question.
/// </param>
/// <param name="Weight">How much it spoke for the answer; below 0 it spoke against it. The weights of one question can be compared.</param>
public sealed record DecidingFeature(string Name, float Weight)
{
    public override string ToString() => FormattableString.Invariant($"{Name} {Weight:+0.00;-0.00}");
}
