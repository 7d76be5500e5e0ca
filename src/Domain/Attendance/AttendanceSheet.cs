namespace NtmServerless.Domain.Attendance;

/// <summary>What was marked for one person in one session.</summary>
public enum Mark
{
    Present,
    Absent,

    /// <summary>Absent, and said so beforehand.</summary>
    Excused,
}

/// <summary>The marks of one session, by registration code. Marking again replaces the mark of that person only.</summary>
public sealed record AttendanceSheet(int Session, IReadOnlyDictionary<string, Mark> Marks)
{
    public AttendanceSheet With(IEnumerable<KeyValuePair<string, Mark>> marks)
    {
        Dictionary<string, Mark> merged = new(Marks, StringComparer.Ordinal);
        foreach ((string code, Mark mark) in marks) merged[code] = mark;
        return this with { Marks = merged };
    }
}

/// <summary>How many were there in one session: registered people, and walk-ins apart.</summary>
public sealed record SessionCount(int Session, int Present, int WalkIns)
{
    public int Total => Present + WalkIns;
}
