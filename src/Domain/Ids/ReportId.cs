using System.Text.Json.Serialization;

namespace NtmServerless.Domain.Ids;

/// <summary>The id of a periodic report, unique within its plan.</summary>
[JsonConverter(typeof(IdJson<ReportId>))]
public readonly record struct ReportId(string Value) : IId<ReportId>, IComparable<ReportId>
{
    public static implicit operator string(ReportId id) => id.Value;

    public static ReportId From(string value) => new(value);

    public int CompareTo(ReportId other) => string.CompareOrdinal(Value, other.Value);

    public override string ToString() => Value;
}
