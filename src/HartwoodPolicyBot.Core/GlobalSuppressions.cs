using System.Diagnostics.CodeAnalysis;

// The reading of files follows in the next delivery, and brings its own; then this file goes.
[assembly: SuppressMessage(
    "Performance",
    "CA1822",
    Scope = "namespaceanddescendants",
    Target = "~N:HartwoodPolicyBot.Core.Policies.Import"
)]
[assembly: SuppressMessage("Security", "MA0023", Scope = "namespaceanddescendants", Target = "~N:HartwoodPolicyBot.Core.Policies.Import")]
