using System.Text.Json.Serialization;

namespace NtmServerless.Domain.Ids;

/// <summary>The id of a plan.</summary>
[JsonConverter(typeof(IdJson<PlanId>))]
public readonly record struct PlanId(string Value) : IId<PlanId>, IComparable<PlanId>
{
    public static implicit operator string(PlanId id) => id.Value;

    public static PlanId From(string value) => new(value);

    public int CompareTo(PlanId other) => string.CompareOrdinal(Value, other.Value);

    public override string ToString() => Value;
}
