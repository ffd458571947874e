namespace HartwoodPolicyBot.Core.Common;

/// <summary>The id of one stored record, so that the id of a question can't be taken for the id of an answer.</summary>
/// <typeparam name="TRecord">Whose id it is.</typeparam>
public readonly record struct Id<TRecord>(Guid Value) : IFormattable
{
    /// <summary>Writes it as a Guid is written: stored keys and sent buttons have that form.</summary>
    public string ToString(string? format, IFormatProvider? formatProvider) => Value.ToString(format, formatProvider);

    public override string ToString() => Value.ToString();
}

/// <summary>Reads the ids that come with a click.</summary>
public static class Ids
{
    /// <summary>Returns the id in this text, or null: what comes with a click may be made up by anybody.</summary>
    public static Id<TRecord>? Read<TRecord>(string? text) => Guid.TryParse(text, out var value) ? new(value) : null;
}
