using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace HartwoodPolicyBot.Core.Storage;

/// <summary>
/// Stores times as UTC DateTime values, which both databases can compare and order. SQLite can't do that with an offset.
/// </summary>
internal sealed class UtcConverter()
    : ValueConverter<DateTimeOffset, DateTime>(
        time => time.UtcDateTime,
        stored => new DateTimeOffset(DateTime.SpecifyKind(stored, DateTimeKind.Utc))
    );
