using System.Runtime.CompilerServices;

namespace HartwoodPolicyBot.Core.Common;

/// <summary>FNV-1a, 64 bits: the same on every run and machine, which string.GetHashCode is not.</summary>
internal static class StableHash
{
    private const ulong Basis = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    /// <param name="kind">Keeps equal texts of different meaning apart.</param>
    /// <param name="first">The text.</param>
    /// <param name="second">A second text; the border between the two counts.</param>
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
