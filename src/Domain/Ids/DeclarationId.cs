using System.Text.Json.Serialization;

namespace NtmServerless.Domain.Ids;

/// <summary>The id of a class that a unit declares, unique within its plan.</summary>
[JsonConverter(typeof(IdJson<DeclarationId>))]
public readonly record struct DeclarationId(string Value) : IId<DeclarationId>, IComparable<DeclarationId>
{
    public static implicit operator string(DeclarationId id) => id.Value;

    public static DeclarationId From(string value) => new(value);

    public int CompareTo(DeclarationId other) => string.CompareOrdinal(Value, other.Value);

    public override string ToString() => Value;
}
