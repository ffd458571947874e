namespace HartwoodPolicyBot.Core.Common;

/// <summary>Represents the id of one stored record. Its type keeps the id of a question from being used as the id of an answer.</summary>
/// <typeparam name="TRecord">The type of the record.</typeparam>
public readonly record struct Id<TRecord>(Guid Value) : IFormattable
{
    /// <summary>Returns the id in Guid format, which stored keys and sent buttons use.</summary>
    public string ToString(string? format, IFormatProvider? formatProvider) => Value.ToString(format, formatProvider);

    public override string ToString() => Value.ToString();
}

/// <summary>Reads ids that arrive with a click on a card.</summary>
public static class Ids
{
    /// <summary>Returns the id in this text, or null when it holds none. Anybody can make up what arrives with a click.</summary>
    public static Id<TRecord>? Read<TRecord>(string? text) => Guid.TryParse(text, out var value) ? new(value) : null;
}
