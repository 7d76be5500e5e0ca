using Xunit;
using static NtmServerless.Domain.Attendance.Mark;
using static NtmServerless.Domain.Tests.Classes.SampleClass;

namespace NtmServerless.Domain.Tests.Attendance;

public sealed class AttendanceDecisionsTests
{
    [Theory]
    [InlineData(ClassStage.Planned, 1, "2024-05-20 08:00", Rule.AttendanceClosed)]
    [InlineData(ClassStage.Announced, 1, "2024-05-20 08:00", Rule.AttendanceClosed)]
    [InlineData(ClassStage.Registering, 1, "2024-05-20 08:00", Rule.AttendanceClosed)]
    [InlineData(ClassStage.Confirmed, 1, "2024-05-20 06:59", Rule.SessionNotStarted)]
    [InlineData(ClassStage.Confirmed, 1, "2024-05-20 07:00", null)]
    [InlineData(ClassStage.Holding, 3, "2024-05-20 14:00", Rule.SessionNotStarted)]
    [InlineData(ClassStage.Holding, 2, "2024-05-20 14:00", null)]
    [InlineData(ClassStage.Holding, 4, "2024-05-20 14:00", Rule.SessionUnknown)]
    [InlineData(ClassStage.Holding, 0, "2024-05-20 14:00", Rule.SessionUnknown)]
    [InlineData(ClassStage.Reporting, 1, "2024-06-20 14:00", null)]
    [InlineData(ClassStage.Postponed, 1, "2024-05-20 14:00", Rule.AttendanceClosed)]
    [InlineData(ClassStage.Closed, 1, "2024-06-20 14:00", Rule.AttendanceClosed)]
    [InlineData(ClassStage.Cancelled, 1, "2024-05-20 14:00", Rule.AttendanceClosed)]
    public void Attendance_IsTakenFromHalfAnHourBeforeTheSessionUntilTheReport(ClassStage stage, int session, string now, string? rule) =>
        Assert.Equal(rule, Refusal(In(stage), session, At(now)));

    [Fact]
    public void Attendance_WhileTheReportLiesWithTheOffice_IsClosed_AndOpenAgainWhenReturned()
    {
        TrainingClass c = In(ClassStage.Reporting) with { Report = new ClassReportState { Stage = ClassReportStage.Submitted } };
        Assert.Equal(Rule.AttendanceClosed, Refusal(c, 1, LastEnd));
        Assert.Null(Refusal(c with { Report = new ClassReportState { Stage = ClassReportStage.Returned } }, 1, LastEnd));
    }

    [Fact]
    public void Attendance_OfAnInterruptedClass_IsTakenForTheSessionsThatWereHeldOnly()
    {
        TrainingClass flooded = ClassDecisions.Postpone(In(ClassStage.Holding), "Lũ", At("2024-05-20 12:00")).Class;
        Assert.Null(Refusal(flooded, 1, At("2024-05-22 12:00")));
        Assert.Equal(Rule.AttendanceClosed, Refusal(flooded, 2, At("2024-05-22 12:00")));
    }

    [Fact]
    public void Take_CountsThePresent_AndMarkingAgainReplacesThatPersonOnly()
    {
        AttendanceBook book = new(In(ClassStage.Holding), AttendanceBook.Person(1), AttendanceBook.Person(2), AttendanceBook.Person(3));
        Assert.Equal(new SessionCount(2, 2, 0), book.Mark(2, LastEnd, (1, Present), (2, Present), (3, Excused)));
        Assert.Equal(new SessionCount(1, 1, 0), book.Mark(1, LastEnd, (1, Present)));
        Assert.Equal(new SessionCount(2, 1, 0), book.Mark(2, LastEnd, (2, Absent)));
        Assert.Equal([1, 2], book.Class.SessionCounts.Select(c => c.Session));
        Assert.Equal(3, book.Sheets[2].Marks.Count);
    }

    [Fact]
    public void WithEverybody_MarksWhoIsExpectedAndHasNoMark_AndNobodyElse()
    {
        AttendanceBook book = new(In(ClassStage.Holding), AttendanceBook.Person(1), AttendanceBook.Person(2), AttendanceBook.Person(3),
            AttendanceBook.Person(4, RegistrationStatus.Waitlisted), AttendanceBook.Person(5, RegistrationStatus.Cancelled));
        book.Mark(1, LastEnd, (1, Absent));
        KeyValuePair<string, Mark> given = KeyValuePair.Create(SamplePeople.Code(2), Excused);
        IReadOnlyList<KeyValuePair<string, Mark>> marks = AttendanceDecisions.WithEverybody([given], book.Sheets[1], book.Class.Sessions[0], book.People);
        Assert.Equal([given, KeyValuePair.Create(SamplePeople.Code(3), Present)], marks);
    }

