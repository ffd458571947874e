namespace HartwoodPolicyBot.Core.Common;

/// <summary>
/// Says who somebody is: Entra's object id, or Teams' own id where Entra has none. Teams may write one id in capitals or in
/// small letters, so ids that differ only in that are one person.
/// </summary>
public readonly record struct PersonId
{
    private readonly string? given;
    private readonly string? value;

    private PersonId(string given) => (this.given, value) = (given, given.ToLowerInvariant());

    /// <summary>The id in lower case, as nearly every table, key and place has it.</summary>
    public string Value => value ?? "";

    /// <summary>The id as Teams gave it. Incidents and refused attempts are stored with this form, so their rows are found by it.</summary>
    public string Given => given ?? "";

    /// <summary>Returns the id that Teams, the configuration or a stored row gives.</summary>
    public static PersonId Of(string id) => new(id);

    /// <summary>Reads an id that came with a click, so anybody may have made it up; false when there is none.</summary>
    public static bool TryParse(string? text, out PersonId id)
    {
        id = new(text ?? "");
        return id.Value.Length > 0;
    }

    public bool Equals(PersonId other) => Value == other.Value;

    public override int GetHashCode() => Value.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Value;
}
