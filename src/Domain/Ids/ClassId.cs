using System.Text.Json.Serialization;

namespace NtmServerless.Domain.Ids;

/// <summary>The id of a training class.</summary>
[JsonConverter(typeof(IdJson<ClassId>))]
public readonly record struct ClassId(string Value) : IId<ClassId>, IComparable<ClassId>
{
    public static implicit operator string(ClassId id) => id.Value;

    public static ClassId From(string value) => new(value);

    public int CompareTo(ClassId other) => string.CompareOrdinal(Value, other.Value);

    public override string ToString() => Value;
}
