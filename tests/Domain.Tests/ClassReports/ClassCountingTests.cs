using Xunit;

namespace NtmServerless.Domain.Tests.ClassReports;

public sealed class ClassCountingTests
{
    [Fact]
    public void Of_AClass_CountsEachPersonOnceHoweverManySessionsTheyCame()
    {
        // Person n is a woman when n is even, and Nùng when n divides by three.
        Registration[] people =
        [
            AttendanceBook.Person(1), AttendanceBook.Person(2), AttendanceBook.Person(3), AttendanceBook.Person(4),
            AttendanceBook.Person(5, RegistrationStatus.Cancelled), AttendanceBook.WalkIn(),
        ];
        ClassFigures figures = ClassCounting.Of(
            people,
            [Sheet(1, (1, Mark.Present), (2, Mark.Present), (3, Mark.Absent), (9, Mark.Present)), Sheet(2, (2, Mark.Present), (4, Mark.Excused))],
            [new Spending("b", 2), new Spending("a", 5), new Spending("b", 3_000_000_000)]);
        Assert.Equal((4, 3, 1, 1), (figures.Registered, figures.Attended, figures.WalkIns, figures.Women));
        Assert.Equal([new("xa-gia-cat", 3)], figures.ByUnit);
        Assert.Equal([new("Cooperative", 3)], figures.ByAudience);
        Assert.Equal([new("", 2), new("Nùng", 1)], figures.ByEthnicGroup);
        Assert.Equal([new("a", 5), new("b", 3_000_000_002)], figures.Spent);
    }

    [Fact]
    public void Of_SomebodyWhoAttendedAndCancelledAfterwards_CountsAsRegisteredAndAttended()
    {
        ClassFigures figures = ClassCounting.Of(
            [AttendanceBook.Person(1), AttendanceBook.Person(2, RegistrationStatus.Cancelled), AttendanceBook.Person(3, RegistrationStatus.Cancelled)],
            [Sheet(1, (1, Mark.Present), (2, Mark.Present), (3, Mark.Absent))], []);
        Assert.Equal((2, 2, 0, 1), (figures.Registered, figures.Attended, figures.WalkIns, figures.CancelledAfter));
    }

    [Fact]
    public void Of_NobodyAndNothing_IsNought()
    {
        ClassFigures figures = ClassCounting.Of([], [], []);
        Assert.Equal((0, 0, 0, 0), (figures.Registered, figures.Attended, figures.WalkIns, figures.Women));
        Assert.Empty(figures.ByUnit);
        Assert.Empty(figures.Spent);
    }

    private static AttendanceSheet Sheet(int session, params (int Person, Mark Mark)[] marks) =>
        new(session, marks.ToDictionary(m => SamplePeople.Code(m.Person), m => m.Mark));
}
