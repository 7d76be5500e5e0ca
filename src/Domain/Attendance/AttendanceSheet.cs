namespace NtmServerless.Domain.Attendance;

/// <summary>The marks of one session, by registration code. Marking again replaces the mark of that person only.</summary>
public sealed record AttendanceSheet(int Session, [property: Personal(PersonalDatum.Attendance)] IReadOnlyDictionary<string, Mark> Marks)
{
    public AttendanceSheet With(IEnumerable<KeyValuePair<string, Mark>> marks)
    {
        Dictionary<string, Mark> merged = new(Marks, StringComparer.Ordinal);
        foreach ((string code, Mark mark) in marks) merged[code] = mark;
        return this with { Marks = merged };
    }
}
