namespace HartwoodPolicyBot.Core.Common;

/// <summary>
/// Identifies a person: Entra's object id, or Teams' own id where Entra has none. Ids that differ only in case are the same
/// person, because Teams may write one id in either.
/// </summary>
public readonly record struct PersonId
{
    private readonly string? given;
    private readonly string? value;

    private PersonId(string given) => (this.given, value) = (given, given.ToLowerInvariant());

    /// <summary>The id in lower case, which nearly every table, key and place uses.</summary>
    public string Value => value ?? "";

    /// <summary>The id as Teams gave it. Incidents and refused attempts are stored in this form, so their rows are found by it.</summary>
    public string Given => given ?? "";

    /// <summary>Returns the id for a text from Teams, the configuration or a stored row.</summary>
    public static PersonId Of(string id) => new(id);

    /// <summary>Reads an id that arrived with a click, which anybody may have made up. Returns false when the text is not an id.</summary>
    public static bool TryParse(string? text, out PersonId id)
    {
        id = new(text ?? "");
        return id.Value.Length > 0;
    }

    public bool Equals(PersonId other) => Value == other.Value;

    public override int GetHashCode() => Value.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Value;
}