    [Fact]
    public void Take_WithCodesThatAreNotOfTheClass_NamesEach_AndChangesNothing()
    {
        AttendanceBook book = new(In(ClassStage.Holding), AttendanceBook.Person(1), AttendanceBook.Person(2, RegistrationStatus.Cancelled));
        InvalidInputException refused = Assert.Throws<InvalidInputException>(() => book.Mark(1, LastEnd, (1, Present), (2, Present), (7, Present)));
        Assert.Equal([("marks.00000002", Rule.AttendanceCodeUnknown), ("marks.00000007", Rule.AttendanceCodeUnknown)], refused.Errors.Select(e => (e.Field, e.Code)));
        Assert.Empty(book.Class.SessionCounts);
    }

    /// <remarks>An interrupted class lets people take their registration back; what they attended stays.</remarks>
    [Fact]
    public void Take_OfSomebodyWhoCancelledAfterTheSessionBegan_IsStillPossible_ButNotForALaterOne()
    {
        Registration left = AttendanceBook.Person(1, RegistrationStatus.Cancelled) with { CancelledAt = FirstStart };
        AttendanceBook book = new(In(ClassStage.Holding), left, AttendanceBook.Person(2));
        Assert.Equal(new SessionCount(1, 2, 0), book.Mark(1, LastEnd, (1, Present), (2, Present)));
        Assert.Throws<InvalidInputException>(() => book.Mark(2, LastEnd, (1, Present)));
    }

    [Fact]
    public void WalkIn_TakesNoSeat_CountsAsPresent_AndStandsApart()
    {
        TrainingClass full = In(ClassStage.Holding) with { Seats = new Seats(1) { Confirmed = 1 }, NextSequence = 2 };
        AttendanceBook book = new(full, AttendanceBook.Person(1));
        book.WalkIn(2, 1, FirstStart);
        SessionCount count = book.Mark(1, FirstStart, (1, Present), (2, Present));
        Assert.Equal((1, 1, 2), (count.Present, count.WalkIns, count.Total));
        Assert.Equal((1, 1, 0, 3), (book.Class.Seats.Confirmed, book.Class.Seats.WalkIns, book.Class.Seats.FreeForAll, book.Class.NextSequence));
        Registration walkIn = book.People.Single(p => p.Status == RegistrationStatus.WalkIn);
        Assert.Equal((2, RegistrationSource.WalkIn, Host), (walkIn.Sequence, walkIn.Source, walkIn.ByUnitId));
        Assert.Equal((false, false), (walkIn.IsActive, walkIn.IsPriority));
    }

    [Fact]
    public void Take_WhereAttendanceIsClosed_IsRefused()
    {
        AttendanceBook book = new(In(ClassStage.Closed), AttendanceBook.Person(1));
        Assert.Equal(Rule.AttendanceClosed, Assert.Throws<RuleBrokenException>(() => book.Mark(1, LastEnd, (1, Present))).Rule);
        Assert.DoesNotContain(book.Class.SessionCounts, s => s.Session == 1);
    }

    /// <remarks>The texts of the refusals name these facts.</remarks>
    [Fact]
    public void Refusal_SaysWhichSessionOrStage()
    {
        Assert.Equal([("session", (object)4)], Refused(In(ClassStage.Holding), 4, LastEnd).Facts);
        Assert.Equal([("session", (object)3)], Refused(In(ClassStage.Holding), 3, FirstStart).Facts);
        Assert.Equal([("stage", (object)ClassStage.Closed)], Refused(In(ClassStage.Closed), 1, LastEnd).Facts);
        TrainingClass filed = In(ClassStage.Reporting) with { Report = new ClassReportState { Stage = ClassReportStage.Submitted } };
        Assert.Equal([("stage", (object)ClassStage.Reporting)], Refused(filed, 1, LastEnd).Facts);
    }

    [Fact]
    public void WalkIn_BeforeTheSession_IsRefused() =>
        Assert.Throws<RuleBrokenException>(() => new AttendanceBook(In(ClassStage.Confirmed)).WalkIn(2, 1, At("2024-05-20 06:00")));

    private static Refusal Refused(TrainingClass c, int session, DateTimeOffset now) =>
        AttendanceDecisions.WhyNotOpen(c, session, now) ?? throw new InvalidOperationException("It is open.");

    private static string? Refusal(TrainingClass c, int session, DateTimeOffset now) =>
        AttendanceDecisions.WhyNotOpen(c, session, now)?.Rule;
}
