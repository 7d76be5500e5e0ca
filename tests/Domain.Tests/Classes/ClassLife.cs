namespace NtmServerless.Domain.Tests.Classes;

/// <summary>A class living in virtual time: the checklist is carried out as its steps fall due, officers and people act in between.</summary>
internal sealed class ClassLife(TrainingClass start, DateTimeOffset begins)
{
    private int _files;

    public RegisterBook Book { get; } = new(start);

    public TrainingClass Class => Book.Class;

    public DateTimeOffset Now { get; private set; } = begins;

    public List<(ClassStep Step, DateTimeOffset At)> Steps { get; } = [];

    public List<Notice> Notices { get; } = [];

    public static ClassLife Announced(int capacity = 50, int held = 0, int minimum = 2, DateTimeOffset? releaseAt = null) =>
        new(SampleClass.Announced(capacity, held, minimum, releaseAt), SampleClass.AnnouncedAt);

    /// <summary>Carries out everything due up to a moment, written in local time, and stands there.</summary>
    public ClassLife Until(string local) => Until(SampleClass.At(local));

    public ClassLife Until(DateTimeOffset moment)
    {
        while (ClassChecklist.Next(Class) is { } next && next.DueAt <= moment)
        {
            if (next.DueAt > Now) Now = next.DueAt;
            CarryOut(next);
        }

        Now = moment;
        return this;
    }

    /// <summary>Time passes, and the lifecycle does not come to its steps.</summary>
    public void Sleep(DateTimeOffset until) => Now = until;

    public ClassLife Do(Func<TrainingClass, DateTimeOffset, ClassOutcome> decision)
    {
        ClassOutcome outcome = decision(Class, Now);
        Book.Class = outcome.Class;
        Notices.AddRange(outcome.Notices);
        Book.Promote(Now);
        return this;
    }

    public ClassLife Register(int people, bool priority = false)
    {
        Book.Register(people, priority, Now);
        return this;
    }

    public ClassLife Upload(EvidenceKind kind, int? session = null, int? signatures = null)
    {
        EvidenceFact fact = new($"{++_files:x64}", kind, FileType.Jpeg, 1_000, session, signatures, SampleClass.Lead, Now);
        return Do((c, _) => EvidenceDecisions.Add(c, fact));
    }

    public ClassLife Submit(string? differenceNote = null)
    {
        ClassReport report = new()
        {
            Revision = Class.Report.Revision + 1,
            Results = "Lớp đã hoàn thành",
            DifferenceNote = differenceNote,
            ByUnitId = SampleClass.Lead,
            SubmittedAt = Now,
        };
        return Do((c, _) => ClassReportDecisions.Submit(Marked(c), report, SampleClass.Office));
    }

    public ClassLife Approve() =>
        Do((c, now) => ClassReportDecisions.Approve(
            c, ClassCounting.Of(Book.Registrations, [], []) with { Attended = c.SessionCounts.Sum(s => s.Total) }, now));

    /// <summary>When a step was carried out, each time.</summary>
    public DateTimeOffset[] TimesOf(ClassStep step) => [.. Steps.Where(s => s.Step == step).Select(s => s.At)];

    // Who files a report has taken attendance: one person came to the last session.
    private static TrainingClass Marked(TrainingClass c) =>
        HoldingFacts.WasMarked(c) ? c : c with { SessionCounts = [new SessionCount(c.Sessions.Count, 1, 0)] };

    private void CarryOut(ClassErrand next)
    {
        ClassOutcome outcome = ClassSteps.CarryOut(Class, next.Step, SampleClass.Office, Now);
        int promoted = 0;
        Book.Class = outcome.Class;
        if (ClassSteps.MovesPeopleUp(next.Step)) promoted = Book.Promote(Now).Count;
        Notices.AddRange(outcome.Notices);
        Steps.Add((next.Step, Now));
        if (promoted == 0 && ClassChecklist.Next(Class) is { } after && after == next)
            throw new InvalidOperationException($"{next} stays on the checklist.");
    }
}
