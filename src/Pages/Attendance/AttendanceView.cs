namespace NtmServerless.Pages.Attendance;

/// <summary>The people of a class and their marks in one session.</summary>
/// <param name="Closed">Why nothing can be marked any more; null while it can, or will be.</param>
/// <param name="IsEarly">The session has not begun; the page may be opened beforehand to be used without a connection.</param>
/// <param name="WalkInSent">What was typed belongs to the form for walk-ins, not to the marks.</param>
public sealed record AttendanceView(
    TrainingClass Class, Plan Plan, Session Session, IReadOnlyList<Registration> People, AttendanceSheet Sheet,
    FormProblem? Closed, bool IsEarly, bool WalkInSent)
{
    public int Marked(Mark mark) => Sheet.Marks.Count(m => m.Value == mark);
}
