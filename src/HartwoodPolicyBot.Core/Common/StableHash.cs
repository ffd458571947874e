using System.Runtime.CompilerServices;

namespace HartwoodPolicyBot.Core.Common;

/// <summary>Hashes text with FNV-1a, 64 bits. Unlike string.GetHashCode, it gives the same result on every run and machine.</summary>
internal static class StableHash
{
    private const ulong Basis = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    /// <summary>Returns the hash of one or two texts.</summary>
    /// <param name="kind">Separates equal texts that mean different things.</param>
    /// <param name="first">The first text.</param>
    /// <param name="second">The second text. "ab" + "c" and "a" + "bc" have different hashes.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Of(char kind, ReadOnlySpan<char> first, ReadOnlySpan<char> second = default)
    {
        var hash = (Basis ^ kind) * Prime;
        foreach (var letter in first)
        {
            hash = (hash ^ letter) * Prime;
        }

        hash = (hash ^ '|') * Prime;
        foreach (var letter in second)
        {
            hash = (hash ^ letter) * Prime;
        }

        return hash;
    }
}
