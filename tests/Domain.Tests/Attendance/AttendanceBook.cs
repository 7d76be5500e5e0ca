namespace NtmServerless.Domain.Tests.Attendance;

/// <summary>A class with its people and one sheet a session, for marking.</summary>
internal sealed class AttendanceBook
{
    private readonly Dictionary<string, Registration> _known;

    public AttendanceBook(TrainingClass start, params IEnumerable<Registration> people)
    {
        Class = start;
        _known = people.ToDictionary(r => r.Code);
    }

    public TrainingClass Class { get; private set; }

    public Dictionary<int, AttendanceSheet> Sheets { get; } = [];

    public IReadOnlyCollection<Registration> People => _known.Values;

    public static Registration Person(int n, RegistrationStatus status = RegistrationStatus.Confirmed) => new()
    {
        Code = SamplePeople.Code(n),
        Sequence = n,
        Applicant = SamplePeople.Person(n),
        Status = status,
        IsPriority = false,
        RegisteredAt = SampleClass.Opens,
        Source = RegistrationSource.PublicForm,
    };

    public static Registration WalkIn() => AttendanceDecisions.WalkIn(
        SampleClass.In(ClassStage.Holding), 1, SamplePeople.Person(9), SamplePeople.Code(9), SampleClass.Host, SampleClass.FirstStart).Registration;

    public SessionCount Mark(int session, DateTimeOffset now, params (int Person, Mark Mark)[] marks)
    {
        AttendanceSheet before = Sheets.GetValueOrDefault(session) ?? new AttendanceSheet(session, new Dictionary<string, Mark>());
        (Class, Sheets[session]) = AttendanceDecisions.Take(
            Class, before, [.. marks.Select(m => KeyValuePair.Create(SamplePeople.Code(m.Person), m.Mark))], _known, now);
        return Class.SessionCounts.Single(c => c.Session == session);
    }

    public void WalkIn(int person, int session, DateTimeOffset now)
    {
        (Class, Registration walkIn) = AttendanceDecisions.WalkIn(
            Class, session, SamplePeople.Person(person), SamplePeople.Code(person), SampleClass.Host, now);
        _known.Add(walkIn.Code, walkIn);
    }
}
