using System.Text.Json.Serialization;

namespace NtmServerless.Domain.Ids;

/// <summary>The id of a study tour.</summary>
[JsonConverter(typeof(IdJson<TourId>))]
public readonly record struct TourId(string Value) : IId<TourId>, IComparable<TourId>
{
    public static implicit operator string(TourId id) => id.Value;

    public static TourId From(string value) => new(value);

    public int CompareTo(TourId other) => string.CompareOrdinal(Value, other.Value);

    public override string ToString() => Value;
}
