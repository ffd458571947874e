using HartwoodPolicyBot.Core.Policies;
using HartwoodPolicyBot.Core.Search;

namespace HartwoodPolicyBot.Benchmarks.Quality;

/// <summary>Makes the engine of the shipped policy and its phrasings, as a new installation has it.</summary>
internal static class ShippedEngine
{
    public static SectionRanker Load()
    {
        var content = Path.Combine(AppContext.BaseDirectory, "Content");
        var library = PolicyLibrary.Load(Path.Combine(content, "Policies"));
        return new(
            library,
            PhrasingBank.Load(Path.Combine(content, "Phrasings"), library, Path.Combine(content, "About-the-bot")),
            Lexicon.Load(Path.Combine(content, "lexicon.txt")),
            new EngineSettings()
        );
    }
}
