namespace HartwoodPolicyBot.Core.Search;

/// <summary>
/// How the engine learns and weighs; found by cross-validation over the bank. The benchmark leaves parts out, one by one.
/// </summary>
/// <param name="Passes">How often the classifier goes through the bank.</param>
/// <param name="Rate">How far it steps at first.</param>
/// <param name="WordsWeight">How much the search by words counts beside the classifier in ranking, from 0 to 1.</param>
/// <param name="MatchWeight">How much a match of words adds to the classifier's word that a policy answers.</param>
/// <param name="CorrectsSpelling">Reads a misspelt word as the known one that is a slip away.</param>
public sealed record EngineSettings(
    int Passes = 3,
    float Rate = 2f,
    float WordsWeight = 0.2f,
    float MatchWeight = 0.5f,
    bool CorrectsSpelling = true
);
