namespace NtmServerless.Functions.Attendance;

/// <summary>The people of a class and their marks.</summary>
public sealed record AttendancePageData(TrainingClass Class, Plan Plan, IReadOnlyList<Registration> People, IReadOnlyList<AttendanceSheet> Sheets)
{
    public IReadOnlyList<Registration> PeopleOf(Session session) => [.. People.Where(r => r.BelongsTo(session))];

    /// <exception cref="RuleBrokenException">The class has no such session.</exception>
    public AttendanceSheet SheetOf(int session)
    {
        if (Class.Sessions.All(s => s.Number != session)) throw new RuleBrokenException(Rule.SessionUnknown, ("session", session));
        return Sheets.FirstOrDefault(s => s.Session == session) ?? new AttendanceSheet(session, new Dictionary<string, Mark>());
    }
}
